"""How often is too often."""

import pytest

from qa.glossary.frequency import at_least, too_frequent
from qa.glossary.rates import Rate


@pytest.mark.parametrize(("mean", "spread"), [(0.3, 0.0), (2.0, 0.0), (0.3, 1.5), (2.0, 0.2)])
def test_chances_add_up(mean: float, spread: float) -> None:
    assert at_least(0, mean, spread) == 1
    falls = [at_least(count, mean, spread) for count in range(60)]
    assert falls == sorted(falls, reverse=True)
    expected = sum(falls[1:])
    assert expected == pytest.approx(mean, abs=0.01)


def test_a_spread_makes_many_hits_likelier() -> None:
    assert at_least(5, 1.0, 1.0) > at_least(5, 1.0, 0.0)


def test_once_is_never_too_often() -> None:
    assert not too_frequent(1, 100, Rate(0.0, 50.0))


def test_what_native_text_has_as_often_is_not_too_often() -> None:
    common, rare = Rate(2000.0, 4000.0), Rate(20.0, 400.0)
    assert not too_frequent(3, 500, common)
    assert too_frequent(3, 500, rare)
    assert too_frequent(9, 500, common)
