"""What CPython changed after 3.11, given to older interpreters.

The loop under test follows 3.14. On 3.13 and later nothing here is used; an older asyncio gets the newer rule in each
place where it would show, so that every Python from 3.11 on writes the same log of the same program. That they do is
checked by comparing them: `AsyncBasics.Conformance agree`.
"""

import asyncio
import sys
from asyncio import locks, tasks


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
    """3.13: the group takes back its own cancellation of the parent when it is left, and keeps one from outside."""

    async def __aexit__(self, kind, error, traceback):
        self._exiting = True
        cancellation = error if isinstance(error, asyncio.CancelledError) else None
        if error is not None and not self._aborting:
            self._abort()

        while self._tasks:
            self._on_completed_fut = self._loop.create_future()
            try:
                await self._on_completed_fut
            except asyncio.CancelledError as cancelled:
                if not self._aborting:
                    cancellation = cancelled
                    self._abort()
            self._on_completed_fut = None

        if self._parent_cancel_requested and self._parent_task.uncancel() == 0:
            cancellation = None
        if cancellation is not None and not self._errors:
            raise cancellation
        if error is not None and not isinstance(error, asyncio.CancelledError):
            self._errors.append(error)
        if self._errors:
            if self._parent_task.cancelling():
                self._parent_task.uncancel()
                self._parent_task.cancel()
            raise BaseExceptionGroup("unhandled errors in a TaskGroup", self._errors) from None


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
        loop_type.task_type = type("Task", (_CountsDoneAtOnce, loop_type.task_type), {})
    if sys.version_info < (3, 13):
        loop_type.task_type = type("Task", (_TakesBack, loop_type.task_type), {})
        asyncio.TaskGroup = TaskGroup
        asyncio.Semaphore = Semaphore
        asyncio.BoundedSemaphore = BoundedSemaphore
        asyncio.Condition = Condition
        # Barrier looks the name up in its own module.
        locks.Condition = Condition
