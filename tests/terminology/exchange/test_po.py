"""PO terminology goes in and comes out."""

import pytest
from hypothesis import given, settings
from termbases import HOUSE, termbases

from qa.errors import QAError
from qa.terminology.exchange.layout import Layout
from qa.terminology.exchange.po import read, write
from qa.terminology.model import Concept, Status, Term, Termbase

PAIR = Layout(languages=("en", "de"))
WEBLATE = """msgid ""
msgstr ""
"Language: de\\n"
"X-Source-Language: en\\n"

#. Where ships moor.
msgid "quay"
msgstr "Kai"

#, forbidden
msgctxt "money"
msgid "bank"
msgstr "Ufer"

#, read-only, fuzzy
msgid "ACME"
msgstr "ACME"

#~ msgid "pier"
#~ msgstr "Pier"
"""


@given(termbases(("en", "de")))
@settings(max_examples=25, deadline=None)
def test_nothing_of_two_languages_is_lost(termbase: Termbase) -> None:
    content, lost = write(termbase, PAIR)
    again = read(content, "house.po")
    assert (again.termbase, again.lost, lost) == (termbase, (), ())


def test_a_glossary_of_weblate_is_read() -> None:
    found = read(WEBLATE.encode(), "port.po")
    quay, bank, brand = found.termbase.concepts
    assert quay.definition == "Where ships moor."
    assert (bank.domain, bank.terms["de"][0].status) == ("money", Status.FORBIDDEN)
    assert brand.terms["de"][0].do_not_translate
    assert {one.what for one in found.lost} == {"obsolete entry", "column fuzzy"}


def test_the_header_says_the_encoding() -> None:
    text = WEBLATE.replace('"Language', '"Content-Type: text/plain; charset=cp1252\\n"\n"Language')
    found = read(text.replace("Kai", "Käi").encode("cp1252"), "port.po")
    assert found.termbase.concepts[0].terms["de"][0].text == "Käi"


def test_further_languages_are_listed_as_lost() -> None:
    three = Termbase("house", (Concept("quay", {tag: (Term(tag),) for tag in ("en", "de", "fr")}),))
    _, lost = write(three, PAIR)
    assert [one.what for one in lost] == ["language fr"]
    with pytest.raises(QAError, match="two languages, not 3: en, de, fr"):
        write(three)


def test_a_concept_without_a_source_term_is_listed() -> None:
    _, lost = write(HOUSE, Layout(languages=("fr", "de")))
    assert {(one.concept, one.what) for one in lost} == {
        ("chancellor", "concept"),
        ("acme", "concept"),
    }


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('msgid "a"\nmsgtsr "b"\n', "port.po:2: is no PO file"),
        ('msgid "a"\nmsgstr "b"\n', "port.po: does not say its two languages"),
        ("", "port.po: is empty"),
    ],
)
def test_what_cannot_be_read_is_refused(content: str, said: str) -> None:
    with pytest.raises(QAError) as refused:
        read(content.encode(), "port.po")
    assert said in refused.value.message
