"""CPython's own event loop on a clock that jumps.

Everything that decides an order (the ready queue, one iteration, tasks, futures) is CPython's. Replaced are only the
clock, the wait for input, and the two places in which CPython leaves an order open or loses a reason; each of them
tells below why.
"""

import asyncio
import contextlib
import heapq
import itertools
from asyncio import base_events, events, tasks


class SequencedTimer(events.TimerHandle):
    """A timer that knows its place among timers of the same deadline.

    CPython's heap compares the deadline alone, so the order of equal deadlines depends on the shape of the heap.
    The loop under test promises first come, first served; the reference has to promise the same to be comparable.
    """

    __slots__ = ("_sequence",)

    def __lt__(self, other):
        return (self._when, self._sequence) < (other._when, other._sequence)


class VirtualLoop(base_events.BaseEventLoop):
    """One program's loop. Time is a whole number of milliseconds and moves only when nothing is ready."""

    def __init__(self):
        super().__init__()
        self._now = 0
        self._sequence = itertools.count()
        self._noted = None
        self._selector = self
        # A timer is due when its deadline is below now plus the resolution; with whole numbers: not above now.
        self._clock_resolution = 1
        self.deadlocked = False
        self.eager = False
        self.set_task_factory(new_task)
        # A failed task nobody looked at is part of many programs and no news.
        self.set_exception_handler(lambda loop, context: None)

    def time(self):
        return self._now

    def call_at(self, when, callback, *args, context=None):
        timer = SequencedTimer(when, callback, args, self, context)
        timer._sequence = next(self._sequence)
        heapq.heappush(self._scheduled, timer)
        timer._scheduled = True
        if self._noted is not None and self._noted[0] in getattr(callback, "__qualname__", "").lower():
            self._noted[1].append(timer)
        return timer

    @contextlib.contextmanager
    def noting_timers(self, owner):
        """The timers that are set meanwhile by what is called so, for what has no other way to give up its own."""
        outer, noted = self._noted, []
        self._noted = (owner, noted)
        try:
            yield noted
        finally:
            self._noted = outer

    # What BaseEventLoop asks of a subclass: its own selector, which waits by moving the clock.

    def select(self, timeout):
        if timeout is None:
            # Neither a step nor a timer is left, and there is no input: nothing can ever happen again.
            self.deadlocked = True
            self.stop()
        else:
            self._now += timeout
        return ()

    def _process_events(self, event_list):
        pass

    def _write_to_self(self):
        pass


class ReferenceTask(tasks._PyTask):
    """CPython's task, in its Python form so that what it says of a reason can be completed.

    A task that was cancelled hands its exception to the first who asks for the result and a new one without the reason
    to everybody after (an exception that is raised twice would grow its traceback). Who is first is no part of the
    semantics; here everyone is told the reason. And a task that lived on may keep the reason of a cancellation it has
    swallowed; a cancelled gather whose last child it was would take that for its own. Here it is forgotten.
    """

    def _make_cancelled_error(self):
        if self._cancelled_exc is not None:
            return asyncio.CancelledError(*self._cancelled_exc.args)
        if self.done() and not self.cancelled():
            return asyncio.CancelledError()
        return super()._make_cancelled_error()


def new_task(loop, coroutine, eager_start=None, **options):
    if loop.eager if eager_start is None else eager_start:
        options["eager_start"] = True
    task = loop.task_type(coroutine, loop=loop, **options)
    # Programs end with tasks that wait for ever; that is logged, and needs no second message.
    task._log_destroy_pending = False
    return task


VirtualLoop.task_type = ReferenceTask
