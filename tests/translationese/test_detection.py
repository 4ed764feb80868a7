from functools import cache

import pytest
import synthetic
from conftest import ROOT

from qa.findings import Verdict
from qa.language import language
from qa.model import Document, Segment, SegmentKind, Text
from qa.text.words import Words
from qa.translationese import detect, models
from qa.translationese.calibration import probability
from qa.translationese.detection import explain_text, judge
from qa.translationese.explanation import contributions, explain, fold

ARTICLE = (ROOT / "corpora/evaluation/clean.en.txt").read_text(encoding="utf-8")


def verdict(text: str, tag: str = "en", kind: SegmentKind = SegmentKind.PARAGRAPH) -> Verdict:
    segments = []
    start = 0
    for number, paragraph in enumerate(text.split("\n")):
        if paragraph:
            segments.append(Segment(number, Text.verbatim(paragraph, start), kind))
        start += len(paragraph) + 1
    words = cache(lambda segment: Words(segment.text.content))
    return detect(Document("a.txt", text, tuple(segments)), language(tag), words)


def test_an_article_gets_a_probability_in_its_interval() -> None:
    found = verdict(ARTICLE)
    assert found.probability is not None
    assert found.interval is not None
    assert found.interval[0] <= found.probability <= found.interval[1]
    assert found.abstained is None
    assert 0 < len(found.contributions) <= 10


def test_a_native_article_is_not_called_a_translation() -> None:
    assert verdict(ARTICLE).kind != "translated"


def test_the_places_of_a_phrase_are_places_in_the_file() -> None:
    for one in verdict(ARTICLE).contributions:
        assert all(ARTICLE[start:end].strip() for start, end in one.spans)


@pytest.mark.parametrize("text", ["", "Too short to tell.", "word " * 59])
def test_a_short_text_gets_no_verdict(text: str) -> None:
    found = verdict(text)
    assert (found.kind, found.probability, found.interval) == ("unsure", None, None)
    assert found.abstained
    assert "60" in found.abstained


def test_a_language_without_a_model_gets_no_verdict() -> None:
    found = verdict(ARTICLE, "und")
    assert found.abstained
    assert "no measured model" in found.abstained


def test_headings_are_not_judged() -> None:
    assert verdict(ARTICLE, kind=SegmentKind.HEADING).probability is None


def test_the_tag_of_a_country_finds_the_model_of_the_language() -> None:
    assert verdict(ARTICLE, "en-GB").probability is not None


@pytest.mark.parametrize("text", ["字" * 500, "…" * 500 + "a " * 70, "A " * 100, "1 a " * 100])
def test_odd_text_does_not_fail(text: str) -> None:
    assert verdict(text).kind in {"native", "translated", "unsure"}


def test_a_document_without_text_gets_no_verdict() -> None:
    model = models.shipped("en")
    assert model
    assert judge(model, []).abstained


def test_a_verdict_is_that_of_counting_all_runs() -> None:
    """The model counts only what it knows; that must change no number."""
    model = models.shipped("en")
    assert model
    paragraph = Segment(0, Text.verbatim(ARTICLE.split("\n")[0] + " " + ARTICLE.split("\n")[2]))
    stream = model.tokenizer.stream(paragraph.text.content)
    counts, tokens = synthetic.counted(stream.classes), len(stream.classes)
    whole = explain(model, counts, tokens)
    machine = model.machine_log_odds(whole.known, counts, tokens)
    assert explain_text(model, paragraph.text.content) == whole
    assert machine is not None
    assert model.origins
    shares = fold(model, counts, whole.shares)
    assert judge(model, [paragraph]) == Verdict(
        kind=model.calibration.kind(whole.log_odds, tokens),
        probability=probability(whole.log_odds),
        interval=model.calibration.interval(whole.log_odds, tokens),
        log_odds=whole.log_odds,
        machine=probability(machine),
        origins=model.origins.guess(counts, tokens),
        abstained=None,
        contributions=contributions(model, shares, [(paragraph, stream)], 10),
    )
