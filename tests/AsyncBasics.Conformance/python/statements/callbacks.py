"""Futures that somebody completes, and callbacks."""

import words
from execution import IMMEDIATE, attempt, immediate


@immediate("resolve")
def resolve(run, context, s):
    future = run.things[s["target"]]
    attempt(run, context, f"resolve {s['target']} {s['value']}", lambda: future.set_result(s["value"]))


@immediate("fail")
def fail(run, context, s):
    future = run.things[s["target"]]
    attempt(run, context, f"fail {s['target']} {s['text']}", lambda: future.set_exception(words.Boom(s["text"])))


def callback(run, s):
    return lambda *_: IMMEDIATE[s["do"]["op"]](run, run.callbacks, s["do"])


@immediate("later")
def later(run, context, s):
    run.handles[s["name"]] = run.loop.call_later(s["ms"], callback(run, s))
    run.log(context.name, f"later {s['name']} {s['ms']}")


@immediate("soon")
def soon(run, context, s):
    run.handles[s["name"]] = run.loop.call_soon(callback(run, s))
    run.log(context.name, f"soon {s['name']}")


@immediate("drop")
def drop(run, context, s):
    handle = run.handles.get(s["name"])
    if handle is not None:
        handle.cancel()
    run.log(context.name, f"drop {s['name']}" + ("" if handle is not None else " none"))


@immediate("ondone")
def on_done(run, context, s):
    future = run.future(s["target"])
    known = run.done_callbacks.setdefault(s["name"], callback(run, s))
    if future is not None:
        future.add_done_callback(known)
    run.log(context.name, f"ondone {s['target']}" + ("" if future is not None else " none"))


@immediate("undo")
def undo(run, context, s):
    future, known = run.future(s["target"]), run.done_callbacks.get(s["name"])
    count = "none" if future is None or known is None else f"= {future.remove_done_callback(known)}"
    run.log(context.name, f"undo {s['name']} {s['target']} {count}")
