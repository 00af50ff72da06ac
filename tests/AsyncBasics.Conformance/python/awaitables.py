"""What more than one statement can await: a task or future by name, a coroutine of a function, or a gather of these."""

import asyncio

from execution import implicit_task_body, observed
from run import Context


def references(run, awaitable):
    """The tasks an awaitable leads to, as far as they exist before it is awaited."""
    if awaitable["is"] == "named":
        context = run.slots.get(awaitable["name"])
        return [context] if context else []
    return [each for part in awaitable.get("parts", ()) for each in references(run, part)]


def label_of(awaitable):
    if awaitable["is"] == "named":
        return awaitable["name"]
    if awaitable["is"] == "coroutine":
        return f"f{awaitable['run']}:{awaitable['slot']}"
    return f"gather{'*' if awaitable['all'] else ''}(" + " ".join(map(label_of, awaitable["parts"])) + ")"


def make(run, awaitable, waited_for):
    """The object to await, or None for a name nobody bears yet. New tasks are added to waited_for."""
    if awaitable["is"] == "named":
        return run.future(awaitable["name"])
    if awaitable["is"] == "gathering":
        parts = made_alike([make(run, part, waited_for) for part in awaitable["parts"]])
        return asyncio.gather(*parts, return_exceptions=awaitable["all"])
    slot = awaitable["slot"]
    context = Context(run.named(slot))
    waited_for.append(context)
    return implicit_task_body(run, slot, context, awaitable["run"])


def made_alike(parts):
    """Coroutines alone, or, where there are futures among them, with a task made of each, as one has to in C#."""
    parts = [part for part in parts if part is not None]
    if any(map(asyncio.isfuture, parts)):
        return [asyncio.ensure_future(part) for part in parts]
    return parts


async def awaiting(run, context, awaitable, label, wrap=None):
    """Awaits something the language names, remembering meanwhile who is awaited."""
    waited_for = references(run, awaitable)
    if run.would_wait_for_itself(context, waited_for):
        run.log(context.name, f"{label} cycle")
        return
    run.waits[context] = waited_for
    try:
        made = make(run, awaitable, waited_for)
        if made is None:
            run.log(context.name, f"{label} none")
        else:
            await observed(run, context, label, wrap(made) if wrap else made)
    finally:
        del run.waits[context]
