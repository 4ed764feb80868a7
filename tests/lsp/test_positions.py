"""Offsets in a text as an editor counts them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from qa.lsp.positions import Positions, edited
from qa.model import Span

CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
# Line ends, what Python alone takes for them, an accent of its own, ideographs, an emoji.
TEXTS = st.text(st.sampled_from("ab \n\r\t\f\x0b\x85\u2028e\u0301漢字ß😀👩\u200d🚀"), max_size=40)
ENCODINGS = st.sampled_from(sorted(CODECS))


def expected(content: str, offset: int, encoding: str) -> types.Position:
    """Return a position by the wording of the specification, with no regard for speed."""
    before = content[:offset].replace("\r\n", "\n").replace("\r", "\n")
    line = before[before.rfind("\n") + 1 :]
    codec, size = CODECS[encoding]
    return types.Position(before.count("\n"), len(line.encode(codec)) // size)


def inside_a_line_end(content: str, offset: int) -> bool:
    return content[offset - 1 : offset + 1] == "\r\n"


@given(TEXTS, ENCODINGS)
def test_a_position_is_what_the_specification_says_and_leads_back(
    content: str, encoding: str
) -> None:
    positions = Positions(content, encoding)
    for offset in range(len(content) + 1):
        if not inside_a_line_end(content, offset):
            position = positions.position(offset)
            assert position == expected(content, offset, encoding)
            assert positions.offset(position) == offset


@given(TEXTS, ENCODINGS, st.data())
def test_any_edit_makes_the_text_that_the_editor_has(
    content: str, encoding: str, data: st.DataObject
) -> None:
    def draw(text: str) -> int:
        offsets = [one for one in range(len(text) + 1) if not inside_a_line_end(text, one)]
        return data.draw(st.sampled_from(offsets))

    changes: list[types.TextDocumentContentChangeEvent] = []
    current = content
    for _ in range(data.draw(st.integers(0, 3))):
        start, end = sorted((draw(current), draw(current)))
        typed = data.draw(TEXTS)
        place = types.Range(expected(current, start, encoding), expected(current, end, encoding))
        changes.append(types.TextDocumentContentChangePartial(place, typed))
        current = current[:start] + typed + current[end:]
    assert edited(content, changes, encoding) == current


@given(TEXTS, ENCODINGS, st.integers(0, 50), st.integers(0, 50))
def test_a_position_outside_of_the_text_is_no_error(
    content: str, encoding: str, line: int, character: int
) -> None:
    offset = Positions(content, encoding).offset(types.Position(line, character))
    assert 0 <= offset <= len(content)


@pytest.mark.parametrize(("encoding", "column"), [("utf-8", 11), ("utf-16", 8), ("utf-32", 7)])
def test_an_emoji_counts_as_the_editor_counts_it(encoding: str, column: int) -> None:
    content = "first\r\n😀 café the Ukraine"
    positions = Positions(content, encoding)
    start = content.index("the")
    assert positions.range(start, start + 3) == types.Range(
        types.Position(1, column), types.Position(1, column + 3)
    )
    assert positions.span(positions.range(start, start + 3)) == Span(start, start + 3)


def test_a_position_in_the_middle_of_an_emoji_is_before_it() -> None:
    assert Positions("a😀b", "utf-16").offset(types.Position(0, 2)) == 1


def test_a_whole_new_text_replaces_what_there_was() -> None:
    whole = types.TextDocumentContentChangeWholeDocument("new")
    assert edited("old", [whole], "utf-16") == "new"
