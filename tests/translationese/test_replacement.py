import math

import pytest
from conftest import ROOT

from qa.model import Segment, Span, Text
from qa.translationese import models
from qa.translationese.detection import explain_text
from qa.translationese.features import ngrams
from qa.translationese.models import PER
from qa.translationese.replacement import change

ARTICLE = (ROOT / "corpora/samples/article.txt").read_text(encoding="utf-8")
MODEL = models.shipped("en")


def log_odds(text: str) -> float:
    """Score a text by the definition: weight times rate of every run, and the curve."""
    assert MODEL
    classes = MODEL.tokenizer.stream(text).classes
    tokens = len(classes)
    score = MODEL.bias + math.fsum(
        MODEL.features[ngrams.name(run)].weight * number * PER / tokens
        for run, number in ngrams.count(classes).items()
        if ngrams.name(run) in MODEL.features
    )
    curve = MODEL.calibration.curve
    return curve.bias(tokens) + curve.scale(tokens) * score


@pytest.mark.parametrize("suggestion", ["for", "", "in exchange for it, she said"])
def test_a_replaced_phrase_changes_the_score_by_what_is_told(suggestion: str) -> None:
    assert MODEL
    segment = Segment(0, Text.verbatim(ARTICLE))
    start = ARTICLE.index("return service")
    place = Span(start, start + len("return service"))
    told = change(MODEL, [segment], segment, place, suggestion)
    after = ARTICLE.replace("return service", suggestion, 1)
    assert told == pytest.approx(log_odds(after) - log_odds(ARTICLE), abs=1e-9)


def test_only_the_segment_that_has_the_phrase_is_changed() -> None:
    assert MODEL
    paragraphs = [line for line in ARTICLE.split("\n") if line]
    segments = [Segment(number, Text.verbatim(one)) for number, one in enumerate(paragraphs)]
    alone = Segment(0, Text.verbatim(paragraphs[1]))
    told = change(MODEL, [alone], alone, Span(0, 3), "Some")
    whole = change(MODEL, segments, segments[1], Span(0, 3), "Some")
    expected = explain_text(MODEL, "Some" + paragraphs[1][3:]).log_odds
    assert told == pytest.approx(expected - explain_text(MODEL, paragraphs[1]).log_odds, abs=1e-9)
    assert whole != told
