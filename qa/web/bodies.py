"""What requests bring: bounded, in time, and strictly what it should be."""

import asyncio
from typing import TypeVar

from msgspec import DecodeError, ValidationError, convert, json
from starlette.exceptions import HTTPException
from starlette.requests import Request

from qa.web.fields import Number
from qa.web.operations import JSON
from qa.web.replies import BAD_REQUEST, NOT_FOUND, SLOW, TOO_LARGE, WRONG_TYPE
from qa.web.service import service_of

T = TypeVar("T")

_SECONDS = 60.0


def queried(request: Request, shape: type[T]) -> T:
    """Return the parameters of a request.

    Raises:
        HTTPException: they are not of that shape.
    """
    try:
        return convert(dict(request.query_params), shape, strict=False)
    except ValidationError as error:
        raise HTTPException(BAD_REQUEST, f"the parameters are wrong: {error}") from error


def numbered(request: Request) -> int:
    """Return the number in the path of a request.

    Raises:
        HTTPException: nothing has such a number.
    """
    try:
        return convert(request.path_params["id"], Number)
    except ValidationError as error:
        raise HTTPException(NOT_FOUND, "nothing has that number") from error


async def decoded(request: Request, shape: type[T]) -> T:
    """Return the JSON body of a request.

    Raises:
        HTTPException: it is not JSON of that shape, or too large.
    """
    try:
        return json.decode(await raw(request, JSON), type=shape)
    except (DecodeError, UnicodeDecodeError) as error:
        raise HTTPException(BAD_REQUEST, f"the JSON is not what it should be: {error}") from error


async def raw(request: Request, media_type: str) -> bytes:
    """Return the body of a request, which must be of a media type that no form can send.

    Raises:
        HTTPException: it is of another type, too large, or too slow in coming.
    """
    told = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if told != media_type:
        raise HTTPException(WRONG_TYPE, f"the Content-Type must be {media_type}")
    try:
        return await asyncio.wait_for(_counted(request), _SECONDS)
    except TimeoutError as error:
        raise HTTPException(SLOW, "the text was too slow in coming") from error


async def _counted(request: Request) -> bytes:
    most = service_of(request).most
    told = request.headers.get("content-length", "")
    if told.isdigit() and int(told) > most:
        raise _too_large(most)
    content = bytearray()
    async for part in request.stream():
        content += part
        if len(content) > most:
            raise _too_large(most)
    return bytes(content)


def _too_large(most: int) -> HTTPException:
    return HTTPException(TOO_LARGE, f"this is larger than {most / 1_000_000:g} MB")
