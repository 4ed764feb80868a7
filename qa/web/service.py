"""What one server has: settings, limits, workers and what editors decided."""

from collections.abc import Callable
from dataclasses import dataclass, field

from starlette.requests import Request

from qa.config import Options
from qa.web.access import Access
from qa.web.proposing import Shelf
from qa.web.store.connecting import Store
from qa.web.workers import Workers

Journal = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Service:
    """What the routes work with.

    Attributes:
        options: settings of every check, as on the command line.
        access: who may ask.
        workers: run what takes time.
        store: keeps dismissals and proposals.
        most: bytes that a body may have.
        journal: is told a line for every request; None tells nobody.
        shelf: has the glossaries of proposals.
    """

    options: Options
    access: Access
    workers: Workers
    store: Store
    most: int
    journal: Journal | None = None
    shelf: Shelf = field(default_factory=Shelf)

    def close(self) -> None:
        """Let go of the database and of files."""
        self.store.close()
        self.shelf.close()


def service_of(request: Request) -> Service:
    """Return the service that a request is for."""
    service: Service = request.app.state.service
    return service
