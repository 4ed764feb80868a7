import pytest
from bilingual_texts import document_of, in_parts, omitted, pairs, pairs_of, places
from conformance import flagged, place
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import QAError
from qa.formats import read_text
from qa.formats.markup.assembly import GAP
from qa.model import SegmentKind

ONE, TWO = '<mrk mtype="seg" mid="1">', '<mrk mtype="seg" mid="2">'


def file(body: str, told: str = 'source-language="de" target-language="en-gb"') -> str:
    start = f'<?xml version="1.0"?>\n<xliff version="1.2"><file original="a" {told}><body>\n'
    return f"{start}{body}\n</body></file></xliff>\n"


def unit(source: str, target: str, told: str = 'id="1"') -> str:
    return f"<trans-unit {told}><source>{source}</source><target>{target}</target></trans-unit>"


def test_units_are_pairs_in_the_languages_of_their_file() -> None:
    document = document_of(file(unit("Tür", "door") + unit("Rad", "wheel")), ".xlf")
    assert pairs(document) == [("Tür", "door"), ("Rad", "wheel")]
    assert document.language == "en-GB"
    assert document.source
    assert document.source.language == "de"
    assert document.source.content is document.content


@pytest.mark.parametrize(
    "before",
    [
        "",
        "é\u0301𝄞 ",
        "a &amp; b &#x2013; ",
        "<g id='1'>bold</g> ",
        "<bpt id='1'>&lt;word></bpt>",
        "<ph id='1'>word<sub>word</sub></ph> ",
        "<x id='1' equiv-text='>word'/> ",
        "<![CDATA[a < b ]]>",
        "<!-- word -->",
        "<?word a?>",
        "one\r\n two\n",
    ],
)
def test_the_word_after_a_construct_is_flagged_where_it_stands(before: str) -> None:
    content = file(unit("Ein Wort", f"{before}word, an end."))
    document = document_of(content, ".xlf")
    assert flagged(document, "word,") == "word,"
    assert place(document, "word,") == content.index("word, an end.")


def test_a_reference_is_flagged_as_a_whole() -> None:
    document = document_of(file(unit("x", "Tom &amp; Jerry &#8211; so")), ".xlf")
    assert flagged(document, "&") == "&amp;"
    assert flagged(document, "–") == "&#8211;"


def test_codes_are_named_alike_on_both_sides_and_are_no_words() -> None:
    code = '<bpt id="1">&lt;b></bpt>{}<ept id="1">&lt;/b></ept> <x id="2"/><g id="3">.</g>'
    document = document_of(file(unit(code.format("Tür"), code.format("door"))), ".xlf")
    assert pairs(document) == [(f"Tür {GAP}.", f"door {GAP}.")]
    (segment,) = document.segments
    assert segment.codes == ("bpt 1", "ept 1", "x 2", "g 3")
    assert document.source
    assert document.source.segments[0].codes == segment.codes


def test_what_is_filled_in_between_two_codes_leaves_a_gap() -> None:
    code = 'A <bpt id="1">&lt;product></bpt><ept id="1">&lt;/product></ept> door'
    assert pairs_of(file(unit("x", code)), ".xlf") == [("x", f"A {GAP} door")]


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("one<x id='1' ctype='lb'/>two", "one\ntwo"),
        ("Press <mrk mtype='protected'>OK</mrk> now", f"Press {GAP} now"),
        ("a <mrk mtype='x-sdl-deleted'>bad </mrk>door", "a door"),
        ("a <mrk mtype='x-sdl-comment'>red</mrk> door", "a red door"),
        ("  a door \n", "a door"),
    ],
)
def test_what_marks_and_breaks_mean(target: str, words: str) -> None:
    assert pairs_of(file(unit("x", target)), ".sdlxliff") == [("x", words)]


def test_units_that_are_not_to_be_translated_are_left_out() -> None:
    body = (
        unit("x", "y", 'id="1" translate="no"')
        + f'<group translate="no"><group>{unit("x", "y")}</group></group>'
        + unit("Rad", "wheel")
    )
    assert pairs_of(file(body), ".xlf") == [("Rad", "wheel")]


def test_proposals_of_a_memory_are_left_out() -> None:
    alternative = "<alt-trans><source>Tor</source><target>gate</target></alt-trans>"
    body = f"<trans-unit><source>Tür</source>{alternative}<target>door</target></trans-unit>"
    assert pairs_of(file(body), ".xlf") == [("Tür", "door")]


def test_a_unit_without_a_target_is_an_omission_after_the_target_before() -> None:
    body = unit("Tür", "door") + "<trans-unit><source>Rad</source></trans-unit>" + unit("Ei", "")
    document = document_of(file(body), ".xlf")
    assert omitted(document) == ["Rad", "Ei"]
    assert document.source
    assert {one.near for one in document.source.omitted} == {document.segments[0]}


def test_a_target_without_a_source_is_an_addition() -> None:
    document = document_of(file(unit("", "door") + unit("Rad", "wheel")), ".xlf")
    assert document.source
    assert document.source.added == document.segments[:1]


@pytest.mark.parametrize(("state", "found"), [("needs-translation", []), ("final", ["Rad"])])
def test_a_copy_of_the_source_that_needs_translation_is_no_target(
    state: str, found: list[str]
) -> None:
    copy = f'<trans-unit><source>Rad</source><target state="{state}">Rad</target></trans-unit>'
    document = document_of(file(unit("Tür", "door") + copy), ".xlf")
    assert [source for source, _ in pairs(document)[1:]] == found


def test_a_divided_unit_is_several_pairs_if_both_sides_are_divided_alike() -> None:
    divided = f"<seg-source>{ONE}Eins.</mrk> {TWO}Zwei.</mrk></seg-source>"

    def of(target: str) -> str:
        return (
            f"<trans-unit><source>Eins. Zwei.</source>{divided}"
            f"<target>{target}</target></trans-unit>"
        )

    assert pairs_of(file(of(f"{ONE}One.</mrk> {TWO}Two.</mrk>")), ".xlf") == [
        ("Eins.", "One."),
        ("Zwei.", "Two."),
    ]
    assert pairs_of(file(of(f"{ONE}One and two.</mrk>")), ".xlf") == [
        ("Eins. Zwei.", "One and two.")
    ]
    document = document_of(file(of(f"{ONE}One.</mrk> {TWO}</mrk>")), ".xlf")
    assert omitted(document) == ["Zwei."]


def test_several_files_may_have_several_languages() -> None:
    first = file(unit("Tür", "door"))
    second = f'<file source-language="de" target-language="fr">{unit("Rad", "roue")}</file></xliff>'
    document = document_of(first.replace("</xliff>", second), ".xlf")
    assert [segment.language for segment in document.segments] == [None, "fr"]


def test_the_kind_of_a_segment_is_that_of_its_unit() -> None:
    document = document_of(file(unit("x", "A title", 'restype="x-h1"')), ".xlf")
    assert document.segments[0].kind is SegmentKind.HEADING


def test_the_second_version_has_prefixes_segments_and_matches() -> None:
    content = """<x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="de"
 trgLang="en"><x:file id="f"><x:unit id="1">
 <mtc:matches xmlns:mtc="urn:m"><mtc:match><x:source>Tor</x:source><x:target>gate</x:target>
 </mtc:match></mtc:matches>
 <x:originalData><x:data id="d">&lt;b></x:data></x:originalData>
 <x:segment><x:source>Eine <x:pc id="1">Tür</x:pc>.</x:source>
 <x:target>A <x:pc id="1">door</x:pc>.</x:target></x:segment>
 <x:ignorable><x:source> </x:source></x:ignorable>
 <x:segment state="initial"><x:source>Rad</x:source></x:segment></x:unit>
 <x:unit id="2" translate="no"><x:segment><x:source>A</x:source><x:target>B</x:target>
 </x:segment></x:unit>
</x:file></x:xliff>"""
    document = document_of(content, ".xliff")
    assert pairs(document) == [("Eine Tür.", "A door.")]
    assert document.segments[0].codes == ("pc 1",)
    assert omitted(document) == ["Rad"]
    assert document.language == "en"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("<xliff><file></xliff>", r"x.xlf:1: is not well-formed XML: mismatched tag"),
        ("<xliff>\n\n<file>", r"x.xlf:3: is not well-formed XML: no element found"),
        ("<tmx/>", r"x.xlf:1: its root element is 'tmx'"),
        (file(unit("Tür", "")), r"x.xlf: has no segment with a translation"),
        (file("<g>" * 201 + "</g>" * 201), "nested more than 200 deep"),
    ],
)
def test_what_cannot_be_checked_is_refused_with_its_place(content: str, message: str) -> None:
    with pytest.raises(QAError, match=message):
        read_text(content, "x.xlf", ".xlf")


BODY = "\n".join(
    unit(f"Satz {number} é", f"Sentence <x id='1'/>{number} &amp; 𝄞\r\n so", f'id="{number}"')
    for number in range(12)
)


@given(st.integers(1, 14), st.integers(1, 200))
def test_parts_have_the_places_of_the_whole(size: int, block: int) -> None:
    content = file(BODY)
    found = list(in_parts(content, ".xlf", size, block))
    assert "".join(part.content for part in found) == content
    assert [at for part in found for at in places(part)] == places(document_of(content, ".xlf"))
