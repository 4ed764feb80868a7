"""TBX of every version, style and dialect goes in; TBX-Basic, version 3, comes out."""

from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings
from msgspec import structs
from termbases import CHANCELLOR, HOUSE, termbases

from qa.errors import QAError
from qa.safe_xml import parse
from qa.terminology.exchange.tbx import read, write
from qa.terminology.model import Concept, PartOfSpeech, Status, Term, Termbase

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
CORE = {
    "conceptEntry": ["descrip", "descripGrp", "admin", "xref", "note", "langSec"],
    "langSec": ["descrip", "descripGrp", "admin", "note", "termSec"],
    "termSec": ["term", "termNote", "descrip", "admin", "xref", "note"],
}
TYPES = {
    "descrip": {"context", "definition", "subjectField"},
    "admin": {"customerSubset", "projectSubset", "source"},
    "xref": {"externalCrossReference", "xGraphic"},
    "termNote": {
        "administrativeStatus",
        "grammaticalGender",
        "geographicalUsage",
        "partOfSpeech",
        "termLocation",
        "termType",
    },
}
LEVELS = {
    "context": {"termSec"},
    "definition": {"conceptEntry", "langSec"},
    "subjectField": {"conceptEntry"},
    "xGraphic": {"conceptEntry", "langSec"},
}
STATUSES = {f"{one}Term-admn-sts" for one in ("preferred", "admitted", "deprecated", "superseded")}
MARTIF = """<?xml version="1.0"?>
<martif type="TBX" xml:lang="en"><martifHeader><fileDesc><titleStmt><title>Port</title></titleStmt>
<sourceDesc><p>by hand</p></sourceDesc></fileDesc></martifHeader><text><body>{}</body></text>
</martif>"""
BASIC = """<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
<tbxHeader/><text><body>{}</body></text></tbx>"""
MIN = """<TBX dialect="TBX-Min"><header><id>Port</id></header><body>{}</body></TBX>"""
WANTED = Concept(
    "c1",
    {
        "en": (
            Term("quay", part_of_speech=PartOfSpeech.NOUN),
            Term("wharf", Status.DEPRECATED, note="American"),
        )
    },
    domain="harbour",
)
TIG = """<termEntry id="c1"><descrip type="subjectField">harbour</descrip><langSet xml:lang="en">
<tig><term>quay</term><termNote type="partOfSpeech">noun</termNote></tig>
<tig><term>wharf</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>
<note>American</note></tig></langSet></termEntry>"""
NTIG = """<termEntry id="c1"><descripGrp><descrip type="subjectField">harbour</descrip></descripGrp>
<langSet xml:lang="en"><ntig><termGrp><term>quay</term><termNote type="partOfSpeech">noun
</termNote></termGrp></ntig><ntig><termGrp><term>wharf</term><termNoteGrp><termNote
 type="normativeAuthorization">deprecatedTerm</termNote></termNoteGrp></termGrp>
<note>American</note></ntig></langSet></termEntry>"""
DCT = """<conceptEntry id="c1"><min:subjectField>harbour</min:subjectField><langSec xml:lang="en">
<termSec><term>quay</term><min:partOfSpeech>noun</min:partOfSpeech></termSec><termSec>
<term>wharf</term><min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus>
<note>American</note></termSec></langSec></conceptEntry>"""
GROUPS = """<conceptEntry id="c1"><subjectField>harbour</subjectField><langGroup xml:lang="en">
<termGroup><term>quay</term><partOfSpeech>noun</partOfSpeech></termGroup><termGroup>
<term>wharf</term><termStatus>notRecommended</termStatus><note>American</note></termGroup>
</langGroup></conceptEntry>"""


def require_basic(content: bytes) -> None:
    """Hold the structure of TBXcoreStructV03 and the data categories of TBX-Basic 1.2.1."""
    root = parse(content.decode(), "house.tbx")
    parents = {child: one for one in root.iter() for child in one}
    assert (root.tag, root.get("xmlns")) == ("tbx", NAMESPACE)
    assert (root.get("type"), root.get("style")) == ("TBX-Basic", "dca")
    identifiers = [str(one.get("id")) for one in root.iter("conceptEntry")]
    assert identifiers
    assert len(set(identifiers)) == len(identifiers)
    for element in root.iter():
        name, parent = element.tag, parents.get(element)
        above = parent.tag if parent is not None else ""
        above = "langSec" if above == "descripGrp" else above
        kind = str(element.get("type"))
        assert name not in TYPES or kind in TYPES[name]
        assert kind not in LEVELS or above in LEVELS[kind]
        require_order(element, name)
    statuses = [one for one in root.iter() if one.get("type") == "administrativeStatus"]
    assert {one.text for one in statuses} <= STATUSES
    assert "properNoun" not in {one.text for one in root.iter("termNote")}


def require_order(element: Element, name: str) -> None:
    children = [child.tag for child in element]
    if name in CORE:
        assert set(children) <= set(CORE[name])
        assert children.count("term") == (name == "termSec")
        last = {"conceptEntry": "langSec", "langSec": "termSec"}.get(name)
        assert not last or children[-1] == last
        first = [child for child in children if child in {"term", "termNote"}]
        assert children[: len(first)] == first


@given(termbases())
@settings(max_examples=30, deadline=None)
def test_nothing_that_tbx_holds_is_lost(termbase: Termbase) -> None:
    content, lost = write(termbase)
    require_basic(content)
    again = read(content, "house.tbx")
    assert again.lost == ()
    assert again.termbase == termbase
    assert all("kept as a note" in one.what for one in lost)


@pytest.mark.parametrize(
    "content",
    [MARTIF.format(TIG), MARTIF.format(NTIG), BASIC.format(DCT), MIN.format(GROUPS)],
    ids=["martif tig", "martif ntig", "version 3 dct", "TBX-Min"],
)
def test_every_shape_says_the_same(content: str) -> None:
    found = read(content.encode(), "port.tbx")
    assert found.termbase.concepts == (WANTED,)
    assert found.lost == ()
    require_basic(write(found.termbase)[0])


def test_what_tbx_has_no_place_for_is_a_note_and_listed() -> None:
    content, lost = write(HOUSE)
    assert content.count(b"deprecatedTerm-admn-sts") == 1
    assert b"<note>[status] forbidden</note>" in content
    assert {one.what.split(",")[0] for one in lost} == {
        "status",
        "case-sensitive",
        "do-not-translate",
        "example of a concept",
    }
    assert read(content, "house.tbx").termbase == HOUSE


def test_further_definitions_and_their_sources_survive() -> None:
    entry = """<conceptEntry id="c1"><langSec xml:lang="en"><descripGrp><basic:definition>A place to
      moor.</basic:definition><basic:source>Handbook</basic:source></descripGrp><termSec>
      <term>quay</term></termSec></langSec><langSec xml:lang="de"><basic:definition>Ort zum Anlegen
      </basic:definition><termSec><term>Kai</term><basic:termType>shortForm</basic:termType>
      </termSec></langSec></conceptEntry>"""
    found = read(BASIC.format(entry).encode(), "port.tbx").termbase
    assert found.concepts[0].definition == "A place to moor."
    assert found.concepts[0].note == "[source en] Handbook\n[definition de] Ort zum Anlegen"
    content, lost = write(found)
    assert lost == ()
    assert content.count(b'type="definition"') == 2
    assert b'<termNote type="termType">shortForm</termNote>' in content
    assert read(content, "port.tbx").termbase.concepts == found.concepts


def test_a_transaction_is_listed_as_lost() -> None:
    entry = TIG.replace(
        "<descrip",
        '<transacGrp><transac type="transactionType">origination</transac><date>2026-01-02</date>'
        "</transacGrp><descrip",
        1,
    )
    (lost,) = read(MARTIF.format(entry).encode(), "port.tbx").lost
    assert (lost.concept, lost.what, lost.value) == (
        "c1",
        "transaction",
        "origination 2026-01-02",
    )


def test_a_term_that_needs_no_translation_stays_as_it_is() -> None:
    entry = TIG.replace("<langSet", '<descrip type="Translation needed">No</descrip><langSet')
    (found,) = read(MARTIF.format(entry).encode(), "port.tbx").termbase.concepts
    assert all(term.do_not_translate for term in found.terms["en"])


BOMB = '<!DOCTYPE martif [<!ENTITY a "boom"><!ENTITY b "&a;&a;">]>'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            BOMB + MARTIF.format(TIG)[22:],
            "port.tbx:1: entity 'a': entities of its own are not read",
        ),
        (
            '<!DOCTYPE martif [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + MARTIF[22:],
            "entities of its own are not read",
        ),
        (MARTIF.format("<termEntry>"), "port.tbx:3: is not well-formed XML"),
        ("<html><p/></html>", "port.tbx:1: is no TBX: it begins with <html>"),
        ("", "port.tbx"),
        (MARTIF.format("&quux;"), "is not well-formed XML: undefined entity"),
    ],
)
def test_what_is_not_safe_or_no_tbx_is_refused_with_its_place(content: str, said: str) -> None:
    with pytest.raises(QAError) as refused:
        read(content.encode(), "port.tbx")
    assert said in refused.value.message


def test_a_document_type_that_is_elsewhere_is_not_fetched() -> None:
    typed = MARTIF.replace("<martif ", '<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd"><martif ')
    assert read(typed.format(TIG).encode(), "port.tbx").termbase.concepts == (WANTED,)


def test_a_termbase_without_terms_is_not_written() -> None:
    with pytest.raises(QAError):
        write(Termbase("house", (Concept("empty", {}),)))


def test_an_identifier_that_xml_does_not_allow_comes_back() -> None:
    odd = Termbase("house", (Concept("1 & ½_x0031_", CHANCELLOR.terms),))
    assert read(write(odd)[0], "house.tbx").termbase.concepts[0].id == "1 & ½_x0031_"


def test_the_shared_files_are_read_and_written_again(shared: Path) -> None:
    files = sorted((shared / "data/file-formats/tbx").glob("*.tbx"))
    if not files:
        pytest.skip("the shared TBX files are not there")
    for file in files:
        found = read(file.read_bytes(), str(file))
        assert found.termbase.concepts, file
        assert {one.what for one in found.lost} <= {"transaction"}
        content, _ = write(found.termbase)
        require_basic(content)
        again = read(content, str(file)).termbase
        assert list(map(sorted_note, again.concepts)) == list(
            map(sorted_note, found.termbase.concepts)
        )
        assert write(again)[0] == write(read(write(again)[0], str(file)).termbase)[0]


def sorted_note(concept: Concept) -> Concept:
    """Where the definition is not of the first language, labelled lines change places."""
    return structs.replace(concept, note="\n".join(sorted(concept.note.split("\n"))))
