"""The door: what comes from elsewhere is refused before anything looks at it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from clients import HERE, serving
from starlette.testclient import TestClient

from qa.web.access import COOKIE, Access

TOKEN = "correct-horse-battery"  # noqa: S105 - it opens nothing
ASKED = {"text": "The minister spoke to the press."}


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    with serving(tmp_path) as client:
        yield client


@pytest.fixture
def shared(tmp_path: Path) -> Iterator[TestClient]:
    with serving(tmp_path, access=Access(TOKEN, "https://qa.example.org")) as client:
        client.base_url = "https://qa.example.org"
        yield client


@pytest.mark.parametrize("path", ["/", "/api/about", "/openapi.json"])
def test_a_name_that_was_bound_to_this_machine_is_refused(path: str, client: TestClient) -> None:
    answer = client.get(path, headers={"Host": "evil.example:8017"})
    assert (answer.status_code, answer.json()["error"]) == (403, "this server is not called that")


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:3000"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/api/check"),
        ("POST", "/api/dismissals"),
        ("DELETE", "/api/dismissals/1"),
        ("PATCH", "/api/proposals/1"),
    ],
)
def test_another_site_may_neither_change_nor_compute(
    headers: dict[str, str], method: str, path: str, client: TestClient
) -> None:
    answer = client.request(method, path, headers=headers, json=ASKED)
    assert answer.status_code == 403


def test_the_servers_own_page_may(client: TestClient) -> None:
    headers = {"Origin": HERE, "Sec-Fetch-Site": "same-origin"}
    assert client.post("/api/check", headers=headers, json=ASKED).status_code == 200


def test_no_answer_invites_another_site(client: TestClient) -> None:
    answer = client.options(
        "/api/check", headers={"Origin": HERE, "Access-Control-Request-Method": "POST"}
    )
    assert not any(name.startswith("access-control") for name in answer.headers)


@pytest.mark.parametrize("path", ["/", "/api/about", "/nothing", "/api/nothing"])
def test_every_answer_tells_browsers_to_be_careful(path: str, client: TestClient) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["cache-control"] == "no-store"
    assert "server" not in headers


@pytest.mark.parametrize(
    "path", ["/../guard.py", "/..%2fguard.py", "/%2e%2e/guard.py", "//etc/passwd", "/%00"]
)
def test_nothing_outside_the_page_is_served(path: str, client: TestClient) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/api/about", "/openapi.json", "/api/dismissals"])
def test_without_the_token_there_is_nothing(path: str, shared: TestClient) -> None:
    answer = shared.get(path)
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    for wrong in ("Bearer wrong-horse-battery", f"Basic {TOKEN}", "Bearer ", TOKEN):
        assert shared.get(path, headers={"Authorization": wrong}).status_code == 401
    assert shared.get(path, headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200


def test_the_page_asks_for_the_token(shared: TestClient) -> None:
    answer = shared.get("/")
    assert (answer.status_code, "<form" in answer.text) == (401, True)
    style = shared.get("/entrance.css")
    assert (style.status_code, style.headers["content-type"][:8]) == (200, "text/css")
    assert shared.get("/?token=wrong").status_code == 401


def test_the_form_gives_a_cookie_that_scripts_and_other_sites_do_not_get(
    shared: TestClient,
) -> None:
    refused = shared.post("/login", data={"token": "wrong"})
    assert (refused.status_code, "not the token" in refused.text) == (401, True)
    answer = shared.post("/login", data={"token": TOKEN}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"].lower()
    assert all(one in cookie for one in ("httponly", "samesite=strict", "secure", "path=/"))
    assert TOKEN not in cookie
    assert shared.get("/").status_code == 200
    assert shared.post("/api/check", json=ASKED).status_code == 200


def test_a_link_with_the_token_leads_to_an_address_without_it(shared: TestClient) -> None:
    answer = shared.get(f"/?token={TOKEN}")
    assert COOKIE in answer.headers["set-cookie"]
    assert 'content="0; url=/"' in answer.text
    assert TOKEN not in answer.text
    assert shared.get("/api/about").status_code == 200


def test_the_token_does_not_open_the_door_to_other_sites(shared: TestClient) -> None:
    shared.cookies.set(COOKIE, Access(TOKEN).cookie)
    headers = {"Origin": "http://evil.example"}
    assert shared.post("/api/check", headers=headers, json=ASKED).status_code == 403
    assert shared.post("/login", headers=headers, data={"token": TOKEN}).status_code == 403


def test_a_form_that_goes_on_and_on_is_cut(shared: TestClient) -> None:
    assert shared.post("/login", data={"token": "x" * 100_000}).status_code == 401


def test_the_journal_has_neither_texts_nor_tokens(tmp_path: Path) -> None:
    lines: list[str] = []
    with serving(tmp_path, access=Access(TOKEN), journal=lines.append) as client:
        client.get(f"/?token={TOKEN}")
        client.post("/api/check", json={"text": "A secret article."})
        client.get("/api/checks/no%0Asuch?q=secret")
    assert [line.split()[2:5] for line in lines] == [
        ["GET", "/", "200"],
        ["POST", "/api/check", "200"],
        ["GET", "/api/checks/no%0Asuch", "404"],
    ]
    assert not any(word in "".join(lines) for word in (TOKEN, "secret"))
