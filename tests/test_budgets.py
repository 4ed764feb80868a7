"""Budgets: densities, translationese, and no worse than before."""

from pathlib import Path

import pytest
from finding_reports import checked, rendered, written

from qa import config
from qa.budgets import Budgets, breaches, told
from qa.errors import QAError
from qa.findings import DocumentReport, Verdict

SLIP = "The mayor said the the vote was over.\n\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def document(folder: Path, slips: int, words: int, name: str = "a.txt") -> DocumentReport:
    """Return the report of a text of ``words`` words with some slips, of eight words each."""
    filler = "So it is . " * ((words - 8 * slips) // 3)
    path = written(folder, SLIP * slips + filler, name)
    (report,) = checked(path, select=("repeated-word",)).documents
    return report


def said(one: DocumentReport, **limits: float) -> list[str]:
    return [breach.budget for breach in breaches([one], Budgets(**limits))]  # type: ignore[arg-type]


def test_findings_of_a_severity_and_above_count_per_1000_words(folder: Path) -> None:
    three = document(folder, 3, 1000)
    assert said(three, warning=2) == ["warning"]
    assert said(three, warning=3.1) == []
    assert said(three, note=2, error=0) == ["note"]


def test_one_finding_in_a_short_text_is_no_density_but_zero_means_none(folder: Path) -> None:
    one = document(folder, 1, 20)
    assert said(one, warning=2) == []
    assert said(one, warning=0) == ["warning"]
    assert said(document(folder, 2, 20), warning=2) == ["warning"]


@pytest.mark.parametrize(
    ("probability", "over"), [(0.61, ["translationese"]), (0.6, []), (None, [])]
)
def test_a_probability_above_the_limit_is_over_it(
    probability: float | None, over: list[str], folder: Path
) -> None:
    from msgspec.structs import replace

    verdict = Verdict("unsure", probability, None, None, None, (), None, ())
    read = replace(document(folder, 0, 20), verdict=verdict)
    assert said(read, translationese=0.6) == over


def test_no_worse_than_compares_densities_of_whole_runs(folder: Path) -> None:
    written(folder, SLIP * 2 + "So it is. " * 100, "a.txt")
    base = checked("a.txt", select=("repeated-word",))
    (folder / "base.json").write_text(rendered("json", base), encoding="utf-8")
    limit = Budgets(no_worse_than=str(folder / "base.json"))
    assert list(breaches(base.documents, limit)) == []
    worse = document(folder, 3, 320)
    (breach,) = breaches([worse], limit)
    assert (breach.path, breach.budget) == (None, "no-worse-than")
    assert breach.measured > breach.limit
    assert "warnings and errors per 1,000 words in the whole run are more than" in breach.message


@pytest.mark.parametrize("content", [None, "[]", '{"schema": "qa-report/9"}', "{"])
def test_a_base_that_is_no_report_is_an_error(content: str | None, folder: Path) -> None:
    if content is not None:
        (folder / "base.json").write_text(content)
    with pytest.raises(QAError, match=r"base\.json: "):
        list(breaches([], Budgets(no_worse_than="base.json")))


def test_budgets_of_the_command_line_win_over_those_of_the_settings() -> None:
    settings = Budgets(warning=5, translationese=0.9)
    assert told(["warning=2", "error=0"]).over(settings) == Budgets(
        warning=2, error=0, translationese=0.9
    )


@pytest.mark.parametrize(
    "asked", ["warn=2", "warning", "warning=", "warning=x", "no-worse-than=2", "warning=nan"]
)
def test_a_budget_with_a_slip_is_an_error(asked: str) -> None:
    with pytest.raises(QAError):
        told([asked])


@pytest.mark.parametrize("asked", ["translationese=1.2", "warning=-1"])
def test_a_limit_that_cannot_be_one_is_an_error(asked: str) -> None:
    with pytest.raises(QAError, match="Expected `float`"):
        told([asked])


def test_the_settings_have_them_in_a_table(folder: Path) -> None:
    written(folder, '[budgets]\nwarning = 2\nno-worse-than = "base.json"\n', "qa.toml")
    config.find.cache_clear()
    read = config.load(str(folder / "a.txt")).budgets
    assert read == Budgets(warning=2, no_worse_than=str(folder / "base.json"))


def test_a_slip_in_the_table_is_shown_with_the_nearest_name(folder: Path) -> None:
    written(folder, "[budgets]\nwarnin = 2\n", "qa.toml")
    config.find.cache_clear()
    config.read.cache_clear()
    with pytest.raises(QAError) as raised:
        config.load(str(folder / "a.txt"))
    assert "qa.toml:2: unknown key 'warnin'" in raised.value.message
    assert raised.value.hint == "did you mean 'warning'?"
