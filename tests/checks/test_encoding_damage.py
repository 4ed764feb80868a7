"""Damage that a docstring cannot show."""

import pytest

from qa.check import Context
from qa.checks.encoding_damage import encoding_damage
from qa.language import language
from qa.model import Document, Segment, Text

SOUND = "Der Bäcker grüßt – „schön“, sagt er; es kostet 5 €. Łódź, Привет, 東京, naïve."


def repaired(content: str) -> str:
    segment = Segment(0, Text.verbatim(content))
    context = Context(Document("a.txt", content, (segment,)), language("de"))
    for mark in reversed(list(encoding_damage.run(segment, context))):
        content = content[: mark.start] + mark.suggestions[0] + content[mark.end :]
    return content


def misread(content: str, codec: str) -> str:
    """Decode UTF-8 as ``codec``, and as Latin-1 where that has no character."""
    return "".join(bytes([byte]).decode(codec, "ignore") or chr(byte) for byte in content.encode())


@pytest.mark.parametrize("codec", ["cp1252", "latin-1"])
def test_a_text_that_was_misread_is_repaired(codec: str) -> None:
    assert repaired(misread(SOUND, codec)) == SOUND


def test_a_text_that_was_misread_twice_is_repaired() -> None:
    once = "Der Bäcker grüßt."
    assert repaired(misread(misread(once, "cp1252"), "cp1252")) == once


def test_western_letters_that_were_taken_for_mac_roman_are_repaired() -> None:
    sound = "Der Bäcker grüßt – „schön“; es kostet 5 €. Erdoğan, naïve."
    assert repaired(misread(sound, "mac_roman")) == sound


def test_cyrillic_that_was_misread_is_repaired() -> None:
    sound = "«Привет», сказал он — и ушёл."
    assert repaired(misread(sound, "cp1251")) == sound


def test_control_characters_are_the_quotation_marks_of_windows() -> None:
    assert repaired("\x93Nein\x94, sagte er \x96 und ging.") == "“Nein”, sagte er – und ging."


def test_sound_text_stays_as_it_is() -> None:
    assert repaired(SOUND) == SOUND
