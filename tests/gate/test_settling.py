"""What counts in the end, and whether the run fails."""

import subprocess
from pathlib import Path

import pytest
from finding_reports import checked, written

from qa.budgets import Budgets
from qa.config import FailOn
from qa.errors import QAError
from qa.findings import Report, Severity
from qa.gate import baseline

SLIP = "The mayor said the the vote was over.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def suppressed(report: Report) -> list[str | None]:
    return [one.suppressed for document in report.documents for one in document.findings]


def test_known_findings_do_not_fail(folder: Path) -> None:
    report = checked(written(folder, SLIP, "a.txt"))
    assert report.failed
    baseline.write(baseline.made(report.documents, folder), folder / "known.json")
    again = checked("a.txt", baseline="known.json")
    assert suppressed(again) == ["baseline"]
    assert not again.failed


def test_the_baseline_of_the_settings_holds_unless_another_is_told(folder: Path) -> None:
    report = checked(written(folder, SLIP, "a.txt"))
    baseline.write(baseline.made(report.documents, folder), folder / "known.json")
    written(folder, 'baseline = "known.json"\n', "qa.toml")
    from qa import config

    config.find.cache_clear()
    assert not checked("a.txt").failed
    assert checked("a.txt", baseline="").failed


def test_a_baseline_that_is_not_there_is_an_error(folder: Path) -> None:
    with pytest.raises(QAError, match=r"known\.json: cannot be read"):
        checked(written(folder, SLIP, "a.txt"), baseline="known.json")


def test_findings_on_unchanged_lines_do_not_fail(folder: Path) -> None:
    written(folder, SLIP, "a.txt")
    for command in (
        ("init", "--quiet"),
        ("add", "--all"),
        ("-c", "user.name=n", "-c", "user.email=n@example.org", "commit", "--quiet", "-m", "x"),
    ):
        subprocess.run(["git", *command], check=True)  # noqa: S607
    written(folder, SLIP + "\nThey met in in Oslo.\n", "a.txt")
    report = checked("a.txt", changed_since="HEAD")
    assert suppressed(report) == ["unchanged since HEAD", None]
    assert report.failed
    written(folder, SLIP + "\nThey met in Oslo.\n", "a.txt")
    assert not checked("a.txt", changed_since="HEAD").failed


@pytest.mark.parametrize(
    ("lowest", "failed"), [("note", True), ("warning", True), ("error", False), ("never", False)]
)
def test_the_severity_that_fails_is_kept_for_each_document(
    lowest: str, folder: Path, *, failed: bool
) -> None:
    report = checked(written(folder, SLIP, "a.txt"), fail_on=FailOn(lowest))
    assert report.failed is failed
    assert list(report.failing) == [None if lowest == "never" else Severity(lowest)]


def test_a_budget_that_is_not_kept_fails_the_run_unless_nothing_may(folder: Path) -> None:
    name = written(folder, SLIP + SLIP, "a.txt")
    over = checked(name, budgets=Budgets(warning=1), fail_on=FailOn.ERROR)
    assert [one.budget for one in over.breaches] == ["warning"]
    assert over.failed
    assert not checked(name, budgets=Budgets(warning=1), fail_on=FailOn.NEVER).failed


def test_documents_are_judged_wherever_they_are_looked_at(folder: Path) -> None:
    names = [written(folder, SLIP, f"{name}.txt") for name in "abc"]
    known = checked("b.txt")
    baseline.write(baseline.made(known.documents, folder), folder / "known.json")
    documents = checked(*names, baseline="known.json").documents
    looked = [documents[1], *documents[1:2], list(documents)[1]]
    assert [one.findings[0].suppressed for one in looked] == ["baseline"] * 3
    assert len(documents) == 3
    assert documents[2].findings[0].suppressed is None
