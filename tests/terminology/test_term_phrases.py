"""Terms as they are found in text."""

import pytest

from qa.terminology.model import Concept, Term
from qa.terminology.term_phrases import Terms, can_match
from qa.text.words import Words


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        (Term("river bank"), "Both river banks", ["river banks"]),
        (Term("IT"), "It is the IT staff", ["IT"]),
        (Term("Apple", case_sensitive=True), "apple, APPLE, Apple", ["Apple"]),
        (Term("Tempo", do_not_translate=True), "tempo and Tempos", []),
        (Term("C++"), "a C and C++", []),
        (Term("road (closed)"), "a road (closed) here", []),
    ],
)
def test_a_term_is_found_in_its_forms(term: Term, text: str, found: list[str]) -> None:
    terms = Terms([(Concept("a", {}), term)], "en")
    assert [text[one.start : one.end] for one in terms.find(Words(text))] == found


@pytest.mark.parametrize(
    ("text", "can"),
    [("salt-lake", True), ("—", False), ("U.S.", False), ("湖水", True), ("", False)],
)
def test_some_terms_can_never_be_found(text: str, can: bool) -> None:
    assert can_match(Term(text), "en") is can


def test_an_elided_word_is_found() -> None:
    assert can_match(Term("galerie d'exemples"), "fr")
