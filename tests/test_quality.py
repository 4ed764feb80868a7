"""Quality floors: what must stay silent, and what must be found."""

from conftest import ROOT

import qa


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
