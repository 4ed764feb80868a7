"""A build fails where a condition is not met, and cannot be judged where nothing was measured."""

import pytest

from qa.errors import QAError
from qa.scoring import gates
from qa.scoring.model import Difference, Habit, Score, ScoreReport, SystemScores

NAMES = {"chrf": "chrF2", "ter": "TER"}


def report(*differences: Difference) -> ScoreReport:
    scores = (Score("chrF2", 54.0, None, None, ""), Score("TER", 40.0, None, None, "", False))
    system = SystemScores("new", scores, (), (), {})
    return ScoreReport((system,), differences, (), (), (), (), ())


def difference(metric: str, delta: float, p: float) -> Difference:
    return Difference("new", "old", metric, "bootstrap", delta, p)


def test_limits_are_read_from_conditions() -> None:
    assert gates.limits(["chrF=55", "ter=60.5"], NAMES) == {"chrF2": 55.0, "TER": 60.5}


@pytest.mark.parametrize("asked", ["bleu=20", "chrf=high", "chrf"])
def test_a_condition_that_makes_no_sense_is_refused(asked: str) -> None:
    with pytest.raises(QAError, match=f"--fail-under {asked}"):
        gates.limits([asked], NAMES)


def test_a_score_must_reach_its_limit_and_an_error_rate_must_not_exceed_it() -> None:
    found = list(gates.least_scores(report(), {"chrF2": 55.0, "TER": 41.0}))
    assert [gate.passed for gate in found] == [False, True]
    assert found[0].message == "chrF2 is 54.00"


@pytest.mark.parametrize(
    ("metric", "delta", "p", "passed"),
    [
        ("chrF2", -2.0, 0.01, False),
        ("chrF2", -2.0, 0.2, True),
        ("chrF2", 2.0, 0.01, True),
        ("TER", 2.0, 0.01, False),
        ("TER", -2.0, 0.01, True),
    ],
)
def test_only_what_is_significantly_worse_fails(
    metric: str, delta: float, p: float, *, passed: bool
) -> None:
    (gate,) = gates.not_worse(report(difference(metric, delta, p)), "old", 0.05)
    assert gate.passed is passed


def test_the_order_of_two_systems_makes_no_difference() -> None:
    (gate,) = gates.not_worse(report(difference("chrF2", 2.0, 0.01)), "new", 0.05)
    assert not gate.passed
    assert gate.name == "old: chrF2 not worse than new"


def test_terms_have_to_be_rendered() -> None:
    habit = Habit("new", 1.0, None, 0.0, 0.0, {"inflected": 0.8})
    assert [gate.passed for gate in gates.terms_rendered([habit], 0.75)] == [True]
    assert [gate.passed for gate in gates.terms_rendered([habit], 0.85)] == [False]


def test_a_glossary_without_any_term_in_the_text_judges_nothing() -> None:
    with pytest.raises(QAError, match="no term of the glossary"):
        list(gates.terms_rendered([Habit("new", 1.0, None, 0.0, 0.0, {})], 0.8))
