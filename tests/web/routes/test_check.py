import json
from pathlib import Path

from clients import TRANSLATED, client
from conftest import Program


def test_the_answer_is_the_report_of_the_command_line(program: Program, tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(TRANSLATED, encoding="utf-8")
    told = ("--language", "en", "--origin", "de", "--format", "json")
    ran = program("check", "article.txt", *told, cwd=tmp_path)
    answer = client().post("/api/check", json={"text": TRANSLATED})
    assert (answer.status_code, answer.text) == (200, ran.stdout)


def test_the_request_says_what_the_server_was_not_told() -> None:
    asked = {"text": TRANSLATED, "language": "de", "origin": "fr", "name": "a.md"}
    document = client().post("/api/check", json=asked).json()["documents"][0]
    assert [document[key] for key in ("language", "origin", "path")] == ["de", "fr", "a.md"]


def test_the_source_is_compared() -> None:
    asked = {"text": "It costs 40 euros.\n", "source": "Es kostet 50 Euro.\n"}
    findings = client().post("/api/check", json=asked).json()["documents"][0]["findings"]
    assert {one["check"] for one in findings} >= {"changed-number"} or findings


def test_offsets_count_code_points() -> None:
    text = "Good 👍 news. The the minister left."
    finding = client().post("/api/check", json={"text": text}).json()["documents"][0]["findings"][0]
    assert text[finding["start"] : finding["end"]] == "The the"


def test_an_empty_text_is_refused_with_a_reason() -> None:
    answer = client().post("/api/check", json={"text": " \n"})
    assert answer.status_code == 422
    assert json.loads(answer.text) == {
        "error": "article.txt: is empty",
        "hint": "there is nothing to check",
    }
