"""Tasks and their cancellation, and waiting for several."""

import asyncio

import tally
import words
from awaitables import awaiting, label_of, made_alike, make
from execution import function_body, immediate, implicit_task_body, nothing, observed, task_body, waiting
from run import Context
from virtual_loop import new_task


@waiting("sleep")
async def sleep(run, context, s):
    await observed(run, context, f"sleep {s['ms']}", asyncio.sleep(s["ms"]))


@waiting("call")
async def call(run, context, s):
    await observed(run, context, f"call f{s['run']}", function_body(run, context, s["run"]))


@waiting("join")
async def join(run, context, s):
    await awaiting(run, context, {"is": "named", "name": s["target"]}, f"join {s['target']}")


@waiting("gather")
async def gather(run, context, s):
    gathering = {"is": "gathering", "parts": s["parts"], "all": s["all"]}
    await awaiting(run, context, gathering, label_of(gathering))


@waiting("wait")
async def wait(run, context, s):
    named = [(name, run.future(name)) for name in s["targets"]]
    named = [(name, future) for name, future in named if future is not None]
    limit = "" if s.get("ms") is None else f" {s['ms']}"
    label = f"wait {s['until']}{limit} " + " ".join(name for name, _ in named)
    conditions = {"all": asyncio.ALL_COMPLETED, "first": asyncio.FIRST_COMPLETED, "error": asyncio.FIRST_EXCEPTION}

    async def sorted_by_argument():
        futures = [future for _, future in named]
        done, _ = await asyncio.wait(futures, timeout=s.get("ms"), return_when=conditions[s["until"]])
        return [future in done for future in futures]

    await observed(run, context, label.rstrip(), sorted_by_argument())


@waiting("ascompleted")
async def as_completed(run, context, s):
    waited_for = []
    parts = made_alike([make(run, part, waited_for) for part in s["parts"]])
    limit = "" if s.get("ms") is None else f" {s['ms']}"
    label = f"ascompleted{limit} " + " ".join(map(label_of, s["parts"]))

    async def each():
        # Up to 3.12 the first step of the iterator does what the call does since.
        with run.loop.noting_timers("completed") as timers:
            iterator = iter(asyncio.as_completed(parts, timeout=s.get("ms")))
            following = next(iterator, None)
        try:
            while following is not None:
                try:
                    run.log(context.name, f"completed = {words.of_value(await following)}")
                except Exception as error:
                    run.log(context.name, f"completed ! {words.of_error(error)}")
                    if isinstance(error, TimeoutError):
                        break
                following = next(iterator, None)
        finally:
            # Left early, the iterator keeps its timer. It would do nothing, but the clock would go on to it before a
            # deadlock is found; the loop under test takes it back.
            for timer in timers:
                timer.cancel()

    await observed(run, context, label.rstrip(), each())


@waiting("settle")
async def settle(run, context, s):
    others = [each.task for each in run.contexts if each is not context and not each.task.done()]
    if others:
        await observed(run, context, "settle", nothing(asyncio.wait(others)))


@immediate("create")
def create(run, context, s):
    name = run.named(s["slot"])
    created = Context(name)
    if s.get("eager", run.loop.eager):
        new_task(run.loop, implicit_task_body(run, s["slot"], created, s["run"]), eager_start=True)
    else:
        created.task = new_task(run.loop, task_body(run, created, s["run"]), eager_start=False)
        run.register(s["slot"], created)
    run.log(context.name, f"create {name}")


@immediate("cancel")
def cancel(run, context, s):
    target, reason = s["target"], s.get("reason")
    future = context.task if target == "self" else run.future(target)
    if future is None:
        run.log(context.name, f"cancel {target} none")
        return
    tally.count_cancel(future, context.task)
    asked = future.cancel() if reason is None else future.cancel(reason)
    run.log(context.name, f"cancel {target} = {words.of_value(asked)}")


@immediate("cancelall")
def cancel_all(run, context, s):
    for each in list(run.contexts):
        if each is not context and not each.task.done():
            tally.count_cancel(each.task, context.task)
            each.task.cancel(s.get("reason"))
    run.log(context.name, "cancelall")


@immediate("uncancel")
def uncancel(run, context, s):
    task = task_named(run, context, s["target"])
    left = "none" if task is None else f"= {task.uncancel()}"
    run.log(context.name, f"uncancel {s['target']} {left}")


@immediate("tasks")
def count_tasks(run, context, s):
    run.log(context.name, f"tasks = {len(asyncio.all_tasks(run.loop))}")


@immediate("state")
def state(run, context, s):
    target = s["target"]
    task = task_named(run, context, target)
    if task is not None:
        run.log(context.name, f"state {target} {words.of_state(task)} {task.cancelling()}")
    else:
        future = run.things.get(target)
        run.log(context.name, f"state {target} " + ("none" if future is None else words.of_state(future)))


def task_named(run, context, target):
    if target == "self":
        return context.task
    known = run.slots.get(target)
    return known and known.task
