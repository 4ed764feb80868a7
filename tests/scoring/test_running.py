"""From files to a report and a verdict."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from translations import translated

from qa.errors import QAError
from qa.scoring.metrics import Settings
from qa.scoring.options import Options
from qa.scoring.running import Conditions, Request, run

QUICK = Options(metrics=("chrf", "ter"), resamples=100)


def written(folder: Path) -> tuple[list[str], str]:
    test_set, systems = translated("de")
    for name, segments in [(one.name, one.hypotheses) for one in systems]:
        (folder / name).write_text("".join(f"{one}\n" for one in segments), encoding="utf-8")
    reference = folder / "reference"
    reference.write_text("".join(f"{one}\n" for one in test_set.references[0]), encoding="utf-8")
    return [str(folder / one.name) for one in systems], str(reference)


def requested(folder: Path, conditions: Conditions, candidates: slice = slice(None)) -> Request:
    files, reference = written(folder)
    return Request(tuple(files[candidates]), (reference,), options=QUICK, conditions=conditions)


def test_a_run_says_where_and_why_systems_differ(tmp_path: Path) -> None:
    report = run(requested(tmp_path, Conditions()))
    assert [one.name for one in report.systems] == ["close", "moved", "short"]
    assert [(one.left, one.right) for one in report.comparisons] == [
        ("moved", "close"),
        ("short", "close"),
    ]
    assert [one.system for one in report.habits] == ["close", "moved", "short"]
    assert report.agreements[0].left == "chrF2"
    assert {one.left for one in report.disagreements} == {"chrF2"}
    assert tuple(report.references) == translated("de")[0].references[0]


def test_a_base_may_be_a_file_beside_the_candidates(tmp_path: Path) -> None:
    base = Conditions(base=str(tmp_path / "close"))
    report = run(requested(tmp_path, base, slice(2, 3)))
    assert [gate.name for gate in report.gates] == [
        "short: chrF2 not worse than close",
        "short: TER not worse than close",
    ]
    assert not report.passed


def test_limits_are_judged(tmp_path: Path) -> None:
    report = run(requested(tmp_path, Conditions(fail_under=("chrf=1", "ter=500"))))
    assert len(report.gates) == 6
    assert report.passed


def test_a_metric_asked_for_twice_is_judged_once(tmp_path: Path) -> None:
    twice = Options(metrics=("chrf", "chrF"), confidence=False, paired=None)
    request = replace(requested(tmp_path, Conditions(fail_under=("chrf=1",))), options=twice)
    assert len(run(request).gates) == 3


@pytest.mark.parametrize(
    ("conditions", "message"),
    [
        (Conditions(base="nobody"), "no such system"),
        (Conditions(term_accuracy=0.5), "needs the terms"),
        (Conditions(fail_under=("bleu=1",)), "no score by 'bleu'"),
    ],
)
def test_what_cannot_be_judged_is_refused(
    tmp_path: Path, conditions: Conditions, message: str
) -> None:
    with pytest.raises(QAError, match=message):
        run(requested(tmp_path, conditions))


def test_scores_of_people_show_which_metric_to_trust(tmp_path: Path) -> None:
    people = tmp_path / "people.tsv"
    rows = [
        f"{name}\t{at}\t{90 - 20 * place + at}"
        for place, name in enumerate(("close", "moved", "short"))
        for at in (1, 2, 3)
    ]
    people.write_text("\n".join(["system\tsegment\tscore", *rows]) + "\n", encoding="utf-8")
    files, reference = written(tmp_path)
    report = run(Request(tuple(files), (reference,), options=QUICK, people=people))
    assert [one.metric for one in report.correlations] == ["chrF2", "TER"]
    assert [one.right for one in report.agreements] == ["TER"]


CONCEPT = """
name = "house"

[[concept]]
id = "bridge"
terms.en = [{ text = "bridge" }]
terms.de = [{ text = "Brücke" }]
"""


def test_concepts_are_terms_to_expect_once_the_languages_are_told(tmp_path: Path) -> None:
    glossary, text, source = (tmp_path / name for name in ("house.toml", "text", "source"))
    glossary.write_text(CONCEPT, encoding="utf-8")
    text.write_text("Die Brücke ist zu.\n", encoding="utf-8")
    source.write_text("The bridge is closed.\n", encoding="utf-8")
    request = Request((str(text),), (str(text),), str(source), QUICK, glossary=glossary)
    with pytest.raises(QAError, match="many languages"):
        run(request)
    told = replace(request, source_language="en", options=replace(QUICK, settings=Settings("de")))
    (habits,) = run(told).habits
    assert set(habits.terms.values()) == {1.0}
