"""Figures keep every value that they may have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.text.numbers import Weight, figures, readings, rounded


@pytest.mark.parametrize(
    ("written", "values"),
    [
        ("1.500", (1500.0, 1.5)),
        ("1,500", (1500.0, 1.5)),
        ("3,5", (3.5,)),
        ("0,500", (0.5,)),
        ("1.234,56", (1234.56,)),
        ("1 234 567", (1234567.0,)),
        ("12,34,567", (1234567.0,)),
        ("19.07.2022", ()),
        ("1’000", (1000.0,)),
        ("٣٫٥", (3.5,)),
    ],
)
def test_digits_with_separators_have_all_their_readings(
    written: str, values: tuple[float, ...]
) -> None:
    assert readings(written) == values


@pytest.mark.parametrize("text", ["COVID-19", "an F16", "5G", "MH17", "#40", "{0}", "%1$s"])
def test_a_code_of_letters_and_digits_may_be_left_out(text: str) -> None:
    assert [one.weight for one in figures(text)] == [Weight.OFFERED]


@pytest.mark.parametrize("text", ["US$5", "Rs500", "in 1990", "the 5th", "40%"])
def test_a_number_beside_a_currency_or_an_ending_counts(text: str) -> None:
    assert [one.weight for one in figures(text)] == [Weight.FIGURES]


@given(st.text())
def test_numbers_stand_where_they_say(content: str) -> None:
    for one in figures(content):
        assert content[one.start].isdecimal()
        assert content[one.end - 1].isdecimal()


def test_dust_of_binary_fractions_is_brushed_off() -> None:
    assert rounded(1.1 * 1e8) == 110_000_000
    assert rounded(0.1 + 0.2) == 0.3
