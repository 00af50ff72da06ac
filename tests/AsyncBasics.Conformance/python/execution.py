"""Runs blocks of statements. What each statement does stands in the package `statements`, which registers them here.

LANGUAGE.md says what they mean and what they write to the log.
"""

import asyncio

import words

IMMEDIATE = {}
WAITING = {}


def immediate(op):
    """Registers what a statement does that does not wait: a function of the run, the context and the statement."""

    def register(act):
        IMMEDIATE[op] = act
        return act

    return register


def waiting(op):
    """Registers what a statement does that can wait, or that hands up a Returned: a coroutine function of the same."""

    def register(act):
        WAITING[op] = act
        return act

    return register


class Returned:
    __slots__ = ("value",)

    def __init__(self, value):
        self.value = value


async def block(run, context, statements):
    for statement in statements:
        if run.over:
            return None
        op = statement["op"]
        act = IMMEDIATE.get(op)
        if act is not None:
            act(run, context, statement)
        else:
            returned = await WAITING[op](run, context, statement)
            if returned is not None:
                return returned
    return None


async def function_body(run, context, index):
    returned = await block(run, context, run.functions[index])
    return returned.value if returned else None


async def task_body(run, context, index):
    try:
        value = await function_body(run, context, index)
    except BaseException as error:
        run.log(context.name, f"end ! {words.of_error(error)}")
        raise
    run.log(context.name, f"end = {words.of_value(value)}")
    return value


async def implicit_task_body(run, slot, context, index):
    """The body of a task that a combinator makes of a coroutine: it is known by name from its first step on."""
    context.task = asyncio.current_task()
    run.register(slot, context)
    return await task_body(run, context, index)


def main(run, context):
    return task_body(run, context, 0)


async def observed(run, context, label, awaitable):
    try:
        value = await awaitable
    except BaseException as error:
        run.log(context.name, f"{label} ! {words.of_error(error)}")
        raise
    run.log(context.name, f"{label} = {words.of_value(value)}")
    return value


async def nothing(awaitable):
    await awaitable


def attempt(run, context, label, act):
    """Runs something that may be refused; the refusal is an outcome and goes no further."""
    try:
        value = act()
    except Exception as error:
        run.log(context.name, f"{label} ! {words.of_error(error)}")
    else:
        run.log(context.name, label if value is None else f"{label} = {words.of_value(value)}")
