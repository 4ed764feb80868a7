"""Systems are scored together, and what is wrong with them is said."""

import pytest
from translations import translated

from qa.errors import QAError
from qa.scoring.metrics import Settings
from qa.scoring.model import System, TestSet
from qa.scoring.options import Options
from qa.scoring.scoring import score


def test_every_system_has_scores_of_the_whole_of_documents_and_of_segments() -> None:
    test_set, systems = translated("en")
    scored = score(test_set, systems, Options(resamples=50))
    assert [one.name for one in scored.systems] == ["close", "moved", "short"]
    for one in scored.systems:
        assert [part.metric for part in one.scores] == ["BLEU", "chrF2", "chrF2++", "TER"]
        assert [part.segments for part in one.documents] == [2, 1, 1]
        assert [part.number for part in one.segments] == [1, 2, 3, 4]
        assert set(one.segments[0].scores) == set(one.rank)
    assert len(scored.differences) == 3 * 4


def test_without_tests_there_are_no_ranks_and_without_resamples_no_intervals() -> None:
    test_set, systems = translated("en")
    options = Options(metrics=("chrf",), paired=None, confidence=False)
    scored = score(test_set, systems, options)
    assert scored.differences == ()
    assert {(one.scores[0].low, *one.rank) for one in scored.systems} == {(None,)}
    assert "seed" not in scored.systems[0].scores[0].signature


def test_a_subset_is_scored_as_a_corpus() -> None:
    test_set, systems = translated("en")
    scored = score(test_set, systems, Options(metrics=("bleu",), paired=None, confidence=False))
    assert scored.subset("close", "BLEU", [0, 1, 2, 3]) == scored.systems[0].scores[0].score
    assert scored.subset("close", "BLEU", [1]) == pytest.approx(100)
    assert scored.lower_is_better == frozenset()


def test_the_language_of_the_test_set_chooses_the_tokenizer_unless_another_is_asked_for() -> None:
    test_set, systems = translated("zh")
    options = Options(metrics=("bleu",), confidence=False)
    found = score(test_set, systems[:1], options)
    asked = Options(metrics=("bleu",), confidence=False, settings=Settings("en"))
    assert "tok:zh" in found.systems[0].scores[0].signature
    assert "tok:13a" in score(test_set, systems[:1], asked).systems[0].scores[0].signature


def test_warnings_name_what_does_not_suit() -> None:
    test_set, systems = translated("ja")
    warnings = score(test_set, systems[:1], Options(metrics=("ter",), confidence=False)).warnings
    assert any("TER counts words" in one for one in warnings)
    assert any("2 segments" in one for one in warnings)


def test_another_number_of_segments_is_refused() -> None:
    with pytest.raises(QAError, match="a: has 1 segments, the references have 2"):
        score(TestSet((("x", "y"),)), [System("a", ("x",))])


def test_two_systems_of_one_name_are_refused() -> None:
    with pytest.raises(QAError, match="two systems are called 'a'"):
        score(TestSet((("x",),)), [System("a", ("x",)), System("a", ("y",))])
