"""A few tasks at a time; who asks too much or too long is told so."""

import asyncio
from threading import Event

import pytest

from qa.web.workers import BusyError, Workers


def test_a_task_gives_what_it_returns_or_raises() -> None:
    async def run() -> None:
        workers = Workers(1, 2, 10)
        assert await workers.run(lambda: 6 * 7) == 42
        with pytest.raises(ZeroDivisionError):
            await workers.run(lambda: 1 // 0)
        assert await workers.run(lambda: "still there") == "still there"

    asyncio.run(run())


def test_who_comes_when_the_queue_is_full_is_told_so() -> None:
    async def run() -> None:
        stop, workers = Event(), Workers(1, 1, 10)
        first = asyncio.create_task(workers.run(stop.wait))
        await asyncio.sleep(0.05)
        second = asyncio.create_task(workers.run(stop.wait))
        await asyncio.sleep(0.05)
        with pytest.raises(BusyError, match="too many"):
            await workers.run(stop.wait)
        stop.set()
        assert all(await asyncio.gather(first, second))

    asyncio.run(run())


def test_who_waits_too_long_is_told_so_and_the_task_is_not_begun() -> None:
    async def run() -> None:
        stop, begun, workers = Event(), Event(), Workers(1, 4, 0.1)
        with pytest.raises(BusyError, match=r"longer than 0\.1 s"):
            await asyncio.gather(workers.run(stop.wait), workers.run(begun.set))
        await asyncio.sleep(0.1)
        stop.set()
        assert await workers.run(lambda: "next") == "next"
        assert not begun.is_set()

    asyncio.run(run())
