import pytest
from bilingual_texts import document_of, in_parts, omitted, pairs, pairs_of, places
from conformance import flagged, place
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import QAError
from qa.formats import bilingual, read_text, readers
from qa.formats.markup.assembly import GAP


def memory(*units: dict[str, str], source: str = "de") -> str:
    body = "\n".join(
        "<tu>"
        + "".join(
            f'<tuv xml:lang="{tag}"><prop type="x">no</prop><seg>{text}</seg></tuv>'
            for tag, text in unit.items()
        )
        + "</tu>"
        for unit in units
    )
    return f'<tmx version="1.4"><header srclang="{source}"/><body>\n{body}\n</body></tmx>'


def told(content: str, language: str) -> list[tuple[str, str]]:
    rows = readers()[".tmx"].rows
    return pairs(bilingual.whole(content, lambda found: rows(found, "x.tmx", language), "x.tmx"))


def test_the_other_language_of_a_memory_is_the_target() -> None:
    content = memory({"EN-us": "Key", "de_AT": "Schlüssel"}, {"de-AT": "Biene", "EN-US": "Bee"})
    document = document_of(content, ".tmx")
    assert pairs(document) == [("Schlüssel", "Key"), ("Biene", "Bee")]
    assert document.language == "en-US"
    assert document.source
    assert document.source.language == "de-AT"


def test_codes_are_no_words_and_references_are_flagged_as_a_whole() -> None:
    text = "The <bpt i='1' x='3'>&lt;b></bpt>old<ept i='1'/> port &amp; <ph x='4'>%s</ph> yard"
    content = memory({"de": "Werft", "en": text})
    document = document_of(content, ".tmx")
    assert pairs(document) == [("Werft", f"The old port & {GAP} yard")]
    assert document.segments[0].codes == ("bpt 3", "ept 1", "ph 4")
    assert flagged(document, "&") == "&amp;"
    assert place(document, "yard") == content.index("yard")


def test_the_target_of_a_memory_of_several_languages_is_told() -> None:
    content = memory({"de": "Rad", "en": "wheel", "fr": "roue"}, {"de": "Tür", "fr": "porte"})
    assert told(content, "fr") == [("Rad", "roue"), ("Tür", "porte")]
    with pytest.raises(QAError, match=r"x.tmx:2: .* not clear: there are de, en, fr"):
        read_text(content, "x.tmx", ".tmx")
    with pytest.raises(QAError, match="no translation into 'it'; its languages: de, en, fr"):
        told(content, "it")


def test_a_memory_whose_source_is_any_language_starts_from_the_first() -> None:
    assert pairs_of(memory({"en": "key", "de": "Bart"}, source="*all*"), ".tmx") == [
        ("key", "Bart")
    ]


def test_a_unit_without_the_target_is_an_omission() -> None:
    document = document_of(memory({"de": "Rad", "en": "wheel"}, {"de": "Tür"}), ".tmx")
    assert omitted(document) == ["Tür"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (memory({"de": "Rad"}), "x.tmx: has no translation; its languages: de"),
        ("<xliff/>", "x.tmx:1: its root element is 'xliff'"),
        ("<tmx><tu></tmx>", "x.tmx:1: is not well-formed"),
        ('<!DOCTYPE tmx [<!ENTITY a "b">]><tmx/>', "x.tmx:1: entity 'a'"),
    ],
)
def test_what_cannot_be_checked_is_refused_with_its_place(content: str, message: str) -> None:
    with pytest.raises(QAError, match=message):
        read_text(content, "x.tmx", ".tmx")


UNITS = [{"de": f"Satz {number} ü", "en": f"One &lt; {number} 𝄞 so"} for number in range(12)]


@given(st.integers(1, 14), st.integers(1, 200))
def test_parts_have_the_places_of_the_whole(size: int, block: int) -> None:
    content = memory(*UNITS)
    found = list(in_parts(content, ".tmx", size, block))
    assert "".join(part.content for part in found) == content
    assert [at for part in found for at in places(part)] == places(document_of(content, ".tmx"))
