"""Which of two spellings is marked."""

from qa.check import Context
from qa.checks.inconsistent_name import inconsistent_name
from qa.language import language
from qa.model import Document, Segment, Text


def marked(*paragraphs: str, tag: str = "en") -> list[tuple[int, str, tuple[str, ...]]]:
    segments = tuple(Segment(number, Text.verbatim(text)) for number, text in enumerate(paragraphs))
    document = Document("a.txt", "", segments)
    return [
        (segment.number, segment.text.content[mark.start : mark.end], mark.suggestions)
        for segment, mark in inconsistent_name.run(document, Context(document, language(tag)))
    ]


def test_the_rarer_spelling_is_marked_even_if_it_comes_first() -> None:
    found = marked("Ms Müller sang.", "Later Ms Mueller danced.", "Mueller's fans were pleased.")
    assert found == [(0, "Müller", ("Mueller",))]


def test_of_two_equals_the_later_is_marked() -> None:
    assert marked("They met in Kyiv.", "They left Kiev.") == [(1, "Kiev", ("Kyiv",))]


def test_a_name_behind_a_hyphen_counts() -> None:
    found = marked("He joined al-Qaeda. He left al-Qaida.")
    assert [text for _, text, _ in found] == ["Qaida"]


def test_a_heading_in_capitals_spells_as_it_likes() -> None:
    assert marked("ERDOGAN IN SOFIA", "President Erdoğan came to Sofia.") == []


def test_the_turkish_capital_i_is_no_surprise() -> None:
    assert marked("TÜRKİYE won. Turkey lost. Türkİye drew.") == []
