"""Locks, semaphores, events, conditions, queues and barriers, and context variables."""

import words
from execution import attempt, block, immediate, nothing, observed, waiting


@waiting("with")
async def within(run, context, s):
    name, primitive = s["target"], run.things[s["target"]]
    await observed(run, context, f"enter {name}", nothing(primitive.acquire()))
    try:
        return await block(run, context, s["body"])
    finally:
        # Whoever released it in between makes this the release too many, which ends the statement with an error.
        try:
            primitive.release()
        except Exception as error:
            run.log(context.name, f"leave {name} ! {words.of_error(error)}")
            raise
        run.log(context.name, f"leave {name}")


@waiting("acquire")
async def acquire(run, context, s):
    await observed(run, context, f"acquire {s['target']}", nothing(run.things[s["target"]].acquire()))


@immediate("release")
def release(run, context, s):
    attempt(run, context, f"release {s['target']}", run.things[s["target"]].release)


@immediate("locked")
def locked(run, context, s):
    run.log(context.name, f"locked {s['target']} = {words.of_value(run.things[s['target']].locked())}")


@immediate("set")
def set_event(run, context, s):
    run.things[s["target"]].set()
    run.log(context.name, f"set {s['target']}")


@immediate("clear")
def clear_event(run, context, s):
    run.things[s["target"]].clear()
    run.log(context.name, f"clear {s['target']}")


@waiting("waitevent")
async def wait_event(run, context, s):
    await observed(run, context, f"waitevent {s['target']}", nothing(run.things[s["target"]].wait()))


@waiting("waitcondition")
async def wait_condition(run, context, s):
    await observed(run, context, f"waitcondition {s['target']}", nothing(run.things[s["target"]].wait()))


@waiting("waituntil")
async def wait_until(run, context, s):
    counter = run.things[s["counter"]]
    label = f"waituntil {s['target']} {s['counter']}>={s['least']}"
    predicate = lambda: counter[0] >= s["least"]
    await observed(run, context, label, nothing(run.things[s["target"]].wait_for(predicate)))


@immediate("notify")
def notify(run, context, s):
    condition, count = run.things[s["target"]], s.get("count")
    act = condition.notify_all if count is None else lambda: condition.notify(count)
    attempt(run, context, f"notify {s['target']} {'all' if count is None else count}", act)


@immediate("add")
def add(run, context, s):
    counter = run.things[s["counter"]]
    counter[0] += s["by"]
    run.log(context.name, f"add {s['counter']} = {counter[0]}")


@waiting("put")
async def put(run, context, s):
    await observed(run, context, f"put {s['target']} {s['value']}", run.things[s["target"]].put(s["value"]))


@waiting("get")
async def get(run, context, s):
    await observed(run, context, f"get {s['target']}", run.things[s["target"]].get())


@immediate("putnow")
def put_now(run, context, s):
    queue = run.things[s["target"]]
    attempt(run, context, f"putnow {s['target']} {s['value']}", lambda: queue.put_nowait(s["value"]))


@immediate("getnow")
def get_now(run, context, s):
    attempt(run, context, f"getnow {s['target']}", run.things[s["target"]].get_nowait)


@immediate("taskdone")
def task_done(run, context, s):
    attempt(run, context, f"taskdone {s['target']}", run.things[s["target"]].task_done)


@waiting("joinqueue")
async def join_queue(run, context, s):
    await observed(run, context, f"joinqueue {s['target']}", run.things[s["target"]].join())


@immediate("shutdown")
def shutdown(run, context, s):
    run.things[s["target"]].shutdown(s["immediate"])
    run.log(context.name, f"shutdown {s['target']}")


LOOKS = {
    "E": lambda event: [event.is_set()],
    "R": lambda barrier: [barrier.n_waiting, barrier.broken],
    "Q": lambda queue: [queue.qsize(), queue.empty(), queue.full()],
}
LOOKS["P"] = LOOKS["K"] = LOOKS["Q"]


@immediate("look")
def look(run, context, s):
    seen = LOOKS[s["target"][0]](run.things[s["target"]])
    run.log(context.name, f"look {s['target']} = " + " ".join(map(words.of_value, seen)))


@waiting("barrier")
async def barrier(run, context, s):
    await observed(run, context, f"barrier {s['target']}", run.things[s["target"]].wait())


@waiting("abort")
async def abort_barrier(run, context, s):
    await observed(run, context, f"abort {s['target']}", run.things[s["target"]].abort())


@waiting("reset")
async def reset_barrier(run, context, s):
    await observed(run, context, f"reset {s['target']}", run.things[s["target"]].reset())


@immediate("setvar")
def set_variable(run, context, s):
    run.things[s["target"]].set(s["value"])
    run.log(context.name, f"setvar {s['target']} {s['value']}")


@immediate("getvar")
def get_variable(run, context, s):
    run.log(context.name, f"getvar {s['target']} = {run.things[s['target']].get()}")
