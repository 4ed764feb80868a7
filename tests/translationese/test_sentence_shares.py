"""What every sentence adds to the verdict."""

import math

import pytest
from conftest import ROOT

from qa import formats
from qa.config import Config
from qa.pipeline import detect
from qa.translationese import models
from qa.translationese.detection import running
from qa.translationese.explanation import explain
from qa.translationese.features.tokens import join
from qa.translationese.sentence_shares import shares

ARTICLE = ROOT / "corpora/samples/article.txt"


def test_the_shares_of_sentences_and_what_no_sentence_has_add_up_to_the_score() -> None:
    document = formats.read(str(ARTICLE))
    verdict = detect(document, Config(language="en")).verdict
    model = models.shipped("en")
    assert model
    assert verdict
    assert verdict.log_odds is not None
    texts = [segment.text.content for segment in running(document)]
    classes = join(map(model.tokenizer.stream, texts))
    explained = explain(model, model.counts(classes), len(classes))
    rest = sum(share for run, share in explained.shares.items() if run not in explained.known)
    found = math.fsum(one.share for one in shares(document, "en"))
    assert found + rest + explained.bias == pytest.approx(verdict.log_odds, abs=1e-9)


def test_sentences_stand_where_they_say_in_the_order_of_the_text() -> None:
    document = formats.read(str(ARTICLE))
    found = shares(document, "en")
    written = [document.content[one.start : one.end] for one in found]
    assert 'The crane "Aurora" is considered an export hit.' in written
    assert [one.start for one in found] == sorted(one.start for one in found)
    assert len({one.share for one in found}) > len(found) / 2


def test_a_language_without_a_model_has_no_shares() -> None:
    assert shares(formats.read_text("Ein Satz. Noch einer."), "de") == ()
