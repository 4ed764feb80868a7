"""What a system does that no metric shows."""

import pytest

from qa.glossary.terms import Term
from qa.scoring.habits import habits
from qa.scoring.model import Habit, System, TestSet

TEST_SET = TestSet(
    (("The sea is calm.", "Radio Berlin", "very very very late", None),),
    sources=("Das Meer ist ruhig.", "Radio Berlin", "sehr sehr sehr spät", "Ende"),
    target_language="en",
)


def of(*hypotheses: str) -> Habit:
    return habits(TEST_SET, System("a", hypotheses))


def test_the_references_have_no_bad_habits() -> None:
    found = of("The sea is calm.", "Radio Berlin", "very very very late", "The end")
    assert found == Habit("a", 1.0, 0.0, 0.0, 0.0, {})


def test_copies_repetitions_and_gaps_are_shares_of_all_segments() -> None:
    found = of("Das Meer ist ruhig!", "", "late", "end of end of it")
    assert (found.copied, found.empty, found.repeated) == (0.25, 0.25, 0.25)


def test_length_is_that_of_segments_with_a_reference() -> None:
    assert of("The sea", "Radio", "very late", "and so on").length_ratio == pytest.approx(0.5)


def test_copies_are_unknown_without_sources() -> None:
    found = habits(TestSet((("a",),)), System("a", ("a",)))
    assert (found.copied, found.terms) == (None, {})


def test_terms_are_measured_with_a_glossary() -> None:
    system = System("a", ("The sea is calm.", "x", "y", "z"))
    found = habits(TEST_SET, system, (Term("Meer", ("sea",)),))
    assert found.terms["exact"] == 1.0
