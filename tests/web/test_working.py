"""Nobody computes for a client that has left."""

import asyncio
from collections.abc import Callable
from threading import Event
from typing import Any

import pytest
from starlette.exceptions import HTTPException
from starlette.requests import Request

from qa.web.workers import Workers
from qa.web.working import worked


class Asking:
    """A request of a client that may leave; it stands in for an application with workers, too."""

    def __init__(self, workers: Workers) -> None:
        self.workers = workers
        self.left = asyncio.Event()
        self.state = self
        self.service = self

    async def receive(self) -> dict[str, Any]:
        await self.left.wait()
        return {"type": "http.disconnect"}

    async def ask(self, task: Callable[[], object]) -> object:
        scope = {"type": "http", "app": self}
        return await worked(Request(scope, self.receive), task)


def test_a_task_whose_client_has_left_is_not_begun() -> None:
    async def run() -> None:
        workers, stop, begun = Workers(1, 4, 10), Event(), Event()
        busy = asyncio.create_task(Asking(workers).ask(stop.wait))
        await asyncio.sleep(0.05)
        client = Asking(workers)
        waiting = asyncio.create_task(client.ask(begun.set))
        await asyncio.sleep(0.05)
        client.left.set()
        with pytest.raises(HTTPException) as caught:
            await waiting
        await asyncio.sleep(0.05)
        stop.set()
        assert await busy is True
        assert await Asking(workers).ask(lambda: "next") == "next"
        assert (caught.value.status_code, begun.is_set()) == (499, False)

    asyncio.run(run())


def test_what_goes_wrong_is_told_to_the_client() -> None:
    async def run() -> None:
        with pytest.raises(ZeroDivisionError):
            await Asking(Workers(1, 1, 10)).ask(lambda: 1 // 0)

    asyncio.run(run())
