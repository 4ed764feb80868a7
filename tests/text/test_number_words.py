"""Numbers in words and in characters have their value."""

import pytest

from qa.text.number_words import characters, roman, spelled
from qa.text.quantity_words import vocabulary


@pytest.mark.parametrize(
    ("text", "tag", "value"),
    [
        ("three hundred and fifty", "en", 350),
        ("twenty-one", "en", 21),
        ("fünfundzwanzig", "de", 25),
        ("dreihundertfünfzigtausend", "de", 350_000),
        ("quatre-vingt-dix-sept", "fr", 97),
        ("treinta y cinco", "es", 35),
        ("trentacinque", "it", 35),
        ("двадцать пять", "ru", 25),
        ("tři sta", "cs", 300),
        ("dwadzieścia dwa", "pl", 22),
        ("vinte e cinco", "pt", 25),
        ("сорок два", "uk", 42),
    ],
)
def test_words_for_a_number_add_up(text: str, tag: str, value: float) -> None:
    assert value in {reading for one in spelled(text, vocabulary(tag)) for reading in one.readings}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("二十五", 25),
        ("1億2000万", 120_000_000),
        ("150万", 1_500_000),
        ("1.5亿", 150_000_000),
        ("3000多万", 30_000_000),
        ("二〇二一", 2021),
        ("三百五十", 350),
        ("2万亿", 2e12),
    ],
)
def test_characters_for_a_number_add_up(text: str, value: float) -> None:
    (found,) = characters(text)
    assert value in found.readings


def test_roman_numerals_have_a_value() -> None:
    assert [one.readings for one in roman("Louis XIV and MCMLXXXIV")] == [(14.0,), (1984.0,)]
