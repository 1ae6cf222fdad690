"""Our own mistakes: recorded and shown, never fatal, never silent.

An exception that leaves a virtual method called by Qt crashes the process on some versions of
PySide6, so every override is `guarded`.
"""

from __future__ import annotations

import functools
import sys
import traceback
from collections import deque
from collections.abc import Callable
from types import TracebackType
from typing import Any, TypeVar

Method = TypeVar("Method", bound=Callable[..., Any])

recorded: deque[str] = deque(maxlen=50)
listeners: list[Callable[[str], None]] = []
_seen: set[tuple[str, int]] = set()


def record(error: BaseException) -> str:
    """Keep the traceback of `error`, print it the first time it happens at its place."""
    text = "".join(traceback.format_exception(error))
    recorded.append(text)
    last = traceback.extract_tb(error.__traceback__)[-1:]
    place = (last[0].filename, last[0].lineno or 0) if last else ("", 0)
    if place not in _seen:
        _seen.add(place)
        sys.stderr.write(text)
        for listener in list(listeners):
            listener(text)
    return text


def guarded(neutral: Callable[[], Any]) -> Callable[[Method], Method]:
    """Make a virtual override safe: what it raises is recorded and `neutral()` is returned."""

    def decorate(method: Method) -> Method:
        @functools.wraps(method)
        def safe(*args: Any) -> Any:
            try:
                return method(*args)
            except Exception as error:
                record(error)
                return neutral()

        return safe  # type: ignore[return-value]

    return decorate


def nothing() -> None:
    """The neutral value of overrides that return none."""


def install_hook() -> None:
    """Record what slots raise, too; PySide6 hands it to `sys.excepthook`."""
    original = sys.excepthook

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, Exception):
            record(error)
        else:
            original(kind, error, trace)

    sys.excepthook = hook
