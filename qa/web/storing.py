"""What routes ask of the database, in a thread of its own."""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from qa.web import bodies, replies
from qa.web.service import service_of

T = TypeVar("T")

NO_CONTENT = 204


async def stored(request: Request, action: Callable[[Connection], T]) -> T:
    """Return what an action in the database of a server returns."""
    store = service_of(request).store

    def acted() -> T:
        with store.begin() as connection:
            return action(connection)

    return await run_in_threadpool(acted)


async def removed(
    request: Request, remove: Callable[[Connection, int], bool], what: str
) -> Response:
    """Remove what the number in the path names, and return the empty answer.

    Args:
        request: whose path has the number.
        remove: removes it, and tells whether there was one.
        what: it is, for messages: ``"dismissal"``.

    Raises:
        HTTPException: there is none of that number.
    """
    number = bodies.numbered(request)
    if not await stored(request, lambda connection: remove(connection, number)):
        raise replies.missing(f"{what} {number}")
    return Response(status_code=NO_CONTENT)
