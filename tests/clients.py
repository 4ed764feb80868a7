"""A server inside the test, and a client that asks it as its own page does."""

from typing import Any

from starlette.testclient import TestClient

from qa.config import Options
from qa.web.access import Access
from qa.web.application import application
from qa.web.service import Service
from qa.web.workers import Workers

HERE = "http://localhost:8017"
TRANSLATED = "The minister told us that the the Ukraine also uses drones of this kind.\n"


def client(access: Access | None = None, **settings: Any) -> TestClient:
    """Return a client of a server with these settings."""
    told = {"options": Options(language="en", origin="de"), "workers": Workers(2, 4, 60), **settings}
    return TestClient(application(Service(access=access or Access(), **told)), base_url=HERE)
