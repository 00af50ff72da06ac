"""Time limits, shields and task groups."""

import asyncio

import words
from awaitables import awaiting, label_of, make
from execution import attempt, block, function_body, immediate, implicit_task_body, observed, task_body, waiting
from run import Context


@waiting("timeout")
async def timeout(run, context, s):
    name, limit = s["name"], "" if s.get("ms") is None else f" {s['ms']}"
    label = f"timeout {name}{limit}"
    returned = None
    scope = asyncio.timeout(s.get("ms"))
    run.scopes[name] = scope
    try:
        async with scope:
            returned = await block(run, context, s["body"])
    except BaseException as error:
        run.log(context.name, f"{label} ! {words.of_error(error)} expired {words.of_value(scope.expired())}")
        raise
    run.log(context.name, f"{label} = expired {words.of_value(scope.expired())}")
    return returned


@immediate("reschedule")
def reschedule(run, context, s):
    scope = run.scopes.get(s["name"])
    label = f"reschedule {s['name']} {words.of_value(s.get('ms'))}"
    if not isinstance(scope, asyncio.Timeout):
        run.log(context.name, f"{label} none")
        return
    attempt(run, context, label, lambda: scope.reschedule(None if s.get("ms") is None else run.loop._now + s["ms"]))


@waiting("waitfor")
async def wait_for(run, context, s):
    awaitable, limit = s["awaited"], s.get("ms")
    label = f"waitfor {words.of_value(limit)} {label_of(awaitable)}"
    if awaitable["is"] == "coroutine" and (limit is None or limit > 0):
        # The coroutine runs in the task that waits, so what it does is logged under that task's name.
        body = function_body(run, context, awaitable["run"])
        await observed(run, context, label, asyncio.wait_for(body, limit))
    else:
        await awaiting(run, context, awaitable, label, lambda made: asyncio.wait_for(made, limit))


@waiting("shield")
async def shield(run, context, s):
    waited_for = []
    label = f"shield {label_of(s['awaited'])}"
    made = make(run, s["awaited"], waited_for)
    if made is None:
        run.log(context.name, f"{label} none")
    else:
        await observed(run, context, label, asyncio.shield(made))


@waiting("group")
async def group(run, context, s):
    name = s["name"]
    returned = None
    scope = run.new_group()
    try:
        async with scope:
            run.scopes[name] = scope
            run.owners[name] = context
            run.open_on_entry[name] = context.task.cancelling()
            returned = await block(run, context, s["body"])
    except BaseException as error:
        run.log(context.name, f"group {name} ! {words.of_error(error)}")
        raise
    run.log(context.name, f"group {name} left")
    return returned


@immediate("spawn")
def spawn(run, context, s):
    scope = run.scopes.get(s["into"])
    if not isinstance(scope, asyncio.TaskGroup):
        run.log(context.name, f"spawn {s['into']} {s['slot']} none")
        return
    created = Context(run.named(s["slot"]))
    members = run.members.setdefault(run.owners[s["into"]], [])

    def start():
        if run.loop.eager:
            # A member before its first step, in which it may look for whom to wait for.
            members.append(created)
            scope.create_task(implicit_task_body(run, s["slot"], created, s["run"]))
        else:
            created.task = scope.create_task(task_body(run, created, s["run"]))
            run.register(s["slot"], created)
            members.append(created)

    attempt(run, context, f"spawn {s['into']} {created.name}", start)


@immediate("cancelgroup")
def cancel_group(run, context, s):
    name, scope = s["name"], run.scopes.get(s["name"])
    if scope is None:
        run.log(context.name, f"cancelgroup {name} none")
    elif run.open_on_entry[name] or run.owners[name].task.cancelling():
        run.log(context.name, f"cancelgroup {name} open")
    else:
        scope.cancel()
        run.log(context.name, f"cancelgroup {name}")
