"""Findings in words."""

from pathlib import Path

import pytest
from finding_reports import checked, written

from qa.config import FailOn
from qa.findings import Report
from qa.phrasing import Tally, breached, place, severest, standing, totals


def test_paths_are_relative_inside_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert place("./desk/../a.txt") == "a.txt"
    assert place(str(tmp_path / "desk" / "a.txt")) == "desk/a.txt"
    assert place("/elsewhere/a.txt") == "/elsewhere/a.txt"
    assert place("-") == "-"
    assert place("caf\udce9.txt") == "caf\ufffd.txt"


def test_the_line_of_totals_says_what_is_hidden_and_why(report: Report) -> None:
    line = totals(Tally(report.documents), report)
    assert line.startswith("0 errors, 4 warnings, ")
    assert "1 ignored by comment, 1 ignored by the settings, 1 known from the baseline" in line
    assert line.endswith("; 1 could not be checked; 2 budgets exceeded")


def test_the_surest_come_first_among_equals(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = "They saw the the mayor.\n\nThe Ukraine spoke.\n"
    report = checked(written(tmp_path, text, "a.txt"), fail_on=FailOn.NEVER)
    assert [one.check for _, one in standing(report)] == ["repeated-word", "suspect-phrase"]
    assert [one.check for _, one in severest(report, 5)] == ["suspect-phrase", "repeated-word"]
    assert [one.check for _, one in severest(report, 1)] == ["suspect-phrase"]


def test_a_budget_is_named_with_what_was_measured(report: Report) -> None:
    assert breached(report.breaches[0]).startswith("over budget (warning): ")
    assert breached(report.breaches[0]).endswith("; the budget is 2")
