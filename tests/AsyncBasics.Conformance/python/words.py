"""How outcomes are written in the log: the same words the other interpreter uses."""

import asyncio

import newer_rules


class Boom(Exception):
    """The error a program raises on purpose."""


# What asyncio raises when a primitive or a future is used in a state that does not allow it.
_MISUSE = (RuntimeError, ValueError, asyncio.InvalidStateError)


def of_value(value):
    if value is None:
        return "-"
    if isinstance(value, list):
        return "[" + ",".join(map(of_value, value)) + "]"
    if isinstance(value, asyncio.CancelledError):
        # Only gather puts one among the values, and it makes a new one without the task's reason.
        return "cancelled"
    if isinstance(value, BaseException):
        return of_error(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def of_error(error):
    if isinstance(error, asyncio.CancelledError):
        reason = error.args[0] if error.args else None
        return f"cancelled:{reason}" if reason else "cancelled"
    if isinstance(error, Boom):
        return f"boom:{error}"
    if isinstance(error, BaseExceptionGroup):
        return "group(" + ",".join(map(of_error, error.exceptions)) + ")"
    for kind, word in (
        (TimeoutError, "timeout"),
        (asyncio.QueueFull, "full"),
        (asyncio.QueueEmpty, "empty"),
        (asyncio.BrokenBarrierError, "broken"),
        (newer_rules.QueueShutDown, "shutdown"),
        (_MISUSE, "misuse"),
    ):
        if isinstance(error, kind):
            return word
    # Nothing of the language ends here; a fault of this interpreter must not pass for an outcome.
    return f"fault:{type(error).__name__}:{error}"


def of_state(future):
    if not future.done():
        return "pending"
    if future.cancelled():
        return "cancelled"
    error = future.exception()
    return f"value {of_value(future.result())}" if error is None else f"error {of_error(error)}"


_KINDS = {
    "cancelled": asyncio.CancelledError,
    "boom": Boom,
    "timeout": TimeoutError,
    "group": BaseExceptionGroup,
    "error": Exception,
    "all": BaseException,
}


def matches(kind, error):
    return isinstance(error, _KINDS[kind])
