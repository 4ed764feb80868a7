"""What an editor proposes is found at once, and its keepers take it over or refuse it."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from clients import serving
from conftest import Program
from starlette.testclient import TestClient

from qa.config import Options

PHRASE = {
    "phrase": "household committee",
    "replacements": ["budget committee"],
    "why": "A household lives under one roof.",
    "language": "en",
    "user": "Anna",
}
TEXT = "The minister met two household committees on Monday.\n"


@pytest.fixture
def client(database: str) -> Iterator[TestClient]:
    with serving(database) as client:
        yield client


def propose(client: TestClient, **told: object) -> dict[str, Any]:
    answer = client.post("/api/proposals", json={**PHRASE, **told})
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


def found(client: TestClient, text: str = TEXT, language: str = "en") -> list[dict[str, Any]]:
    answer = client.post("/api/check", json={"text": text, "language": language})
    findings: list[dict[str, Any]] = answer.json()["documents"][0]["findings"]
    return [one for one in findings if (one["entry"] or "").startswith("proposals/")]


def test_a_proposal_is_found_at_once_with_who_proposed_it(client: TestClient) -> None:
    assert found(client) == []
    made = propose(client)
    (finding,) = found(client)
    assert finding["entry"] == f"proposals/household-committee-{made['id']}"
    assert (finding["severity"], finding["suggestions"]) == ("warning", ["budget committees"])
    assert finding["why"] == "A household lives under one roof. Proposed by Anna."


def test_a_proposal_may_be_an_error_and_in_any_language(client: TestClient) -> None:
    propose(client, phrase="高品質生活", replacements=["好生活"], language="zh", severity="error")
    (finding,) = found(client, "他们谈到了高品質生活。\n", "zh")
    assert finding["severity"] == "error"


def test_its_page_is_in_the_manual(client: TestClient) -> None:
    made = propose(client)
    name = f"proposals/household-committee-{made['id']}"
    assert "budget committee (preferred)" in client.get(f"/api/checks/{name}").json()["page"]


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"phrase": "!!!"}, "can never be found: the sign ! is not looked for"),
        ({"phrase": "of the"}, "stands in every text"),
        ({"phrase": "budget committee"}, "is deprecated here and preferred in 'household"),
        ({"phrase": "Household  Committee"}, "is proposed already, as number"),
        (
            {"phrase": "budget committee", "replacements": ["household committee"]},
            "lead back to where they began",
        ),
    ],
)
def test_what_a_glossary_cannot_hold_is_refused_with_the_reason(
    told: dict[str, object], said: str, client: TestClient
) -> None:
    propose(client)
    answer = client.post("/api/proposals", json={**PHRASE, **told})
    assert answer.status_code == 422
    assert said in answer.json()["error"]
    assert len(client.get("/api/proposals").json()["proposals"]) == 1


@pytest.mark.parametrize(
    "told",
    [
        {"phrase": ""},
        {"phrase": "x" * 201},
        {"replacements": []},
        {"why": ""},
        {"language": "../en"},
        {"severity": "note"},
        {"phrase": "a\nb"},
    ],
)
def test_a_proposal_is_what_it_should_be(told: dict[str, object], client: TestClient) -> None:
    assert client.post("/api/proposals", json={**PHRASE, **told}).status_code == 400


def test_two_phrases_may_have_one_replacement(client: TestClient) -> None:
    propose(client)
    propose(client, phrase="housekeeping committee")
    assert len(client.get("/api/proposals").json()["proposals"]) == 2


def test_a_keeper_decides(client: TestClient) -> None:
    number = propose(client)["id"]
    refused = client.patch(
        f"/api/proposals/{number}", json={"status": "refused", "keeper": "Ben", "remark": "No."}
    ).json()
    assert [refused[key] for key in ("status", "keeper", "remark")] == ["refused", "Ben", "No."]
    assert found(client) == []
    client.patch(f"/api/proposals/{number}", json={"status": "accepted"})
    assert len(found(client)) == 1
    assert client.patch("/api/proposals/999", json={"status": "open"}).status_code == 404


def test_a_proposal_is_taken_back(client: TestClient) -> None:
    number = propose(client)["id"]
    assert client.delete(f"/api/proposals/{number}").status_code == 204
    assert (found(client), client.delete(f"/api/proposals/{number}").status_code) == ([], 404)


def test_proposals_come_by_language_and_status_a_page_at_a_time(client: TestClient) -> None:
    first, second = propose(client), propose(client, phrase="peak meeting", replacements=["summit"])
    third = propose(client, phrase="Handy", replacements=["Telefon"], language="de_AT")
    client.patch(f"/api/proposals/{first['id']}", json={"status": "accepted"})
    assert third["language"] == "de-AT"

    def listed(query: str) -> list[int]:
        page = client.get(f"/api/proposals?{query}").json()
        return [one["id"] for one in page["proposals"]]

    assert listed("language=en") == [second["id"], first["id"]]
    assert listed("status=accepted") == [first["id"]]
    assert listed(f"limit=1&before={third['id']}") == [second["id"]]


def test_keepers_take_proposals_over_from_the_command_line(
    client: TestClient, program: Program, tmp_path: Path
) -> None:
    accepted = propose(client)["id"]
    propose(client, phrase="peak meeting", replacements=["summit"], why='He said "peak".')
    refused = propose(client, phrase="money box", replacements=["fund"])["id"]
    client.patch(f"/api/proposals/{accepted}", json={"status": "accepted"})
    client.patch(f"/api/proposals/{refused}", json={"status": "refused"})
    (tmp_path / "proposals.toml").write_bytes(client.get("/api/proposals.toml").content)
    concepts = tomllib.loads((tmp_path / "proposals.toml").read_text())["concept"]
    assert [one.get("draft", False) for one in concepts] == [False, True]
    for command in ("lint proposals.toml", "import proposals.toml house.toml", "lint house.toml"):
        ran = program("glossary", *command.split(), cwd=tmp_path)
        assert (ran.returncode, "Traceback" in ran.stderr) == (0, False), ran.stdout
    (tmp_path / "article.txt").write_text(TEXT + "The peak meeting is over.\n", encoding="utf-8")
    told = ("--language", "en", "--glossary", "house.toml", "--format", "tsv")
    ran = program("check", "article.txt", *told, cwd=tmp_path)
    assert "household committees" in ran.stdout
    assert "peak meeting" not in ran.stdout


def test_the_glossary_of_the_house_has_the_last_word(tmp_path: Path) -> None:
    (tmp_path / "house.toml").write_text(
        'name = "house"\n\n[[concept]]\nid = "household"\n'
        'terms.en = [{ text = "household committee" }]\n'
    )
    options = Options(language="en", glossaries=(str(tmp_path / "house.toml"),))
    with serving(tmp_path, options=options) as client:
        propose(client)
        assert found(client) == []


def test_the_glossaries_of_earlier_states_are_cleared_away(tmp_path: Path) -> None:
    with serving(tmp_path) as client:
        for word in ("alpha", "beta", "gamma", "delta", "kappa", "lambda", "sigma", "zeta", "eta"):
            propose(client, phrase=f"{word} committee")
            assert len(found(client, f"The {word} committee met.\n")) == 1
