import pytest

from qa.errors import QAError
from qa.safe_xml import parse, text

BOMB = """<!DOCTYPE tmx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>
<tmx>&b;</tmx>"""
FILE = """<!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///etc/hostname">]>
<tmx>&a;</tmx>"""
PARAMETER = """<!DOCTYPE tmx [<!ENTITY % a SYSTEM "http://localhost/a.dtd"> %a;]>
<tmx/>"""


@pytest.mark.parametrize("content", [BOMB, FILE, PARAMETER])
def test_a_document_with_entities_of_its_own_is_refused(content: str) -> None:
    with pytest.raises(QAError, match="entities of its own are not read"):
        parse(content, "a.tmx")


def test_an_entity_of_a_declaration_that_is_not_followed_is_refused() -> None:
    with pytest.raises(QAError, match="entity 'nbsp'"):
        parse('<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx>&nbsp;</tmx>', "a.tmx")


def test_a_declaration_without_entities_does_no_harm() -> None:
    assert parse('<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx>one</tmx>', "a.tmx").text == "one"


def test_the_line_that_is_not_well_formed_is_named() -> None:
    with pytest.raises(QAError, match=r"a.tmx:2: is not well-formed XML: mismatched tag"):
        parse("<tmx>\n</body>", "a.tmx")


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(QAError, match="nested"):
        parse("<a>" * 100_000, "a.tmx")


def test_the_declared_encoding_of_a_decoded_document_does_not_matter() -> None:
    assert parse('<?xml version="1.0" encoding="utf-16"?><tmx>é</tmx>', "a.tmx").text == "é"


def test_names_lose_the_prefix_of_the_root() -> None:
    root = parse('<x:xliff xmlns:x="u"><x:file/><y:file xmlns:y="v"/></x:xliff>', "a.xlf")
    assert [child.tag for child in root] == ["file", "y:file"]


def test_text_leaves_out_codes_but_not_what_marks_enclose() -> None:
    content = '<seg>A <bpt i="1">&lt;b></bpt>bold\n <g>new</g><ept i="1">&lt;/b></ept> bag</seg>'
    assert text(parse(content, "a.tmx")) == "A bold new bag"
    assert text(None) is None
