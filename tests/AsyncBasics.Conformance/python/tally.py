"""Counts what a cancellation met, so that one can see whether the generated programs try every case."""

import collections
import inspect

met = collections.Counter()


def count_cancel(future, by):
    met[f"cancel of {_met(future, by)}"] += 1


def _met(future, by):
    if not hasattr(future, "get_coro"):
        return "a future that is done" if future.done() else "a future"
    if future.done():
        return "a task that is done"
    if future is by:
        return "itself"
    if future._must_cancel:
        return "a task about to be cancelled"
    waiter = future._fut_waiter
    if waiter is not None and not waiter.done():
        return f"a task that waits for a {type(waiter).__name__}"
    if waiter is not None:
        return "a task whose wait was just cancelled" if waiter.cancelled() else "a task whose result is ready"
    if inspect.getcoroutinestate(future.get_coro()) == inspect.CORO_CREATED:
        return "a task before its first step"
    return "a task that is ready"
