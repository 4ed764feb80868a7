"""What counts as a term in a text, and why."""

import pytest

from qa.glossary.renderings import is_akin, rendering, strict
from qa.language import language
from qa.text.words import Words


def words(text: str, tag: str) -> Words:
    return Words(text, elision=language(tag).elision)


@pytest.mark.parametrize(
    ("text", "term", "tag"),
    [
        ("Sie wuschen sich gründlich die Hände.", "Hände waschen", "de"),
        ("Die Quellen der Pakete sind fort.", "Paketquelle", "de"),
        ("Der Ausbruch des Virus kam plötzlich.", "Virusausbruch", "de"),
        ("Es gab zahlreiche Neuinfektionen.", "Infektion", "de"),
        ("Die Polizei nahm gestern zwei Männer fest.", "festnehmen", "de"),
        ("El paciente tose mucho.", "tos", "es"),
        ("Les hôpitaux sont pleins.", "hôpital", "fr"),
        ("Il a la toux et de la fièvre.", "fièvre", "fr"),
        ("朝の電車で行く。", "電車", "ja"),
    ],
)
def test_a_term_is_rendered_in_many_ways(text: str, term: str, tag: str) -> None:
    assert rendering(words(text, tag), term, tag)


@pytest.mark.parametrize(
    ("text", "term", "tag"),
    [
        ("Die Brücke bleibt gesperrt.", "Landungssteg", "de"),
        ("Sie nahm das Paket an.", "festnehmen", "de"),
        ("Le pont est fermé.", "port", "fr"),
        ("バスで行く。", "電車", "ja"),
        ("", "Hände waschen", "de"),
    ],
)
def test_other_words_render_no_term(text: str, term: str, tag: str) -> None:
    assert rendering(words(text, tag), term, tag) is None


def explained(content: str, term: str) -> str:
    text = words(content, "de")
    found = strict(text, term, "de")
    return found.explained(text) if found else "not found"


def test_a_compound_is_explained_by_its_parts() -> None:
    assert explained("Alle Paketquellen stimmen.", "Paket Quelle") == (
        "'Paketquellen' = paket + quelle"
    )
    assert explained("Alle Quellpakete stimmen.", "Quellpaket") == (
        "'Quellpakete' is 'Quellpaket', another form"
    )
    assert explained("Die Atmung setzt aus.", "Atmung") == "'Atmung' stands here"


def test_the_strict_way_wants_forms_and_not_stems() -> None:
    assert explained("Er konnte kaum noch atmen.", "Atmung") == "not found"


def test_short_words_need_more_than_a_common_beginning() -> None:
    assert is_akin("toser", "tos")
    assert not is_akin("todos", "tos")
    assert not is_akin("regen", "regierung")
