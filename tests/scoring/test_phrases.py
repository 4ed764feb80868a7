"""What one system says as the references do, and the other does not."""

from qa.scoring import phrases
from qa.scoring.model import Phrase, System
from qa.scoring.reference_grams import ReferenceGrams

REFERENCES = (("the night train left", "a night train came", "no night train here", "we wait"),)
SLEEPER = System("a", ("the sleeper left", "a sleeper came", "no sleeper here", "we wait"))
NIGHT = System("b", ("the night train left", "a night train came", "no night train here", "x"))


def test_what_only_one_system_has_is_named_once_and_longest() -> None:
    left, right = phrases.between(ReferenceGrams(REFERENCES, "en"), NIGHT, SLEEPER, 10)
    assert left == (Phrase("night train", 3, 0, 3),)
    assert right == ()


def test_the_counts_of_left_stay_on_the_left() -> None:
    left, right = phrases.between(ReferenceGrams(REFERENCES, "en"), SLEEPER, NIGHT, 10)
    assert (left, right) == ((), (Phrase("night train", 0, 3, 3),))


def test_a_difference_of_one_says_nothing() -> None:
    grams = ReferenceGrams((("blue sky",),), "en")
    assert phrases.between(grams, System("a", ("blue sky",)), System("b", ("grey",)), 9) == ((), ())


def test_the_surer_difference_comes_first() -> None:
    references = (("yes",) * 6 + ("no",) * 9,)
    left = System("a", ("yes",) * 6 + ("no",) * 7 + ("",) * 2)
    right = System("b", ("",) * 9 + ("no",) * 6)
    found, _ = phrases.between(ReferenceGrams(references, "en"), left, right, 9)
    assert [one.text for one in found] == ["yes"]
    assert found[0].left == 6


def test_no_more_are_shown_than_asked_for() -> None:
    words = [f"word{number}" for number in range(9)]
    references = (tuple(word for word in words for _ in range(3)),)
    better, worse = System("a", references[0]), System("b", ("",) * 27)
    found, _ = phrases.between(ReferenceGrams(references, "en"), better, worse, 4)
    assert len(found) == 4
