"""What one server has: settings, limits and workers."""

from dataclasses import dataclass

from starlette.requests import Request

from qa.config import Options
from qa.web.access import Access
from qa.web.workers import Workers

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Service:
    """What the routes work with.

    Attributes:
        options: settings of every check, as on the command line.
        access: who may ask.
        workers: run what takes time.
        most: bytes that a body may have.
    """

    options: Options
    access: Access
    workers: Workers
    most: int = 5 * MEGABYTE


def service_of(request: Request) -> Service:
    """Return the service that a request is for."""
    service: Service = request.app.state.service
    return service
