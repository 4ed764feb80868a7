import math
from random import Random

import pytest
import synthetic
from conftest import ROOT

from qa.model import Segment, Text
from qa.translationese import models
from qa.translationese.detection import explain_text, judge
from qa.translationese.explanation import contributions, explain, fold
from qa.translationese.features import ngrams
from qa.translationese.features.tokens import Stream
from qa.translationese.models import PER, Model

ARTICLE = (ROOT / "corpora/evaluation/clean.en.txt").read_text(encoding="utf-8")
SHIPPED = models.shipped("en")


def test_the_shares_add_up_to_the_score() -> None:
    assert SHIPPED
    classes = SHIPPED.tokenizer.stream(ARTICLE).classes
    counts, tokens = synthetic.counted(classes), len(classes)
    explanation = explain(SHIPPED, counts, tokens)
    score = SHIPPED.bias + math.fsum(
        SHIPPED.features[run].weight * number * PER / tokens
        for run, number in counts.items()
        if run in SHIPPED.features
    )
    expected = (
        SHIPPED.calibration.curve.bias(tokens) + SHIPPED.calibration.curve.scale(tokens) * score
    )
    whole = explanation.bias + math.fsum(explanation.shares.values())
    assert whole == pytest.approx(expected, abs=1e-9)
    assert explanation.log_odds == pytest.approx(expected, abs=1e-9)


def test_folding_keeps_the_sum_and_counts_a_phrase_once() -> None:
    assert SHIPPED
    classes = SHIPPED.tokenizer.stream(ARTICLE).classes
    counts = synthetic.counted(classes)
    shares = explain(SHIPPED, counts, len(classes)).shares
    folded = fold(SHIPPED, counts, shares)
    assert math.fsum(folded.values()) == pytest.approx(math.fsum(shares.values()), abs=1e-9)
    assert len(folded) < len(shares)


def test_a_contribution_stands_where_it_says() -> None:
    model = synthetic.model()
    text = (
        "However, the firm is said to sell two boats. However, the board didn't want a new school."
    )
    segment = Segment(0, Text.verbatim(text, 100))
    for one in judge(model, [segment]).contributions:
        for start, end in one.spans:
            assert 100 <= start < end <= 100 + len(text)
    phrases = {one.text for one in judge(model, [segment]).contributions}
    assert any(phrase in text for phrase in phrases)


def test_an_absent_habit_has_a_share_and_no_place() -> None:
    model = synthetic.model()
    explanation = explain_text(model, "Boats rose.")
    absent = model.habits.keys() - synthetic.counted(model.tokenizer.stream("Boats rose.").classes)
    assert absent <= explanation.shares.keys()
    shown = contributions(model, {run: explanation.shares[run] for run in absent}, [], 3)
    assert all(one.spans == () and one.native_per_million is not None for one in shown)


def test_taking_out_the_top_phrases_lowers_the_score_more_than_taking_out_any() -> None:
    """Words are taken out of the stream, where the model sees them."""
    assert SHIPPED
    random = Random(1)  # noqa: S311
    classes = SHIPPED.tokenizer.stream(ARTICLE).classes
    shares = explain(SHIPPED, synthetic.counted(classes), len(classes)).shares
    present = [run for run in sorted(shares) if " " in run and run in synthetic.counted(classes)]
    top = sorted(present, key=lambda run: -shares[run])[:10]
    whole = _log_odds(SHIPPED, classes)
    drop = whole - _log_odds(SHIPPED, _without(classes, top))
    drops = [
        whole - _log_odds(SHIPPED, _without(classes, random.sample(present, 10))) for _ in range(20)
    ]
    assert drop > sum(drops) / len(drops)
    assert drop > 0


def _log_odds(model: Model, classes: list[str]) -> float:
    return explain(model, synthetic.counted(classes), len(classes)).log_odds


def _without(classes: list[str], runs: list[str]) -> list[str]:
    gone = {
        index + offset
        for run in map(ngrams.gram, runs)
        for index in range(len(classes))
        if tuple(classes[index : index + len(run)]) == run
        for offset in range(len(run))
    }
    return [kind for index, kind in enumerate(classes) if index not in gone]


def test_the_same_holds_where_the_words_are_taken_out_of_the_text() -> None:
    """Of a text that reads as translated: what remains is cut and scored again."""
    assert SHIPPED
    random = Random(2)  # noqa: S311
    text = (ROOT / "corpora/samples/article.txt").read_text(encoding="utf-8")
    stream = SHIPPED.tokenizer.stream(text)
    counts = SHIPPED.counts(stream.classes)
    shares = fold(SHIPPED, counts, explain_text(SHIPPED, text).shares)
    present = sorted(shares.keys() & counts.keys() - SHIPPED.habits.keys())
    top = sorted(present, key=lambda run: -shares[run])[:10]
    whole = explain_text(SHIPPED, text).log_odds
    drop = whole - explain_text(SHIPPED, _cut_out(text, stream, top)).log_odds
    drops = [
        whole - explain_text(SHIPPED, _cut_out(text, stream, random.sample(present, 10))).log_odds
        for _ in range(20)
    ]
    assert drop > 2 * sum(drops) / len(drops)
    assert drop > 0


def _cut_out(text: str, stream: Stream, runs: list[str]) -> str:
    gone = {
        offset
        for run in map(ngrams.gram, runs)
        for index in ngrams.find(stream.classes, run)
        for start, end in stream.spans()[index : index + len(run)]
        for offset in range(start, end)
    }
    return "".join(letter for offset, letter in enumerate(text) if offset not in gone)


def test_a_phrase_says_that_it_opens_a_sentence_so_that_no_two_look_alike() -> None:
    assert SHIPPED
    text = (ROOT / "corpora/samples/article.txt").read_text(encoding="utf-8")
    shown = [one.text for one in judge(SHIPPED, [Segment(0, Text.verbatim(text))]).contributions]
    assert "According to (first in a sentence)" in shown
    assert len(set(shown)) == len(shown)
