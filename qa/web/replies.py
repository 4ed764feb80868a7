"""Answers, and the one shape of all errors."""

from urllib.parse import quote

from msgspec import json
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from qa.errors import QAError
from qa.web.messages import Problem
from qa.web.operations import JSON
from qa.web.store.connecting import UnavailableError
from qa.web.workers import BusyError

_RETRY = 5  # seconds

BAD_REQUEST, UNAUTHORIZED, FORBIDDEN, NOT_FOUND, NOT_ALLOWED = 400, 401, 403, 404, 405
SLOW, TOO_LARGE, WRONG_TYPE, UNPROCESSABLE, BROKEN, BUSY = 408, 413, 415, 422, 500, 503


def structured(value: object, status: int = 200) -> Response:
    """Return a value as JSON."""
    return Response(json.encode(value), status, media_type=JSON)


def file(content: str | bytes, media_type: str, name: str) -> Response:
    """Return a file that a browser keeps and does not show."""
    told = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    return Response(content, media_type=media_type, headers={"Content-Disposition": told})


def problem(status: int, message: str, hint: str | None = None) -> Response:
    """Return what went wrong, and what to do, as JSON."""
    return structured(Problem(message, hint), status)


def missing(what: str) -> HTTPException:
    """Return the error for something that is not there."""
    return HTTPException(NOT_FOUND, f"there is no {what}")


def _of_mistake(_: Request, error: Exception) -> Response:
    """Return what a user can put right."""
    return problem(UNPROCESSABLE, str(error), getattr(error, "hint", None))


def _of_status(_: Request, error: Exception) -> Response:
    """Return an error of HTTP: no such page, no such method, too much."""
    status = getattr(error, "status_code", BROKEN)
    reply = problem(status, getattr(error, "detail", ""))
    reply.headers.update(getattr(error, "headers", None) or {})
    return reply


def _of_load(_: Request, error: Exception) -> Response:
    return _later(problem(BUSY, str(error), "try again in a moment"))


def _of_database(_: Request, error: Exception) -> Response:
    # What the database says may name its address, which is nobody else's business.
    del error
    hint = "checks go on without it; try again in a moment"
    return _later(problem(BUSY, "the database does not answer", hint))


def _of_bug(_: Request, error: Exception) -> Response:
    del error  # uvicorn shows it to whoever runs the server
    return problem(BROKEN, "this is a mistake in qa", "whoever runs the server sees more")


def _later(reply: Response) -> Response:
    reply.headers["Retry-After"] = str(_RETRY)
    return reply


HANDLERS = {
    QAError: _of_mistake,
    HTTPException: _of_status,
    BusyError: _of_load,
    UnavailableError: _of_database,
    Exception: _of_bug,
}
