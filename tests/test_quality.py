"""Quality floors: what must stay silent, what must be found, and how well models tell."""

import hashlib
from pathlib import Path

import pytest
from conftest import ROOT

import qa
from qa.translationese import floors, tables

EVALUATION = ROOT / "corpora/evaluation"
MODELS = sorted((ROOT / "corpora").glob("*/translationese.json"))


def found(name: str) -> list[str]:
    report = qa.check(qa.read(str(ROOT / "corpora" / name)), language="en", origin="de")
    return [f"{one.line}:{one.column} {one.entry or one.check}" for one in report.findings]


def test_good_english_with_many_near_misses_stays_silent() -> None:
    # One sentence opens with a formal "Should", which a note may question.
    assert found("evaluation/clean.en.txt") == ["11:125 verb-first-conditional"]


def test_the_sample_shows_what_an_editor_would_mark() -> None:
    marked = " ".join(found("samples/article.txt"))
    for expected in (
        "de-en/the-ukraine",
        "de-en/return-service",
        "repeated-word",
        "number-format",
        "page-furniture",
        "verb-first-conditional",
        "reported-conditional",
        "duration-since",
    ):
        assert expected in marked


@pytest.mark.parametrize("model", MODELS, ids=lambda path: path.parent.name)
def test_the_floors_are_those_of_the_weights_that_ship(model: Path) -> None:
    digest = hashlib.sha256(model.read_bytes()).hexdigest()
    language = model.parent.name
    measured = tables.read(EVALUATION / f"translationese.{language}.json")
    assert measured.model == digest, "run `qa evaluate`, then `qa baseline floors`"
    assert floors.read(EVALUATION / "baseline.json").languages[language].model == digest


@pytest.mark.parametrize("model", MODELS, ids=lambda path: path.parent.name)
def test_no_figure_is_below_its_floor(model: Path) -> None:
    language = model.parent.name
    known = floors.read(EVALUATION / "baseline.json").languages[language]
    measured = tables.read(EVALUATION / f"translationese.{language}.json")
    assert dict(floors.short(known, floors.figures(measured))) == {}


def test_a_lowered_floor_has_its_sentence() -> None:
    for known in floors.read(EVALUATION / "baseline.json").languages.values():
        assert all(len(one.because.split()) > 2 for one in known.lowered)
