"""Two systems side by side."""

from qa.scoring.comparing import compare
from qa.scoring.model import System, TestSet

TEST_SET = TestSet(
    (("It rains.", None, "Stop here."), (None, "Go home.", None)),
    sources=("Es regnet.", "Geh heim.", "Halt hier."),
    documents=("weather", "orders", "orders"),
    target_language="en",
)
LEFT = System("a", ("It rains.", "Go away.", "Stop here."))
RIGHT = System("b", ("Rain falls.", "Go home.", "Stop here."))


def test_gains_are_where_left_is_better_and_losses_where_it_is_not() -> None:
    found = compare(TEST_SET, LEFT, RIGHT, "chrF2", [100.0, 40.0, 100.0], [30.0, 100.0, 100.0])
    assert [(one.number, one.delta) for one in found.gains] == [(1, 70.0)]
    assert [(one.number, one.delta) for one in found.losses] == [(2, -60.0)]
    assert (found.left, found.right, found.metric) == ("a", "b", "chrF2")


def test_of_an_error_rate_less_is_a_gain() -> None:
    scores = [0.0, 50.0, 0.0], [90.0, 0.0, 0.0]
    found = compare(TEST_SET, LEFT, RIGHT, "TER", *scores, higher_is_better=False)
    assert [(one.number, one.delta) for one in found.gains] == [(1, -90.0)]
    assert [(one.number, one.delta) for one in found.losses] == [(2, 50.0)]


def test_a_change_has_all_that_is_known_of_its_segment() -> None:
    (loss,) = compare(TEST_SET, LEFT, RIGHT, "m", [1.0, 0.0, 1.0], [0.0, 1.0, 1.0]).losses
    assert (loss.document, loss.source, loss.reference) == ("orders", "Geh heim.", "Go home.")
    assert loss.left[slice(*loss.left_spans[0])] == "away"
    assert loss.right[slice(*loss.right_spans[0])] == "home"


def test_the_largest_differences_come_first_and_no_more_than_asked() -> None:
    test_set = TestSet((("r",) * 5,))
    system = System("a", ("h",) * 5)
    found = compare(test_set, system, system, "m", [1, 3, 2, -9, -8], [0] * 5, top=2)
    assert [one.number for one in found.gains] == [2, 3]
    assert [one.number for one in found.losses] == [4, 5]
