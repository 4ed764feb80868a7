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
class Exchange:
    """What goes in and what comes out.

    Attributes:
        gives: what a good answer holds, by media type.
        status: of a good answer.
        takes: what the JSON body holds; ``bytes`` for a file.
        query: the parameters.
        problems: statuses of errors that not every operation has.
    """

    gives: Mapping[str, object]
    status: int = 200
    takes: object = None
    query: type[Struct] | None = None
    problems: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Operation:
    """A method of a path.

    Attributes:
        id: its name in OpenAPI.
        method: of HTTP.
        path: as starlette writes it: ``/api/dismissals/{id:int}``.
        manual: what it does; the first line is its summary.
        exchange: what goes in and what comes out.
        answer: does it.
    """

    id: str
    method: str
    path: str
    manual: str
    exchange: Exchange
    answer: Handler


def operation(method: str, path: str, exchange: Exchange) -> Callable[[Handler], Operation]:
    """Return a decorator that makes an operation of a handler and its docstring."""

    def made(answer: Handler) -> Operation:
        manual = cleandoc(answer.__doc__ or "")
        return Operation(answer.__name__, method, path, manual, exchange, answer)

    return made
