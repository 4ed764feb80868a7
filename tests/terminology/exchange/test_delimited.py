"""CSV and TSV files go in and come out, whatever tool laid them out."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from termbases import BRAND, CHANCELLOR, HOUSE, termbases

from qa.errors import QAError
from qa.terminology.exchange.delimited import read, write
from qa.terminology.exchange.layout import Layout, layout
from qa.terminology.model import Concept, Status, Term, Termbase

PAIR = Layout(languages=("en", "de"))


def concepts(text: str, chosen: Layout = PAIR, path: str = "terms.csv") -> tuple[Concept, ...]:
    return read(text.encode(), path, chosen).termbase.concepts


def terms(text: str, chosen: Layout = PAIR, path: str = "terms.csv") -> dict[str, list[str]]:
    (found,) = concepts(text, chosen, path)
    return {language: [one.text for one in several] for language, several in found.terms.items()}


@given(termbases())
@settings(max_examples=25, deadline=None)
def test_nothing_is_lost_with_a_term_a_row(termbase: Termbase) -> None:
    content, lost = write(termbase)
    again = read(content, "house.csv")
    assert (again.termbase, again.lost, lost) == (termbase, (), ())


@given(termbases(("en", "de")))
@settings(max_examples=25, deadline=None)
def test_nothing_is_lost_with_a_concept_a_row(termbase: Termbase) -> None:
    content, lost = write(termbase, PAIR)
    again = read(content, "house.csv")
    assert (again.termbase, again.lost, lost) == (termbase, (), ())


@pytest.mark.parametrize(
    "text",
    [
        "source,target\nbank,Bank\n",
        "Source Term;Target Term\nbank;Bank\n",
        "id,sourceLang,targetLang,sourceString,targetString\n7,en,de_DE,bank,Bank\n",
        "en,de\nbank,Bank\n",
        "English\tGerman\nbank\tBank\n",
        'sep=;\nTerm [en];Term [de]\n"bank";Bank\n',
        "term,termLocale,translation_de\nbank,en,Bank\n",
        "concept id,language,term\n1,en,bank\n1,de,Bank\n",
        "bank,Bank\n",
        (
            "Entry_ID;Entry_Subject;English;English_Def;Term_Example;German;German_Def;Term_Example\n"
            "1;money;bank;A house for money.;At the bank.;Bank;;Zur Bank.\n"
        ),
    ],
)
def test_the_layouts_of_common_tools_are_known(text: str) -> None:
    found = terms(text)
    assert list(found.values()) == [["bank"], ["Bank"]]
    assert [language[:2] for language in found] == ["en", "de"]


def test_what_stands_beside_a_term_is_kept() -> None:
    (found,) = concepts(
        "term;description;casesensitive;translatable;forbidden;en;en_description;de\n"
        "PNG;A kind of picture.;yes;no;no;PNG;;PNG\n"
    )
    assert found.definition == "A kind of picture."
    assert found.terms["de"] == (Term("PNG", case_sensitive=True, do_not_translate=True),)


def test_a_status_beside_a_pair_is_that_of_the_translation() -> None:
    (found,) = concepts("source,target,status\nhandy,Handy,not recommended\n")
    assert found.terms["en"][0].status is Status.PREFERRED
    assert found.terms["de"][0].status is Status.DEPRECATED


def test_two_translations_of_a_term_are_one_concept() -> None:
    (found,) = concepts("source,target\nquay,Kai\nquay,Pier\n")
    assert [(one.text, one.status) for one in found.terms["de"]] == [
        ("Kai", Status.PREFERRED),
        ("Pier", Status.ADMITTED),
    ]


def test_columns_may_have_any_name() -> None:
    chosen = layout(["source=1,target=Wort,note=Hinweis"], ["en:de"])
    (found,) = concepts("Begriff,Wort,Hinweis\nquay,Kai,nautical\n", chosen)
    assert (found.terms["de"][0].text, found.note) == ("Kai", "nautical")
    content, lost = write(Termbase("house", (CHANCELLOR,)), chosen)
    assert content.decode().splitlines()[0] == "1,Wort,Hinweis"
    assert {one.what for one in lost} >= {"domain", "definition", "examples"}


def test_a_column_that_nobody_knows_is_listed() -> None:
    found = read(b"source,target,Colour\nquay,Kai,blue\n", "terms.csv", PAIR)
    assert [(one.concept, one.what, one.value) for one in found.lost] == [
        ("quay", "column Colour", "blue")
    ]


def test_a_formula_is_disarmed_and_comes_back() -> None:
    termbase = Termbase("house", (Concept("=1+1", {"en": (Term("'=cmd"), Term("-ing"))}),))
    content, _ = write(termbase)
    assert b"\n=" not in content
    assert b",'-ing" in content
    assert read(content, "house.csv").termbase.concepts[0].terms["en"][0].text == "'=cmd"


def test_a_tab_separated_file_may_have_single_quotation_marks() -> None:
    assert terms('source\ttarget\nthe "quay\tKai\n', path="terms.tsv")["en"] == ['the "quay']


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('source,target\n"quay,Kai\n', "terms.csv:2: is not well-formed"),
        ("Colour,Size\nblue,small\n", "terms.csv:1: nobody knows which column has the terms"),
        ("source,target\nquay,Kai\n", "terms.csv:2: nothing says the language of 'quay'"),
        ("\n \n", "terms.csv: is empty"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_its_place(text: str, said: str) -> None:
    with pytest.raises(QAError) as refused:
        concepts(text, Layout())
    assert said in refused.value.message


def test_white_space_that_is_lost_is_listed() -> None:
    _, lost = write(Termbase("house", (Concept("quay", {"en": (Term(" quay"),)}),)))
    assert [one.value for one in lost] == ["' quay'"]


def test_the_file_says_all_of_a_concept() -> None:
    again = read(write(HOUSE)[0], "house.csv").termbase
    assert again.concepts == (CHANCELLOR, BRAND)


def test_the_shared_lists_are_read(shared: Path) -> None:
    files = sorted((shared / "data/terminology").glob("*.csv"))
    if not files:
        pytest.skip("the shared term lists are not there")
    for file in files:
        found = read(file.read_bytes(), str(file))
        assert len(found.termbase.concepts) == 306, file
        # Four translations of the Ukrainian list have a comma that is not quoted.
        assert {one.what for one in found.lost} <= {"column 6"}
