"""Terms of a glossary in hypotheses."""

import pytest

from qa.glossary.terms import Term
from qa.scoring.model import System, TestSet
from qa.scoring.terminology import accuracy

GLOSSARY = (Term("Kahn", ("barge", "flat boat")), Term("Schleuse", ("lock",)))
TEST_SET = TestSet(
    (("The old barge waits at the lock.", "Nothing moves."),),
    sources=("Der alte Kahn wartet an der Schleuse.", "Nichts bewegt sich."),
    target_language="en",
)


def of(*hypotheses: str, test_set: TestSet = TEST_SET) -> dict[str, float]:
    return accuracy(test_set, System("a", hypotheses), GLOSSARY)


def test_the_reference_has_every_term_and_needs_no_edits() -> None:
    found = of("The old barge waits at the lock.", "Nothing moves.")
    names = ("exact", "inflected", "window 2", "window 3", "1-TERm")
    assert found == dict.fromkeys(names, 1.0)


def test_another_form_is_not_exact_but_inflected() -> None:
    found = of("The old barges wait at the gate.", "Nothing moves.")
    assert (found["exact"], found["inflected"]) == (0.0, 0.5)


def test_any_allowed_translation_counts() -> None:
    assert of("A flat boat at a Lock.", "Nothing moves.")["exact"] == 1.0


def test_a_window_is_what_stands_beside_the_term() -> None:
    found = of("The old barge sleeps.", "Nothing moves.")
    assert found["window 2"] == pytest.approx((2 / 4 + 0) / 2)
    assert found["window 3"] == pytest.approx((2 / 5 + 0) / 2)


def test_edits_of_terms_count_twice() -> None:
    missing = of("The old ship waits at the lock.", "Nothing moves.")["1-TERm"]
    other = of("The old barge sleeps at the lock.", "Nothing moves.")["1-TERm"]
    assert [missing, other] == pytest.approx([1 - 2 / 7, 1 - 1 / 7])


def test_a_term_that_the_source_has_twice_is_wanted_twice() -> None:
    test_set = TestSet((("barge by barge",),), sources=("Kahn um Kahn",), target_language="en")
    assert of("barge by boat", test_set=test_set)["exact"] == 0.5
    assert of("barge barge barge", test_set=test_set)["exact"] == 1.0


def test_without_sources_the_references_say_what_is_wanted() -> None:
    test_set = TestSet((("Two locks, one barge.",),), target_language="en")
    assert of("One lock, no boat.", test_set=test_set)["inflected"] == 0.5


def test_a_reference_without_the_term_leaves_nothing_to_stand_beside() -> None:
    test_set = TestSet((("A ship.",),), sources=("Ein Kahn.",), target_language="en")
    assert of("A barge.", test_set=test_set) == {"exact": 1.0, "inflected": 1.0}


def test_nothing_is_measured_where_there_are_no_terms() -> None:
    test_set = TestSet((("Rain.",),), sources=("Regen.",), target_language="en")
    assert of("Rain.", test_set=test_set) == {}
