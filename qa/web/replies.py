"""Answers, and the one shape of all errors."""

import sys
import traceback

from msgspec import json
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from qa.errors import QAError
from qa.web.messages import Problem
from qa.web.workers import BusyError

_RETRY = 5  # seconds

BAD_REQUEST, UNAUTHORIZED, FORBIDDEN, NOT_FOUND = 400, 401, 403, 404
TOO_LARGE, NO_JSON, UNPROCESSABLE, BROKEN, BUSY = 413, 415, 422, 500, 503


def structured(value: object, status: int = 200) -> Response:
    """Return a value as JSON."""
    return Response(json.encode(value), status, media_type="application/json")


def problem(status: int, message: str, hint: str | None = None) -> Response:
    """Return what went wrong, and what to do, as JSON."""
    return structured(Problem(message, hint), status)


def of_mistake(_: Request, error: Exception) -> Response:
    """Return what a user can put right."""
    assert isinstance(error, QAError)  # noqa: S101 - starlette asks for any exception
    return problem(UNPROCESSABLE, error.message, error.hint)


def of_status(_: Request, error: Exception) -> Response:
    """Return an error of HTTP: no such page, no such method, too much."""
    assert isinstance(error, HTTPException)  # noqa: S101 - as above
    reply = problem(error.status_code, error.detail)
    reply.headers.update(error.headers or {})
    return reply


def of_load(_: Request, error: Exception) -> Response:
    """Return that there is too much to do just now."""
    reply = problem(BUSY, str(error), "try again in a moment")
    reply.headers["Retry-After"] = str(_RETRY)
    return reply


def of_bug(_: Request, error: Exception) -> Response:
    """Show a mistake of ours to whoever runs the server, and tell the client that it is one."""
    traceback.print_exception(error, file=sys.stderr)
    return problem(BROKEN, "this is a mistake in qa", "whoever runs the server sees more")


HANDLERS = {
    QAError: of_mistake,
    HTTPException: of_status,
    BusyError: of_load,
    Exception: of_bug,
}
