"""What can be asked of a server: one value an operation, which routes and OpenAPI are made of."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from inspect import cleandoc

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response

Handler = Callable[[Request], Awaitable[Response]]

JSON, HTML, PLAIN, TOML, BYTES = (
    "application/json",
    "text/html",
    "text/plain",
    "application/toml",
    "application/octet-stream",
)


@dataclass(frozen=True, slots=True)
class Operation:
    """A method of a path.

    Attributes:
        id: its name in OpenAPI.
        method: of HTTP.
        path: as starlette writes it: ``/api/dismissals/{id:int}``.
        manual: what it does; the first line is its summary.
        answer: does it.
        gives: what a good answer holds, by media type.
        status: of a good answer.
        takes: what its JSON body holds; ``bytes`` for a file.
        query: its parameters.
        problems: statuses of errors that not every operation has.
    """

    id: str
    method: str
    path: str
    manual: str
    answer: Handler
    gives: Mapping[str, object]
    status: int = 200
    takes: object = None
    query: type[Struct] | None = None
    problems: tuple[int, ...] = ()


def operation(
    method: str,
    path: str,
    gives: Mapping[str, object],
    *,
    status: int = 200,
    takes: object = None,
    query: type[Struct] | None = None,
    problems: tuple[int, ...] = (),
) -> Callable[[Handler], Operation]:
    """Return a decorator that makes an operation of a handler and its docstring."""

    def made(answer: Handler) -> Operation:
        name, manual = answer.__name__, cleandoc(answer.__doc__ or "")
        return Operation(
            name, method, path, manual, answer, gives, status, takes, query, problems
        )

    return made
