"""Two threads for numpy's work: its loops release the GIL, so both cores compute at once.

The caller is a job of the window or the command line itself; these threads live no longer than the
call that needs them and never outlive a cancel.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

THREADS = 2
_AHEAD = 2  # tasks that wait for each thread, so that none runs dry


def map_ahead(
    work: Callable[[T], R], tasks: Iterable[T], holds_gil: Callable[[T], bool] = lambda _: False
) -> Generator[R, None, None]:
    """`work` of each task, in order; at most four are under way or waiting to be taken.

    The tasks are drawn, and the results given, in the caller's thread. Close the iterator to stop
    early: it waits for the tasks that run (some milliseconds each) and drops the others.

    Args:
        holds_gil: Tasks that threads would only quarrel about; the caller's thread does them.
    """
    pool = ThreadPoolExecutor(THREADS, "analysis")
    waiting: deque[Future[R]] = deque()
    try:
        for task in tasks:
            if holds_gil(task):
                while waiting:
                    yield waiting.popleft().result()
                yield work(task)
                continue
            waiting.append(pool.submit(work, task))
            if len(waiting) >= THREADS * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
