"""Lengths of any script compare."""

import pytest

from qa.alignment.lengths import Lengths, size


def test_ideographs_and_syllables_count_as_several_letters() -> None:
    assert size("abc def") == 7
    assert size("中文") == 6
    assert size("かな") == pytest.approx(3.2)


def test_the_ratio_of_long_texts_is_their_own_and_of_short_ones_nearly_1() -> None:
    long = Lengths(["a" * 3000], ["a" * 6000])
    assert long.targets[-1] == pytest.approx(long.sources[-1], rel=0.1)
    assert Lengths(["a" * 10], ["a" * 20]).ratio == pytest.approx(1, abs=0.03)
