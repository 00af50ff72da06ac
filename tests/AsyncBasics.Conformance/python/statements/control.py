"""Plain control flow."""

import words
from execution import Returned, block, immediate, waiting


@immediate("log")
def log(run, context, s):
    run.log(context.name, f"log {s['text']}")


@waiting("raise")
async def raise_(run, context, s):
    run.log(context.name, f"raise {s['text']}")
    raise words.Boom(s["text"])


@waiting("return")
async def return_(run, context, s):
    return Returned(s["value"])


@waiting("repeat")
async def repeat(run, context, s):
    for _ in range(s["times"]):
        returned = await block(run, context, s["body"])
        if returned is not None:
            return returned


@waiting("try")
async def try_(run, context, s):
    try:
        return await block(run, context, s["body"])
    except BaseException as error:
        handler = next((each for each in s["catches"] if words.matches(each["kind"], error)), None)
        if handler is None or run.over:
            raise
        run.log(context.name, f"caught {words.of_error(error)}")
        returned = await block(run, context, handler["body"])
        if returned is None and handler["rethrow"]:
            raise
        return returned
    finally:
        await block(run, context, s["finally"])
