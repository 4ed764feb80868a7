"""The manual over HTTP is that of the command line."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from clients import serving
from conftest import GLOSSARY, Program
from starlette.testclient import TestClient

from qa.config import Options


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    (tmp_path / "house.toml").write_text(GLOSSARY, encoding="utf-8")
    options = Options(glossaries=(str(tmp_path / "house.toml"),))
    with serving(tmp_path, options=options) as client:
        yield client


@pytest.mark.parametrize("name", ["missing-number", "de-en/return-service"])
def test_a_page_is_that_of_explain(name: str, client: TestClient, program: Program) -> None:
    expected = program("explain", name).stdout
    assert client.get(f"/api/checks/{name}", headers={"Accept": "text/plain"}).text == expected
    assert client.get(f"/api/checks/{name}").json() == {"id": name, "page": expected[:-1]}


def test_the_glossaries_of_the_server_have_pages(client: TestClient) -> None:
    assert "no such image" in client.get("/api/checks/house/four-eyes").json()["page"]


@pytest.mark.parametrize("name", ["mising-number", "de-en/retrun-service", "../../secret/x", "x/y"])
def test_what_there_is_not_is_missing(name: str, client: TestClient) -> None:
    answer = client.get(f"/api/checks/{name.replace('../', '..%2F')}")
    assert (answer.status_code, bool(answer.json()["error"])) == (404, True)


def test_all_checks_are_listed(client: TestClient, program: Program) -> None:
    listed = [one["id"] for one in client.get("/api/checks").json()["checks"]]
    assert listed == [line.split()[0] for line in program("explain", "--list").stdout.splitlines()]


def test_a_method_that_a_path_lacks_is_told_from_a_missing_path(client: TestClient) -> None:
    assert client.get("/api/check").status_code == 405
    assert client.get("/api/nothing").status_code == 404
    assert client.post("/api/nothing").status_code == 404


def test_a_server_says_what_it_is(client: TestClient) -> None:
    about = client.get("/api/about").json()
    assert {"json", "sarif"} <= set(about["formats"])
    assert {"tag": "de", "name": "German"} in about["languages"]
    assert ".docx" in about["suffixes"]
