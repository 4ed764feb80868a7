"""Inflected forms from tables turned around, and by analogy."""

import pytest

from qa.text.lexicon import forms


@pytest.mark.parametrize(
    ("word", "tag", "expected"),
    [
        ("Maus", "de", {"maus", "mäuse", "mäusen"}),
        ("Ausschuss", "de", {"ausschusses", "ausschüsse"}),
        ("adressieren", "de", {"adressiert", "adressierte", "adressierten"}),
        ("dedikovaný", "cs", {"dedikovaný", "dedikovaná", "dedikovaného"}),
        ("политика", "ru", {"политика", "политики", "политику", "политиками"}),
        ("impacter", "fr", {"impacté", "impacte", "impacteront"}),
    ],
)
def test_a_word_has_its_forms(word: str, tag: str, expected: set[str]) -> None:
    assert expected <= forms(word, tag)


def test_a_form_of_another_word_stands_for_itself() -> None:
    assert forms("Mäusen", "de") == {"mäusen"}
