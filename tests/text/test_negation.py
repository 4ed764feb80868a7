"""A no must stay a no."""

import pytest

from qa.text.negation import lost


@pytest.mark.parametrize(
    ("source", "target", "origin", "language"),
    [
        ("Das stimmt nicht.", "That is right.", "de", "en"),
        ("It isn't true.", "C'est vrai.", "en", "fr"),
        ("他没有来。", "He came.", "zh", "en"),
        ("Он не пришёл.", "He came.", "ru", "en"),
        ("It does not work.", "Es geht und bleibt unter uns.", "en", "de"),
    ],
)
def test_a_lost_no_is_found(source: str, target: str, origin: str, language: str) -> None:
    assert lost(source, target, origin, language)


@pytest.mark.parametrize(
    ("source", "target", "origin", "language"),
    [
        ("Das stimmt nicht.", "That is untrue.", "de", "en"),
        ("Nicht nur das.", "That and more.", "de", "en"),
        ("It will not open until May.", "Es öffnet im Mai.", "en", "de"),
        ("They were not amused.", "Nebyli pobaveni.", "en", "cs"),
        ("Ba gaskiya ba ne.", "It is true.", "ha", "en"),
    ],
)
def test_a_no_in_other_words_is_one(source: str, target: str, origin: str, language: str) -> None:
    assert lost(source, target, origin, language) is None
