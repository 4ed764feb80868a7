"""Quantities that mean the same agree, and those that do not are told apart."""

import pytest

from qa.text.quantity_comparison import Comparison, compare

SAME = [
    ("de", "en", "Es sind 3,5 Milliarden.", "It is 3.5 billion."),
    ("en", "zh", "Some 1.5 million people.", "约150万人。"),
    ("ja", "en", "２万６４６９・８９ドル", "26,469.89 dollars"),
    ("ja", "en", "平成18年2月に", "in February 2006"),
    ("en", "de", "at 8:30 pm", "um 20.30 Uhr"),
    ("en", "ru", "in the 1980s", "в 80-е годы"),
    ("en", "fr", "in the 19th century", "au XIXe siècle"),
    ("en", "de", "14 lakh cases", "1,4 Millionen Fälle"),
    ("en", "cs", "an 8-foot rope", "2,5metrové lano"),
    ("en", "de", "90 degrees", "32 Grad"),
    ("en", "de", "between 5 and 10 million", "5 bis 10 Millionen"),
    ("en", "ja", "between 5 and 10 million", "500万から1000万"),
    ("en", "ru", "for 14 days", "две недели"),
    ("de", "en", "am 5. März", "on March 5"),
    ("en", "es", "5 percent", "el 5 por ciento"),
    ("de", "en", "In der Nacht zum Sonntag", "On Saturday night"),
]


@pytest.mark.parametrize(("origin", "language", "source", "target"), SAME)
def test_two_forms_of_a_quantity_agree(
    origin: str, language: str, source: str, target: str
) -> None:
    assert compare(source, target, origin, language) == Comparison()
    assert compare(target, source, language, origin) == Comparison()


@pytest.mark.parametrize(
    ("source", "target", "kind"),
    [
        ("40 Euro", "14 euros", "changed"),
        ("1,5 Millionen", "1.5 billion", "changed"),
        ("40 Euro", "some euros", "missing"),
        ("einige Leute", "41 people", "added"),
        ("40 Euro", "$40", "units"),
        ("5 Prozent", "5 percentage points", "units"),
        ("am Montag", "on Tuesday", "dates"),
    ],
)
def test_a_difference_is_told(source: str, target: str, kind: str) -> None:
    found = compare(source, target, "de", "en")
    assert [name for name in Comparison.__struct_fields__ if getattr(found, name)] == [kind]


def test_of_an_unknown_language_only_odd_numbers_count() -> None:
    assert compare("Naira biliyan 22", "22 billion naira", "ha", "en") == Comparison()
    assert compare("kwana 7", "seven days", "ha", "en") == Comparison()
    assert compare("2,643", "some", "ha", "en").missing
