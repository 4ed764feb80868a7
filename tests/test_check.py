"""What a check may know: which phrases are likely in a text."""

import pytest

from qa.check import Context
from qa.findings import Confidence, OriginGuess, Verdict
from qa.glossary.compiled import Compiled, Index
from qa.glossary.phrases import Phrase
from qa.glossary.termbase import Entry, Glossary
from qa.language import language
from qa.model import Document

LIKELY_GERMAN = (OriginGuess("de", 0.8), OriginGuess("uk", 0.15), OriginGuess("zh", 0.05))


def phrase(origin: str, confidence: Confidence, *, house: bool = False, also: str = "") -> Phrase:
    entry = Entry("e", ("x",), "?", "?", ("y",), confidence, (), ())
    glossary = Glossary("g", origin, "en", (entry,), (also,) if also else ())
    return Phrase(entry, Compiled(glossary, Index({}, []), None, house))


def context(kind: str, origin: str | None = None) -> Context:
    origins = () if kind == "unsure" else LIKELY_GERMAN
    verdict = Verdict(kind, 0.9, (0.8, 1.0), 2.2, None, origins, None, ())
    return Context(Document("a", "", ()), language("en"), origin, verdict=verdict)


@pytest.mark.parametrize(
    ("kind", "origin", "confidence", "expected"),
    [
        ("translated", "de", Confidence.CONTEXT, 0.8),
        ("translated", "zh", Confidence.CONTEXT, 0.0),
        ("translated", "zh", Confidence.NEARLY_ALWAYS, 0.05),
        ("translated", "fr", Confidence.FREQUENT, 0.0),
        ("translated", "fr", Confidence.NEARLY_ALWAYS, 0.01),
        ("native", "de", Confidence.CONTEXT, 0.0),
        ("native", "de", Confidence.NEARLY_ALWAYS, 0.01),
        ("unsure", "fr", Confidence.CONTEXT, 1.0),
    ],
)
def test_the_verdict_ranks_phrases(
    kind: str, origin: str, confidence: Confidence, expected: float
) -> None:
    assert context(kind).likelihood(phrase(origin, confidence)) == expected


def test_what_was_told_needs_no_guess() -> None:
    assert context("native", origin="de").likelihood(phrase("de", Confidence.CONTEXT)) == 1


def test_a_house_glossary_always_counts() -> None:
    assert context("native").likelihood(phrase("fr", Confidence.CONTEXT, house=True)) == 1


def test_a_glossary_may_serve_several_origins() -> None:
    assert context("translated").likelihood(phrase("ru", Confidence.CONTEXT, also="uk")) == 0.15
