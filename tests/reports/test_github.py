"""Annotations as the runner of GitHub Actions reads them."""

import re
from pathlib import Path

import pytest
from finding_reports import NAME, checked, rendered, written

from qa.findings import Report

COMMAND = re.compile(r"::(?P<command>error|warning|notice) (?P<properties>[^:]*)::(?P<data>.*)")


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Read workflow commands as the runner documents them."""
    read = []
    for line in text.splitlines():
        found = COMMAND.fullmatch(line)
        assert found, line
        pairs = (one.split("=", 1) for one in found["properties"].split(","))
        properties = {key: unescaped(value) for key, value in pairs}
        read.append((found["command"], properties, unescaped(found["data"])))
    return read


def unescaped(text: str) -> str:
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ",")):
        text = text.replace(code, character)
    return text.replace("%25", "%")


def test_the_most_severe_come_first(report: Report) -> None:
    kinds = [command for command, _, _ in commands(rendered("github", report))]
    assert kinds == sorted(kinds, key=["error", "warning", "notice"].index)
    assert kinds.count("error") == 3


def test_paths_and_text_survive_the_escapes(report: Report) -> None:
    read = commands(rendered("github", report))
    (slip,) = [
        one for one in read if one[1].get("line") == "3" and "repeated-word" in one[1]["title"]
    ]
    assert slip[1] == {
        "file": NAME,
        "line": "3",
        "endLine": "3",
        "col": "19",
        "endColumn": "26",
        "title": "qa: repeated-word",
    }
    assert slip[2].startswith("“the the”: 'the' stands here twice\nWrite instead: the")


def test_a_finding_over_two_lines_has_no_columns(report: Report) -> None:
    (wide,) = [
        one for one in commands(rendered("github", report)) if "the-ukraine" in one[1]["title"]
    ]
    assert (wide[1]["line"], wide[1]["endLine"]) == ("7", "8")
    assert "col" not in wide[1]


def test_nothing_suppressed_is_shown(report: Report) -> None:
    said = rendered("github", report)
    assert "under-four-eyes" not in said
    assert "encoding-damage" not in said


@pytest.mark.parametrize(("slips", "shown", "last"), [(10, 10, None), (13, 10, "3 more warnings")])
def test_no_more_than_ten_of_a_kind_are_shown(
    slips: int,
    shown: int,
    last: str | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    texts = (f"In town {number} they saw the the mayor.\n\n" for number in range(slips))
    found = checked(written(tmp_path, "".join(texts)), select=("repeated-word",))
    read = commands(rendered("github", found))
    assert sum(command == "warning" for command, _, _ in read) == shown
    assert (last in read[-1][2]) if last else (read[-1][0] == "warning")
