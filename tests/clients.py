"""A server inside the test, and a client that asks it as its own page does."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from databases import sqlite
from starlette.testclient import TestClient

from qa.config import Options
from qa.web.access import Access
from qa.web.application import application
from qa.web.service import Service
from qa.web.store.connecting import Store, opened
from qa.web.workers import Workers

HERE = "http://localhost:8017"
TRANSLATED = "The minister told us that the the Ukraine also uses drones of this kind.\n"
MOST = 100_000


def service(store: Store, **settings: Any) -> Service:
    """Return a service with these settings, and the usual ones."""
    usual = {
        "options": Options(language="en", origin="de"),
        "access": Access(),
        "workers": Workers(2, 4, 60),
        "most": MOST,
    }
    return Service(store=store, **{**usual, **settings})


@contextmanager
def serving(database: Path | str, **settings: Any) -> Iterator[TestClient]:
    """Yield a client of a server that keeps things in a database, or in a file of a folder."""
    store = opened(sqlite(database) if isinstance(database, Path) else database)
    made = service(store, **settings)
    yield TestClient(application(made), base_url=HERE, raise_server_exceptions=False)
    made.close()
