"""Sizes of any script compare."""

import pytest

from qa.text.sizes import size


def test_ideographs_and_syllables_count_as_several_letters() -> None:
    assert size("abc def") == 7
    assert size("中文") == pytest.approx(7.8)
    assert size("かな") == pytest.approx(4.2)
