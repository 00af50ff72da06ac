"""What CPython changed after 3.11, given to older interpreters.

The loop under test follows 3.14, and has the cancelling of task groups from 3.15. An older asyncio gets the newer rule in
each place where it would show, so that every Python from 3.11 on writes the same log of the same program. That they do is
checked by comparing them: `AsyncBasics.Conformance run N --python python3.13 --against python3.11`.
"""

import asyncio
import sys
from asyncio import locks, queues, tasks


async def wait_for(awaitable, timeout):
    """3.12: the awaitable runs in the caller's task, under a timeout."""
    if timeout is None or timeout > 0:
        async with asyncio.timeout(timeout):
            return await awaitable

    future = asyncio.ensure_future(awaitable)
    if not future.done():
        ended = asyncio.get_running_loop().create_future()

        def tell(_):
            if not ended.done():
                ended.set_result(None)

        future.add_done_callback(tell)
        try:
            future.cancel()
            await ended
        finally:
            future.remove_done_callback(tell)
        try:
            return future.result()
        except asyncio.CancelledError as cancelled:
            raise TimeoutError from cancelled
    return future.result()


class TaskGroup(asyncio.TaskGroup):
    """What came after 3.12.

    3.13: the group takes back its own cancellation of the parent when it is left, and keeps one from outside.
    3.14: an eager task that has ended is counted out in a turn of its own, like any other.
    3.15: the group can be cancelled.
    """

    def create_task(self, coroutine, **options):
        if (self._exiting and not self._tasks) or self._aborting:
            coroutine.close()
            raise RuntimeError("the group is finished or shutting down")
        task = self._loop.create_task(coroutine, **options)
        self._tasks.add(task)
        task.add_done_callback(self._on_task_done)
        if self._aborting and not task.done():
            task.cancel()
        return task

    def cancel(self):
        is_finished = self._exiting and not self._tasks
        if not is_finished and not self._aborting:
            self._abort()
            self._parent_cancel_requested = True
            self._parent_task.cancel()

    async def __aexit__(self, kind, error, traceback):
        self._exiting = True
        latest = cancellation = error if isinstance(error, asyncio.CancelledError) else None
        if error is not None and not self._aborting:
            self._abort()

        while self._tasks:
            self._on_completed_fut = self._loop.create_future()
            try:
                await self._on_completed_fut
            except asyncio.CancelledError as cancelled:
                latest = cancelled
                if not self._aborting:
                    cancellation = cancelled
                    self._abort()
            self._on_completed_fut = None

        if self._parent_cancel_requested:
            # What is left is not the group's own.
            cancellation = (cancellation or latest) if self._parent_task.uncancel() else None
        if error is not None and not isinstance(error, asyncio.CancelledError):
            self._errors.append(error)
        if cancellation is not None and not self._errors:
            raise cancellation
        if self._errors:
            if self._parent_task.cancelling():
                self._parent_task.uncancel()
                self._parent_task.cancel()
            raise BaseExceptionGroup("unhandled errors in a TaskGroup", self._errors) from None
        return True


def task_group_for(program):
    """The kind of group that a program gets: asyncio's own, where that has the rules that the program can show."""
    if _has(program["functions"], "cancelgroup"):
        newer = (3, 15)
    elif program.get("eager"):
        newer = (3, 14)
    else:
        newer = (3, 13)
    return TaskGroup if sys.version_info < newer else asyncio.TaskGroup


def _has(statements, op):
    if isinstance(statements, dict):
        return statements.get("op") == op or any(_has(each, op) for each in statements.values())
    return isinstance(statements, list) and any(_has(each, op) for each in statements)


class QueueShutDown(Exception):
    """3.13: what a queue says after it was shut down."""


QueueShutDown = getattr(asyncio, "QueueShutDown", QueueShutDown)


class _ShutsDown:
    """3.13: a queue can be shut down."""

    _is_shutdown = False

    async def put(self, item):
        while self.full():
            if self._is_shutdown:
                raise QueueShutDown
            await self._wait_among(self._putters, self.full)
        self.put_nowait(item)

    async def get(self):
        while self.empty():
            if self._is_shutdown:
                raise QueueShutDown
            await self._wait_among(self._getters, self.empty)
        return self.get_nowait()

    async def _wait_among(self, waiters, in_vain):
        waiter = self._get_loop().create_future()
        waiters.append(waiter)
        try:
            await waiter
        except BaseException:
            waiter.cancel()
            if waiter in waiters:
                waiters.remove(waiter)
            if not in_vain() and not waiter.cancelled():
                self._wakeup_next(waiters)
            raise

    def put_nowait(self, item):
        if self._is_shutdown:
            raise QueueShutDown
        super().put_nowait(item)

    def get_nowait(self):
        if self.empty() and self._is_shutdown:
            raise QueueShutDown
        return super().get_nowait()

    def shutdown(self, immediate=False):
        self._is_shutdown = True
        while immediate and not self.empty():
            self._get()
            if self._unfinished_tasks > 0:
                self._unfinished_tasks -= 1
        if immediate and self._unfinished_tasks == 0:
            self._finished.set()
        for waiter in (*self._getters, *self._putters):
            if not waiter.done():
                waiter.set_result(None)
        self._getters.clear()
        self._putters.clear()


class Queue(_ShutsDown, queues.Queue):
    pass


class PriorityQueue(_ShutsDown, queues.PriorityQueue):
    pass


class LifoQueue(_ShutsDown, queues.LifoQueue):
    pass


class Condition(locks.Condition):
    """3.13: a wait that was cancelled wakes somebody else instead, and keeps the reason it was cancelled for."""

    async def wait(self):
        if not self.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        notified = self._get_loop().create_future()
        self.release()
        try:
            try:
                self._waiters.append(notified)
                try:
                    await notified
                finally:
                    self._waiters.remove(notified)
            finally:
                await self._take_back_the_lock()
        except BaseException:
            self.notify(1)
            raise
        return True

    async def _take_back_the_lock(self):
        cancelled = None
        while True:
            try:
                await self.acquire()
                break
            except asyncio.CancelledError as error:
                cancelled = error
        if cancelled is not None:
            raise cancelled


class _WakesAll:
    """3.12: whoever leaves the queue of a semaphore wakes as many as there is room for; before, one at most."""

    async def acquire(self):
        try:
            return await super().acquire()
        finally:
            while self._value > 0 and any(not waiter.done() for waiter in self._waiters or ()):
                self._wake_up_next()


class Semaphore(_WakesAll, locks.Semaphore):
    pass


class BoundedSemaphore(_WakesAll, locks.BoundedSemaphore):
    pass


class _CountsDoneAtOnce:
    """3.12: gather counts what is done already when it is called, not one iteration later.

    While gather is being called, its callbacks on futures that are done are kept here instead of being queued.
    """

    kept = None

    def add_done_callback(self, callback, **options):
        if _CountsDoneAtOnce.kept is not None and self.done():
            _CountsDoneAtOnce.kept.append((callback, self))
        else:
            super().add_done_callback(callback, **options)


class Future(_CountsDoneAtOnce, asyncio.Future):
    pass


class _GatheringFuture(_CountsDoneAtOnce, tasks._GatheringFuture):
    pass


def gather(*futures, return_exceptions=False):
    kept = _CountsDoneAtOnce.kept = []
    try:
        outer = tasks.gather(*futures, return_exceptions=return_exceptions)
    finally:
        _CountsDoneAtOnce.kept = None
    for callback, future in kept:
        callback(future)
    return outer


class _StartsAtOnce:
    """3.12: the first step of an eager task runs inside the call that makes it."""

    def __init__(self, coroutine, *, loop, eager_start=False, **options):
        if not eager_start or not loop.is_running():
            super().__init__(coroutine, loop=loop, **options)
            return
        first = []
        loop.call_soon = lambda step, context: first.append((context, step))
        try:
            super().__init__(coroutine, loop=loop, **options)
        finally:
            del loop.call_soon
        maker = tasks.current_task(loop)
        if maker is not None:
            tasks._leave_task(loop, maker)
        # The maker may be calling gather; what the step does is no part of that.
        kept, _CountsDoneAtOnce.kept = _CountsDoneAtOnce.kept, None
        try:
            ((context, step),) = first
            context.run(step)
        finally:
            _CountsDoneAtOnce.kept = kept
            if maker is not None:
                tasks._enter_task(loop, maker)


class _TakesBack:
    """3.13: uncancel that reaches zero takes back a cancellation that has not been thrown yet."""

    def uncancel(self):
        left = super().uncancel()
        if left == 0:
            self._must_cancel = False
        return left


def complete(loop_type):
    """Gives what is newer than this Python to asyncio and to the loop."""
    if sys.version_info < (3, 12):
        asyncio.wait_for = wait_for
        asyncio.gather = gather
        tasks._GatheringFuture = _GatheringFuture
        loop_type.create_future = lambda loop: Future(loop=loop)
        loop_type.task_type = type("Task", (_StartsAtOnce, _CountsDoneAtOnce, loop_type.task_type), {})
    if sys.version_info < (3, 13):
        loop_type.task_type = type("Task", (_TakesBack, loop_type.task_type), {})
        asyncio.Semaphore = Semaphore
        asyncio.BoundedSemaphore = BoundedSemaphore
        asyncio.Condition = Condition
        asyncio.Queue = Queue
        asyncio.PriorityQueue = PriorityQueue
        asyncio.LifoQueue = LifoQueue
        # Barrier looks the name up in its own module.
        locks.Condition = Condition
