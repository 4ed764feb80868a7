import pytest

from qa.text import keyness


def test_equal_rates_have_no_keyness() -> None:
    assert keyness.log_likelihood(10, 20, 1000, 2000) == pytest.approx(0.0)
    assert keyness.direction(10, 20, 1000, 2000) == 0


def test_a_rate_that_is_twice_as_high_is_key() -> None:
    assert keyness.log_likelihood(100, 50, 10_000, 10_000) == pytest.approx(16.99, abs=0.01)
    assert keyness.direction(100, 50, 10_000, 10_000) == -1


def test_what_holds_depends_on_how_much_was_looked_at() -> None:
    assert keyness.significant([5.0], 0.05) == [True]
    assert keyness.significant([5.0] + [0.1] * 9, 0.05) == [False] * 10
    assert keyness.significant([20.0] + [0.1] * 9, 0.05) == [True] + [False] * 9
