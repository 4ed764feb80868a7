"""Terms read from a table and found in segments."""

from pathlib import Path

import pytest

from qa.errors import QAError
from qa.glossary import terms
from qa.glossary.terms import Term
from qa.scoring.wording import words


def test_columns_are_found_by_name(tmp_path: Path) -> None:
    path = tmp_path / "terms.csv"
    path.write_text("id,target,source\n7,Zug|Bahn,train\n8,Eisenbahn,train\n", encoding="utf-8")
    assert terms.read(path) == (Term("train", ("Zug", "Bahn", "Eisenbahn")),)


def test_without_names_the_first_two_columns_count(tmp_path: Path) -> None:
    path = tmp_path / "terms.tsv"
    path.write_text("train\tZug\n\nrail, light\tStraßenbahn\n", encoding="utf-8")
    assert terms.read(path)[1] == Term("rail, light", ("Straßenbahn",))


def test_a_term_without_translation_is_named_by_its_line(tmp_path: Path) -> None:
    path = tmp_path / "terms.tsv"
    path.write_text("train\tZug\nbus\n", encoding="utf-8")
    with pytest.raises(QAError, match=r"terms\.tsv:2: a term without its translation"):
        terms.read(path)


def test_a_file_that_is_not_there_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(QAError, match="cannot be read"):
        terms.read(tmp_path / "none.tsv")


def found(glossary: list[Term], text: str, tag: str = "und") -> list[Term]:
    return list(terms.of_sources(glossary, tag).found_in(words(text, tag).keys))


def test_the_longest_term_at_a_place_counts() -> None:
    short, long = Term("flu", ("Grippe",)), Term("flu season", ("Grippezeit",))
    assert found([short, long], "Flu season is when flu spreads.", "en") == [long, short]


def test_terms_are_found_in_other_forms_of_a_known_language() -> None:
    term = Term("boat", ("Boot",))
    assert found([term], "Two boats sank.", "en") == [term]
    assert found([term], "Two boats sank.") == []


def test_terms_are_found_by_any_of_their_translations() -> None:
    term = Term("Boot", ("boat", "dinghy"))
    looked_for = terms.of_targets([term], "en")
    assert list(looked_for.found_in(["boats", "and", "dinghies"])) == [term, term]


def test_adjectives_of_terms_are_inflected_too() -> None:
    pattern = terms.inflected("rote Karte", "de")
    assert len(terms.occurrences(["mit", "roten", "karten"], [pattern])) == 1


def test_no_word_belongs_to_two_occurrences() -> None:
    patterns = [terms.exact("la la", "en")]
    assert terms.occurrences(["la", "la", "la", "la", "la"], patterns) == [range(2), range(2, 4)]


def test_characters_are_words_where_there_are_no_spaces() -> None:
    term = Term("電車", ("train",))
    assert found([term], "朝の電車で", "ja") == [term]


def test_a_status_tells_what_is_to_be_avoided(tmp_path: Path) -> None:
    path = tmp_path / "terms.tsv"
    path.write_text("source\ttarget\tstatus\nbus\tBus\t\nbus\tOmnibus\tforbidden\n", "utf-8")
    assert terms.read(path) == (Term("bus", ("Bus",), ("Omnibus",)),)


def test_empty_rows_are_no_terms(tmp_path: Path) -> None:
    path = tmp_path / "terms.csv"
    path.write_text("id,source,lang,target\n1,bus,de,Bus\n,,de,\n", encoding="utf-8")
    assert terms.read(path) == (Term("bus", ("Bus",)),)


def test_a_term_that_is_its_own_translation_is_kept() -> None:
    assert Term("Harbour Gazette", ("Harbour Gazette",)).kept
    assert not Term("bus", ("Bus",)).kept
