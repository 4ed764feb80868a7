"""The routes of a server, and what stands before them."""

from collections.abc import Awaitable, Callable
from importlib.resources import files
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from qa.web import entrance, openapi, replies
from qa.web.guard import Guard
from qa.web.operations import Operation
from qa.web.routes import dismissals, manuals, proposals, texts
from qa.web.service import Service

PAGE = Path(__file__).parent / "page"
_API = "/api"
# What the page has in common with the report.
_SHARED = (
    Path(str(files("qa.pages") / "palette.css")),
    Path(str(files("qa.reports.html") / "panel.css")),
    Path(str(files("qa.reports.html") / "filters.js")),
)

OPERATIONS: tuple[Operation, ...] = tuple(
    found
    for module in (texts, dismissals, proposals, manuals)
    for found in vars(module).values()
    if isinstance(found, Operation)
)


def application(service: Service) -> ASGIApp:
    """Return the application that serves the page and the API."""
    made = Starlette(
        routes=[
            # A route of its own, so that a method that a path lacks is told from a missing file.
            Mount(_API, routes=[_route(one) for one in OPERATIONS]),
            Route("/openapi.json", _described, methods=["GET"]),
            Route(entrance.LOGIN, entrance.login, methods=["POST"]),
            Route(entrance.STYLE, entrance.style, methods=["GET"]),
            *(Route(f"/{one.name}", _file(one), methods=["GET"]) for one in _SHARED),
            Mount("/", StaticFiles(directory=PAGE, html=True)),
        ],
        exception_handlers=replies.HANDLERS,
    )
    made.state.service = service
    return Guard(made, service.access, service.journal)


def _route(one: Operation) -> Route:
    return Route(one.path.removeprefix(_API), one.answer, methods=[one.method])


def _file(path: Path) -> Callable[[Request], Awaitable[Response]]:
    async def sent(_: Request) -> Response:
        return FileResponse(path)

    return sent


async def _described(_: Request) -> Response:
    return replies.structured(openapi.document(OPERATIONS))
