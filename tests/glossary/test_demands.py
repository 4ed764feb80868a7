"""Terms of a source, and whether they are meant."""

from qa.glossary import terms
from qa.glossary.demands import Demand, demands
from qa.glossary.terms import Term
from qa.text.words import Words


def found(text: str, *sources: str, tag: str = "en") -> list[Demand]:
    listed = terms.of_sources([Term(source, ("x",)) for source in sources], tag)
    return list(demands(listed, Words(text), tag))


def test_a_term_is_demanded_once() -> None:
    assert [one.written for one in found("Two boats met a boat.", "boat")] == ["boats"]


def test_a_part_of_a_name_and_a_verb_of_the_same_form_are_uncertain() -> None:
    assert not found("He flew with British Airways.", "airway")[0].certain
    assert not found("The delay plagued them.", "plague")[0].certain
    assert found("Airways were blocked.", "airway")[0].certain


def test_capitals_tell_abbreviations_and_names_from_words() -> None:
    assert found("It aids the poor.", "AIDS") == []
    assert found("They ate turkey.", "Turkey") == []
    assert found("They flew to Turkey.", "Turkey")[0].certain
