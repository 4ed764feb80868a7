"""The routes of a server, and what stands before them."""

from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from qa.web.guard import Guard
from qa.web.replies import HANDLERS
from qa.web.routes.check import check
from qa.web.service import Service

PAGE = Path(__file__).parent / "page"


def application(service: Service) -> Starlette:
    """Return the application that serves the page and the API."""
    made = Starlette(
        routes=[
            Route("/api/check", check, methods=["POST"]),
            Mount("/", StaticFiles(directory=PAGE, html=True)),
        ],
        middleware=[Middleware(Guard, access=service.access)],
        exception_handlers=HANDLERS,
    )
    made.state.service = service
    return made
