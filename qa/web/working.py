"""A task for a client, which is dropped if the client has left before its turn comes.

Who types asks again and again, and leaves what was asked before.
"""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from starlette.exceptions import HTTPException
from starlette.requests import Request

from qa.web.service import service_of

T = TypeVar("T")

# As nginx has it in its journal; the client does not see it.
_GONE = 499


async def worked(request: Request, task: Callable[[], T]) -> T:
    """Return what a task returns, whose request has been read to its end.

    Raises:
        BusyError: too many tasks wait, or this one took too long.
        HTTPException: the client has left.
    """
    work = asyncio.ensure_future(service_of(request).workers.run(task))
    leaving = asyncio.ensure_future(_left(request))
    try:
        await asyncio.wait({work, leaving}, return_when=asyncio.FIRST_COMPLETED)
        if work.done():
            return work.result()
        raise HTTPException(_GONE, "nobody waits for the answer")
    finally:
        work.cancel()
        leaving.cancel()


async def _left(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
