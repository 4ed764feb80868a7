"""The bodies of requests: bounded, in time, and strictly what they should be."""

import asyncio
from typing import TypeVar

from msgspec import DecodeError, json
from starlette.exceptions import HTTPException
from starlette.requests import Request

from qa.web.replies import BAD_REQUEST, NO_JSON, TOO_LARGE
from qa.web.service import service_of

T = TypeVar("T")

_SECONDS = 60.0


async def raw(request: Request) -> bytes:
    """Return the body of a request.

    Raises:
        HTTPException: it is too large, or too slow in coming.
    """
    try:
        return await asyncio.wait_for(_counted(request), _SECONDS)
    except TimeoutError as error:
        raise HTTPException(408, "the text was too slow in coming") from error


async def decoded(request: Request, shape: type[T]) -> T:
    """Return the JSON body of a request.

    Raises:
        HTTPException: it is not JSON of that shape, or too large.
    """
    if request.headers.get("content-type", "").split(";")[0].strip() != "application/json":
        raise HTTPException(NO_JSON, "send JSON, as application/json")
    try:
        return json.decode(await raw(request), type=shape)
    except (DecodeError, UnicodeDecodeError) as error:
        raise HTTPException(BAD_REQUEST, f"the JSON is not what it should be: {error}") from error


async def _counted(request: Request) -> bytes:
    most = service_of(request).most
    if int(request.headers.get("content-length", "0")) > most:
        raise _too_large(most)
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > most:
            raise _too_large(most)
        parts.append(part)
    return b"".join(parts)


def _too_large(most: int) -> HTTPException:
    return HTTPException(TOO_LARGE, f"the text is larger than {most / 1_000_000:g} MB")
