"""What an editor dismisses is suppressed for everybody, with the reason, until it is undone."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import databases
import pytest
from clients import serving
from conftest import Program
from starlette.testclient import TestClient

TEXT = "He told the the minister about the talks, and they sang la la la until the the end.\n"


@pytest.fixture
def client(database: str) -> Iterator[TestClient]:
    with serving(database) as client:
        yield client


def findings(client: TestClient, name: str = "article.txt") -> list[dict[str, Any]]:
    answer = client.post("/api/check", json={"text": TEXT, "name": name})
    found: list[dict[str, Any]] = answer.json()["documents"][0]["findings"]
    return [one for one in found if one["check"] == "repeated-word"]


def suppressed(client: TestClient, name: str = "article.txt") -> list[str | None]:
    return [one["suppressed"] for one in findings(client, name)]


def dismiss(client: TestClient, finding: dict[str, Any], **told: object) -> dict[str, Any]:
    named = {key: finding[key] for key in ("fingerprint", "check", "entry", "text")}
    answer = client.post("/api/dismissals", json={**named, "reason": "false alarm", **told})
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


def test_a_dismissed_finding_is_suppressed_until_that_is_undone(client: TestClient) -> None:
    first, *_ = findings(client)
    made = dismiss(client, first, user="Anna", comment="a song")
    assert suppressed(client) == ["dismissed (false alarm: a song)", None]
    assert (made["user"], made["text"], made["at"][-1]) == ("Anna", "the the", "Z")
    assert client.delete(f"/api/dismissals/{made['id']}").status_code == 204
    assert suppressed(client) == [None, None]
    assert client.delete(f"/api/dismissals/{made['id']}").status_code == 404


def test_dismissed_twice_it_has_the_later_reason(client: TestClient) -> None:
    first, *_ = findings(client)
    before = dismiss(client, first)
    after = dismiss(client, first, reason="quotation")
    assert after["id"] == before["id"]
    assert suppressed(client)[0] == "dismissed (quotation)"


def test_a_dismissal_for_an_article_says_nothing_of_others(client: TestClient) -> None:
    first, *_ = findings(client)
    dismiss(client, first, article="song.txt")
    assert suppressed(client, "song.txt") == ["dismissed (false alarm)", None]
    assert suppressed(client, "news.txt") == [None, None]


def test_what_is_said_of_the_article_itself_holds(client: TestClient) -> None:
    first, *_ = findings(client)
    dismiss(client, first, article="song.txt", reason="intended")
    dismiss(client, first)
    assert suppressed(client, "song.txt")[0] == "dismissed (intended)"


def test_dismissals_come_a_page_at_a_time_the_newest_first(client: TestClient) -> None:
    first, second = findings(client)
    numbers = [
        dismiss(client, one, article=name)["id"] for name in ("a", "b") for one in (first, second)
    ]
    page = client.get("/api/dismissals?limit=3").json()
    assert [one["id"] for one in page["dismissals"]] == numbers[:0:-1]
    rest = client.get(f"/api/dismissals?limit=3&before={page['next']}").json()
    assert ([one["id"] for one in rest["dismissals"]], rest["next"]) == (numbers[:1], None)
    wanted = f"fingerprint={first['fingerprint']}&article=b"
    (only,) = client.get(f"/api/dismissals?{wanted}").json()["dismissals"]
    assert only["id"] == numbers[2]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("reason", "bored"),
        ("fingerprint", "' OR 1=1 --"),
        ("article", "../a.txt"),
        ("user", "A\nB"),
        ("comment", "x" * 1001),
        ("text", "a\0b"),
    ],
)
def test_a_dismissal_is_what_it_should_be(key: str, value: str, client: TestClient) -> None:
    asked = {"fingerprint": "0" * 16, "check": "dash", "reason": "other", key: value}
    assert client.post("/api/dismissals", json=asked).status_code == 400


@pytest.mark.parametrize("number", ["0", "2147483648", "9" * 40])
def test_no_number_breaks_the_database(number: str, client: TestClient) -> None:
    assert client.delete(f"/api/dismissals/{number}").status_code == 404
    assert client.delete(f"/api/proposals/{number}").status_code == 404


def test_html_in_a_comment_stays_text(client: TestClient) -> None:
    first, *_ = findings(client)
    dismiss(client, first, comment="<script>alert(1)</script>")
    assert suppressed(client)[0] == "dismissed (false alarm: <script>alert(1)</script>)"


def test_dismissals_are_a_baseline_whose_reasons_count_against_a_check(
    client: TestClient, program: Program, tmp_path: Path
) -> None:
    first, _ = findings(client)
    dismiss(client, first, reason="intended")
    answer = client.get("/api/dismissals/baseline")
    assert "dismissals.json" in answer.headers["content-disposition"]
    (tmp_path / "dismissals.json").write_bytes(answer.content)
    (tmp_path / "other.txt").write_text(TEXT, encoding="utf-8")
    told = ("--language", "en", "--baseline", "dismissals.json", "--format", "json=report.json")
    program("check", "other.txt", *told, "--select", "repeated-word", cwd=tmp_path)
    report = json.loads((tmp_path / "report.json").read_text())
    assert [one["suppressed"] for one in report["documents"][0]["findings"]] == [
        "dismissed (intended)",
        None,
    ]
    ran = program("report", "stats", "report.json", "--format", "json", cwd=tmp_path)
    (row,) = json.loads(ran.stdout)["checks"]
    assert (row["name"], row["dismissed"], row["precision"]) == ("repeated-word", 1, 0.5)


def test_checks_go_on_when_the_database_has_gone() -> None:
    with databases.postgresql() as url, serving(url) as client:
        assert client.get("/api/dismissals").status_code == 200
        databases.stop(url)
        answer = client.get("/api/dismissals")
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
        assert answer.json()["error"] == "the database does not answer"
        document = client.post("/api/check", json={"text": TEXT}).json()["documents"][0]
        assert len(document["findings"]) == 2
        assert document["notes"][-2:] == [
            "the database does not answer: proposals were not looked up",
            "the database does not answer: dismissals were not looked up",
        ]
