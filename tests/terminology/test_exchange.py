"""Formats are found by suffix and name; options say what a file does not; JSON holds it all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.errors import QAError
from qa.terminology.exchange import chosen, formats
from qa.terminology.exchange.json import read, write
from qa.terminology.exchange.languages import tag
from qa.terminology.exchange.layout import Layout, layout
from qa.terminology.exchange.tbx.names import decoded, encoded
from qa.terminology.model import Concept, Term, Termbase

TEXT = st.text(max_size=8)
PAIR = Layout(languages=("en", "de"))


def test_every_format_is_found_by_its_suffixes_and_its_name() -> None:
    assert list(formats()) == ["delimited", "json", "po", "tbx", "xlsx"]
    assert chosen("terms.CSV") is formats()["delimited"]
    assert chosen("terms.txt", "tbx") is formats()["tbx"]


@pytest.mark.parametrize(("path", "name"), [("terms.doc", None), ("terms.csv", "excel")])
def test_an_unknown_format_is_refused_with_those_that_are_known(
    path: str, name: str | None
) -> None:
    with pytest.raises(QAError) as refused:
        chosen(path, name)
    assert refused.value.hint == "the formats are delimited, json, po, tbx, xlsx"


@given(
    st.builds(
        Termbase,
        TEXT,
        st.lists(
            st.builds(
                Concept,
                TEXT,
                st.dictionaries(TEXT, st.lists(st.builds(Term, TEXT)).map(tuple), max_size=2),
                examples=st.lists(TEXT, max_size=2).map(tuple),
            ),
            max_size=3,
        ).map(tuple),
        st.sampled_from(["house", "desk", "article"]),
    )
)
@settings(max_examples=25, deadline=None)
def test_json_loses_nothing_whatever_stands_in_it(termbase: Termbase) -> None:
    content, lost = write(termbase)
    assert (read(content, "x.json").termbase, lost) == (termbase, ())


@pytest.mark.parametrize(
    "content",
    [
        '[{"source": "quay", "target": "Kai"}]',
        '{"terms": [{"en": "quay", "de": "Kai"}]}',
        '{"quay": "Kai"}',
    ],
)
def test_records_and_pairs_of_other_tools_are_read(content: str) -> None:
    (found,) = read(content.encode(), "port.json", PAIR).termbase.concepts
    assert found == Concept("quay", {"en": (Term("quay"),), "de": (Term("Kai"),)})


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('{\n"a": }', "port.json:2: "),
        ("[1, 2]", "port.json: is no glossary"),
        ('{"quay": "Kai"}', "port.json: nothing says the languages"),
        ('{"schema": "qa-termbase/1", "name": 1}', "port.json:1: Expected `str`"),
    ],
)
def test_json_of_another_shape_is_refused_with_its_place(content: str, said: str) -> None:
    with pytest.raises(QAError) as refused:
        read(content.encode(), "port.json")
    assert said in refused.value.message


def test_options_are_read() -> None:
    assert layout(["source=en, target=de", "note=3"], ["en:de_AT", "fr"]) == Layout(
        {"source": "en", "target": "de", "note": "3"}, ("en", "de-AT", "fr")
    )


@pytest.mark.parametrize(("columns", "languages"), [(["source"], []), ([], ["en:quux"])])
def test_options_that_mean_nothing_are_refused(columns: list[str], languages: list[str]) -> None:
    with pytest.raises(QAError):
        layout(columns, languages)


@pytest.mark.parametrize(
    ("said", "meant"),
    [("de_DE", "de-DE"), ("es_XX", "es"), ("ZH-hant-tw", "zh-Hant-TW"), ("Note", None)],
)
def test_languages_are_known_by_their_codes(said: str, meant: str | None) -> None:
    assert tag(said) == meant


@given(st.text("aé0 _x1F-:&.", min_size=1, max_size=9))
def test_an_identifier_survives_as_an_xml_name(text: str) -> None:
    assert decoded(encoded(text)) == text
