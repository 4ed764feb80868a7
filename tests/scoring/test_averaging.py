"""The score of a corpus is the mean of its segments."""

import pytest

from qa.scoring.averaging import Averaged, signature
from qa.scoring.gathering import gathered
from qa.scoring.measurement import Measurement
from qa.scoring.metrics import Batched, Known, Rows, Settings, Setup, Texts, Vectorised
from qa.scoring.model import System, TestSet
from qa.scoring.options import Options

np = pytest.importorskip("numpy")


class Words(Averaged):
    name = "words"

    def batch(self, hypotheses: Texts, references: Known, sources: Texts | None) -> Rows:
        del references, sources
        return [[float(len(hypothesis.split())), 1.0] for hypothesis in hypotheses]

    def signature(self, setup: Setup) -> str:
        return signature(setup, unit="words")


def test_it_takes_all_segments_at_once_and_many_scores_at_once() -> None:
    assert isinstance(Words(), Batched)
    assert isinstance(Words(), Vectorised)


def test_a_corpus_has_the_mean_of_its_segments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qa.scoring.gathering._metric", lambda *_: Words())
    test_set = TestSet(references=(("one", "two", "three"),))
    systems = [System("a", ("one", "one two", "one two three"))]
    rows = gathered(test_set, systems, ["words"], Settings())[0]
    options = Options(paired=None, resamples=20)
    measured = Measurement(Words(), rows, ["a"], options, options.setup(1))
    score = measured.score(0)
    assert score.score == 2.0
    assert [one.tolist() for one in measured.segments] == [[1.0, 2.0, 3.0]]
    assert score.low is not None
    assert score.high is not None
    assert 1 <= score.low <= 2 <= score.high <= 3


def test_one_segment_is_a_batch_of_one() -> None:
    assert Words().statistics("one two", ("one",)) == [2.0, 1.0]


def test_a_signature_says_what_is_known() -> None:
    assert signature(Setup(1), refs="best", version=None) == "nrefs:1|refs:best"
    assert Words().signature(Setup(-1, bootstrap=9, seed=3)) == "nrefs:var|bs:9|seed:3|unit:words"
