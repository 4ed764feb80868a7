import pytest
from bilingual_texts import document_of, in_parts, omitted, pairs, pairs_of, places
from conformance import flagged, place
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import QAError
from qa.formats import read_text


@pytest.mark.parametrize(
    "names",
    ["source\ttarget", "id\tsrc\ttgt", "Source Text\tx\tTranslation", "target\tsource", "src\tmt"],
)
def test_columns_are_known_by_their_names(names: str) -> None:
    cells = [{"s": "Tür", "t": "door"}.get(name[0].lower(), "7") for name in names.split("\t")]
    row = "\t".join(cells).replace("7", "door") if "mt" in names else "\t".join(cells)
    found = pairs_of(f"{names}\n{row}\n", ".tsv")
    assert found in ([("Tür", "door")], [("Tür", "7")])


def test_columns_named_by_their_languages_start_with_the_source() -> None:
    document = document_of("de\ten-gb\nTür\tdoor\n", ".tsv")
    assert pairs(document) == [("Tür", "door")]
    assert document.language == "en-GB"
    assert document.source
    assert document.source.language == "de"


def test_columns_may_name_the_language_of_every_row() -> None:
    content = "source,target,source_lang,target_lang\nTür,door,de,en\nRad,roue,de,fr\n"
    document = document_of(content, ".csv")
    assert document.language == "en"
    assert [segment.language for segment in document.segments] == [None, "fr"]


def test_a_quotation_mark_between_tabs_is_part_of_the_text() -> None:
    assert pairs_of('source\ttarget\n"Tür\t"a "" door\n', ".tsv") == [('"Tür', '"a "" door')]


@pytest.mark.parametrize("separator", [",", ";"])
def test_cells_between_quotation_marks_hold_separators_and_line_ends(separator: str) -> None:
    rows = (("source", "target"), ('"Ja, ""so""; x"', '"Yes, ""so"";\r\n two"'), ("Rad", "wheel"))
    content = "\r\n".join(separator.join(row) for row in rows)
    document = document_of(content, ".csv")
    assert pairs(document) == [('Ja, "so"; x', 'Yes, "so";\r\n two'), ("Rad", "wheel")]
    assert flagged(document, '"so"') == '""so""'
    assert place(document, "two") == content.index("two")
    assert place(document, "wheel") == content.index("wheel")


def test_an_empty_or_missing_cell_is_an_omission_and_blank_lines_are_nothing() -> None:
    document = document_of("source\ttarget\n\nTür\tdoor\nRad\t \nEi\n", ".tsv")
    assert omitted(document) == ["Rad", "Ei"]


@pytest.mark.parametrize(
    ("suffix", "content", "message"),
    [
        (".tsv", "Tür\tdoor\n", r"x.tsv:1: names no column of the source.*: 'Tür', 'door'"),
        (".tsv", "source\ttarget\na\tb\tc\n", "x.tsv:2: has 3 cells; the first line names 2"),
        (".tsv", "source\ttarget\n", "has no segment with a translation"),
        (".csv", 'source,target\na,b\na,"b\nc\n', "x.csv:3: a cell in quotation marks has no end"),
        (".csv", 'source,target\n"a" x,b\n', "x.csv:2: a cell in quotation marks has no end"),
        (".csv", 'source,target\n"' + "a,b\n" * 400_000, "x.csv:2: a cell in quotation marks"),
    ],
)
def test_what_cannot_be_checked_is_refused_with_its_place(
    suffix: str, content: str, message: str
) -> None:
    with pytest.raises(QAError, match=message):
        read_text(content, f"x{suffix}", suffix)


TABLE = "source,target\n" + "".join(f'"Tür ""{n}""",é door\n𝄞,"a\n{n}"\n' for n in range(6))


@given(st.integers(1, 14), st.integers(1, 100))
def test_parts_have_the_places_of_the_whole(size: int, block: int) -> None:
    found = list(in_parts(TABLE, ".csv", size, block))
    assert "".join(part.content for part in found) == TABLE
    assert [at for part in found for at in places(part)] == places(document_of(TABLE, ".csv"))
