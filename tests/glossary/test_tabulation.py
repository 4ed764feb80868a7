"""Figures as text and as JSON."""

import json

import pytest
from test_editing import candidate
from test_measurement import GLOSSARY
from test_rates import measured

from qa.errors import QAError
from qa.glossary import tabulation
from qa.glossary.mining import Place


def test_a_table_names_what_to_look_into() -> None:
    figures = measured()
    table = tabulation.rates(figures, GLOSSARY, "terminal")
    assert "not measured" in table
    assert "1 of 2 entries were never found" in table


def test_candidates_come_with_their_places() -> None:
    one = candidate("in view of")
    places = (Place("made/1", "in view of the rain"),)
    shown = tabulation.candidates(
        [type(one)(one.phrase, 1.0, 0.0, 9.0, 8.0, 5, 2, ("view of",), places)], "terminal"
    )
    assert "made/1: … in view of the rain …" in shown
    assert "also: view of" in shown


def test_json_has_the_same_figures() -> None:
    assert json.loads(tabulation.candidates([candidate("a b")], "json"))[0]["phrase"] == "a b"


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(QAError, match="no format 'csv'"):
        tabulation.candidates([], "csv")
