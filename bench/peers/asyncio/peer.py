"""The works on asyncio: peer.py [uvloop] [eager] [nogc] WORK ROUNDS SIZE...

uvloop: its event loop instead of asyncio's own; eager: tasks start at once (Python 3.12); nogc: without the cyclic
garbage collector.
"""

import asyncio
import gc
import json
import statistics
import sys
import threading
import time


class Round:
    """How long a round took, what was to be done, and what was counted while doing it."""

    def __init__(self, seconds, ops, check):
        self.seconds, self.ops, self.check = seconds, ops, check


def since(start, ops, check):
    return Round(time.perf_counter() - start, ops, check)


async def w1(tasks, millis):
    return await sleepers(tasks, lambda i: millis / 1000)


async def w1s(tasks, millis):
    return await sleepers(tasks, lambda i: millis / 1000 + i / tasks)


async def sleepers(tasks, duration):
    async def sleeper(seconds):
        await asyncio.sleep(seconds)
        return 1

    start = time.perf_counter()
    slept = sum(await asyncio.gather(*(sleeper(duration(i)) for i in range(tasks))))
    return Round(time.perf_counter() - start - duration(tasks - 1), tasks, slept)


async def w2a(tasks):
    async def one():
        return 1

    start = time.perf_counter()
    total = 0
    for _ in range(tasks):
        total += await asyncio.create_task(one())
    return since(start, tasks, total)


async def w2b(tasks, times):
    async def one():
        await asyncio.sleep(0)
        return 1

    start = time.perf_counter()
    total = 0
    for _ in range(times):
        total += sum(await asyncio.gather(*(one() for _ in range(tasks))))
    return since(start, tasks * times, total)


async def w3(tasks, yields):
    async def yielding():
        count = 0
        for _ in range(yields):
            await asyncio.sleep(0)
            count += 1
        return count

    start = time.perf_counter()
    total = sum(await asyncio.gather(*(yielding() for _ in range(tasks))))
    return since(start, tasks * yields, total)


async def w4(round_trips):
    async def echo():
        for _ in range(round_trips):
            await back.put(await there.get() + 1)

    start = time.perf_counter()
    there, back = asyncio.Queue(1), asyncio.Queue(1)
    echoing = asyncio.create_task(echo())
    count = 0
    for i in range(round_trips):
        await there.put(i)
        count += await back.get() - i
    await echoing
    return since(start, round_trips, count)


async def w5(depth, times):
    async def call(depth):
        return 0 if depth == 0 else 1 + await call(depth - 1)

    start = time.perf_counter()
    total = 0
    for _ in range(times):
        total += await call(depth)
    return since(start, depth * times, total)


async def w5y(depth, times):
    async def call(depth):
        if depth == 0:
            await asyncio.sleep(0)
            return 0
        return 1 + await call(depth - 1)

    start = time.perf_counter()
    total = 0
    for _ in range(times):
        total += await call(depth)
    return since(start, depth * times, total)


async def w6(sleeps):
    start = time.perf_counter()
    count = 0
    for _ in range(sleeps):
        await asyncio.sleep(0.001)
        count += 1
    return since(start, sleeps, count)


async def w7c(tasks):
    async def sleeper():
        await asyncio.sleep(3600)

    sleeping = [asyncio.create_task(sleeper()) for _ in range(tasks)]
    await asyncio.sleep(0)
    start = time.perf_counter()
    for task in sleeping:
        task.cancel()
    await asyncio.gather(*sleeping, return_exceptions=True)
    seconds = time.perf_counter() - start
    return Round(seconds, tasks, sum(task.cancelled() for task in sleeping))


async def w7t(awaits):
    async def short():
        await asyncio.sleep(0)
        return 1

    start = time.perf_counter()
    total = 0
    for _ in range(awaits):
        async with asyncio.timeout(10):
            total += await short()
    return since(start, awaits, total)


async def w8(threads, callbacks):
    start = time.perf_counter()
    loop = asyncio.get_running_loop()
    everything = loop.create_future()
    each = callbacks // threads
    count = 0

    def increment():
        nonlocal count
        count += 1
        if count == each * threads:
            everything.set_result(count)

    def post():
        for _ in range(each):
            loop.call_soon_threadsafe(increment)

    for _ in range(threads):
        threading.Thread(target=post).start()
    return since(start, callbacks, await everything)


WORKS = {"W1": w1, "W1s": w1s, "W2a": w2a, "W2b": w2b, "W3": w3, "W4": w4, "W5": w5, "W5y": w5y, "W6": w6, "W7c": w7c, "W7t": w7t, "W8": w8}


def peak_kib():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))


async def with_eager_tasks(work):
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    return await work


def run(work, options):
    if "eager" in options:
        work = with_eager_tasks(work)
    if "uvloop" in options:
        import uvloop

        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            return runner.run(work)
    return asyncio.run(work)


def main(args):
    options = []
    while args and args[0] in ("uvloop", "eager", "nogc"):
        options.append(args.pop(0))
    if len(args) < 3 or args[0] not in WORKS:
        print("Usage: [uvloop] [eager] [nogc] WORK ROUNDS SIZE...", file=sys.stderr)
        return 2
    if "nogc" in options:
        gc.disable()
    name, rounds, *sizes = args[0], *map(int, args[1:])
    peer = " ".join((["asyncio"] if "uvloop" not in options else []) + options)
    seconds = []
    for _ in range(rounds):
        last = run(WORKS[name](*sizes), options)
        if last.check != last.ops:
            print(f"{peer} {name}: counted {last.check} instead of {last.ops}.", file=sys.stderr)
            return 1
        seconds.append(last.seconds)
    warm = statistics.median_high(seconds[rounds // 2 :])
    print(
        json.dumps(
            {
                "work": name,
                "peer": peer,
                "ops": last.ops,
                "seconds": round(warm, 6),
                "ns_per_op": round(warm * 1e9 / last.ops, 2),
                "cold_ns_per_op": round(seconds[0] * 1e9 / last.ops, 2),
                "peak_kib": peak_kib(),
                "check": last.check,
            },
            separators=(",", ":"),
        )
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
