"""Every output of scores takes any report, and none passes hostile text on."""

import io
import json
from typing import Any
from xml.etree import ElementTree as ET

import msgspec
import pytest
from score_reports import METRICS, NAMES, empty, hostile, made_up

from qa.errors import QAError
from qa.scoring.model import ScoreReport
from qa.scoring.outputs import renderer

FORMATS = ("html", "json", "junit", "latex", "markdown", "marot", "terminal")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(name: str, report: ScoreReport, out: io.StringIO | None = None) -> str:
    out = out or io.StringIO()
    renderer(name)(report, out)
    return out.getvalue()


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("report", [made_up(), hostile(), empty()], ids=["real", "bad", "none"])
def test_any_report_can_be_written(name: str, report: ScoreReport) -> None:
    text = shown(name, report)
    assert "\x00" not in text
    assert "\x1b" not in text
    assert all(system.name in text for system in report.systems if system.name in NAMES)


def test_an_unknown_format_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(QAError) as refused:
        renderer("latx")
    assert refused.value.hint == "did you mean 'latex'?"


def test_json_holds_the_whole_report_under_its_schema() -> None:
    decoded = json.loads(shown("json", made_up()))
    schema = decoded.pop("schema")
    assert schema == "qa-score/1"
    again = msgspec.convert(decoded, ScoreReport)
    assert decoded == json.loads(msgspec.json.encode(again))
    assert decoded == json.loads(msgspec.json.encode(made_up()))
    assert set(decoded["systems"][0]["scores"][0]) == {
        "metric", "score", "low", "high", "signature", "higher_is_better",
    }  # fmt: skip


def test_json_writes_a_figure_that_is_no_number_as_null() -> None:
    report = made_up()
    score = msgspec.structs.replace(report.systems[0].scores[0], score=float("nan"))
    system = msgspec.structs.replace(report.systems[0], scores=(score,))
    decoded: Any = json.loads(shown("json", msgspec.structs.replace(report, systems=(system,))))
    assert decoded["systems"][0]["scores"][0]["score"] is None


def cases(text: str) -> list[ET.Element]:
    return list(ET.fromstring(text).iter("testcase"))  # noqa: S314 - our own


def test_junit_fails_a_gate_and_skips_a_warning() -> None:
    text = shown("junit", made_up())
    outcomes = {one.get("name"): [part.tag for part in one] for one in cases(text)}
    assert outcomes[f"{NAMES[0]}: chrF2 at least 40"] == ["system-out"]
    assert outcomes[f"{NAMES[2]}: chrF2 at least 40"] == ["failure"]
    assert outcomes["warning 1"] == ["skipped"]
    assert set(NAMES) < set(outcomes)
    suite = ET.fromstring(text)  # noqa: S314
    assert (suite.get("tests"), suite.get("failures"), suite.get("skipped")) == ("6", "1", "1")


def test_junit_is_xml_whatever_the_names() -> None:
    assert "onerror=alert(2)" in str(cases(shown("junit", hostile()))[0].get("name"))


def test_markdown_shows_marks_and_letters_as_they_are() -> None:
    text = shown("markdown", hostile())
    assert not set("<`[").intersection(text.replace("<b>", "").replace("</b>", "").split("- ")[0])
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert {line.count("|") for line in rows} <= {line.count("|") for line in rows if "---" in line}


def test_markdown_marks_differing_words_and_leaders() -> None:
    text = shown("markdown", made_up())
    assert "departs <b>on</b> Tuesday" in text
    assert "| harbour-large | **46.67** (44.57–48.57)" in text
    assert f"- BLEU: `{made_up().systems[0].scores[0].signature}`" in text


@pytest.mark.parametrize("name", ["terminal", "markdown", "html"])
def test_conditions_people_and_disagreement_are_shown_to_readers(name: str) -> None:
    text = shown(name, made_up())
    assert "not met" in text
    assert text.index("0.587") < text.index("0.511")
    assert "BLEU 61.50 is better than 92.0% of all, TER 48.00 than 31.0%" in text


def test_the_terminal_says_warnings_first_and_shows_every_metric() -> None:
    lines = shown("terminal", made_up()).splitlines()
    assert lines[0].startswith("warning: 40 segments are few")
    assert [line.split()[0] for line in lines if line.split()[:1] and line in METRICS] == [
        "BLEU",
        "chrF2",
    ]
    assert "TER (lower is better)" in lines


def test_the_terminal_paints_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "[because]" in shown("terminal", made_up())
    painted = shown("terminal", made_up(), Terminal())
    assert "\x1b[34;1mbecause" in painted
    assert "[because]" not in painted
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in shown("terminal", made_up(), Terminal())


def test_a_signature_is_shown_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    for columns in ("40", "120"):
        monkeypatch.setenv("COLUMNS", columns)
        together = "".join(shown("terminal", made_up()).split())
        assert all(one.signature in together for one in made_up().systems[0].scores)


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_no_line_is_wider_than_the_terminal(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    for report in (made_up(), hostile()):
        assert max(map(len, shown("terminal", report).splitlines())) <= min(columns, 120)
