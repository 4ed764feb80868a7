"""Threads that check, and a short queue before them.

A thread cannot be stopped: one whose task takes too long stays busy until that is done, so no
number of impatient clients makes more threads than there are.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from queue import Full, Queue
from threading import Thread
from typing import Any, TypeVar

T = TypeVar("T")


class BusyError(Exception):
    """The queue is full, or a task has taken too long."""


class Workers:
    """Runs tasks, a few at a time.

    Args:
        threads: how many tasks run at once.
        waiting: how many may wait for their turn.
        seconds: that a task may take, its waiting included.
    """

    def __init__(self, threads: int, waiting: int, seconds: float) -> None:
        self._tasks: Queue[tuple[Future[Any], Callable[[], Any]]] = Queue(waiting)
        self._seconds = seconds
        for _ in range(threads):
            # Ctrl-C must not wait for a long article.
            Thread(target=self._work, daemon=True).start()

    async def run(self, task: Callable[[], T]) -> T:
        """Return what ``task`` returns.

        Raises:
            BusyError: too many tasks wait, or this one took too long.
        """
        future: Future[T] = Future()
        try:
            self._tasks.put_nowait((future, task))
            return await asyncio.wait_for(asyncio.wrap_future(future), self._seconds)
        except Full as error:
            raise BusyError("too many texts are being checked") from error
        except TimeoutError as error:
            raise BusyError(f"the text took longer than {self._seconds:g} s") from error

    def _work(self) -> None:
        while True:
            future, task = self._tasks.get()
            # False if nobody waits for it any more.
            if future.set_running_or_notify_cancel():
                _fulfil(future, task)


def _fulfil(future: "Future[Any]", task: Callable[[], Any]) -> None:
    try:
        future.set_result(task())
    except BaseException as error:  # noqa: BLE001 - it belongs to whoever asked
        future.set_exception(error)
