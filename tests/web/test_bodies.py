"""Bodies are bounded, whatever they say of themselves, and strictly what they should be."""

import asyncio
from collections.abc import Iterator
from types import SimpleNamespace as Namespace
from typing import Any

import pytest
from clients import MOST, serving
from hypothesis import given
from hypothesis import strategies as st
from msgspec import json
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.testclient import TestClient

from qa.web import bodies

JSON = {"Content-Type": "application/json"}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with serving(tmp_path_factory.mktemp("bodies")) as client:
        yield client


def error(client: TestClient, content: bytes | Iterator[bytes], **headers: str) -> tuple[int, str]:
    answer = client.post("/api/check", content=content, headers={**JSON, **headers})
    return answer.status_code, answer.json().get("error", "")


def test_too_much_is_refused_by_what_it_says(client: TestClient) -> None:
    assert error(client, b"x" * (MOST + 1)) == (413, "this is larger than 0.1 MB")


def test_too_much_is_refused_by_what_comes(client: TestClient) -> None:
    sent = []

    def chunks() -> Iterator[bytes]:
        for _ in range(100):
            sent.append(1)
            yield b"x" * (MOST // 10)

    assert error(client, chunks()) == (413, "this is larger than 0.1 MB")


def test_as_much_as_may_be_is_taken(client: TestClient) -> None:
    text = "A. ".ljust(MOST - len('{"text":""}'))
    assert error(client, json.encode({"text": text})) == (200, "")


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_what_a_form_of_another_site_could_send_is_refused(kind: str, client: TestClient) -> None:
    answer = client.post("/api/check", content=b'{"text": "A."}', headers={"Content-Type": kind})
    assert answer.status_code == 415


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Input data was truncated"),
        (b'{"text": 1}', "Expected `str`, got `int` - at `$.text`"),
        (b'{"txt": "A."}', "Object contains unknown field `txt`"),
        (b"{}", "Object missing required field `text`"),
        (b'{"text": "\xff"}', ""),
        (b'{"text": "\\ud800"}', ""),
        (b"[" * 90_000, ""),
    ],
)
def test_what_is_wrong_with_the_json_is_said(content: bytes, said: str, client: TestClient) -> None:
    status, told = error(client, content)
    assert status == 400
    assert said in told


@given(content=st.binary(max_size=200))
def test_no_bytes_break_the_server(client: TestClient, content: bytes) -> None:
    assert error(client, content)[0] in {200, 400, 422}


@given(text=st.text(max_size=80))
def test_no_text_breaks_the_server(client: TestClient, text: str) -> None:
    assert error(client, json.encode({"text": text}))[0] in {200, 422}


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=501", "limit=x", "before=-1", "nothing=1", "fingerprint=%27%20or"]
)
def test_parameters_are_what_they_should_be(query: str, client: TestClient) -> None:
    answer = client.get(f"/api/dismissals?{query}")
    assert (answer.status_code, answer.json()["error"][:24]) == (400, "the parameters are wrong")


def test_a_text_that_does_not_come_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "_SECONDS", 0.05)

    async def never() -> dict[str, Any]:
        await asyncio.sleep(60)
        return {}

    headers = [(b"content-type", b"application/json")]
    server = Namespace(state=Namespace(service=Namespace(most=MOST)))
    request = Request({"type": "http", "headers": headers, "app": server}, never)
    with pytest.raises(HTTPException) as caught:
        asyncio.run(bodies.raw(request, "application/json"))
    assert caught.value.status_code == 408
