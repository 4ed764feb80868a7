"""Offsets lead back to the file."""

from hypothesis import given
from hypothesis import strategies as st

from qa.model import Lines, Position, Run, Span, Text, joined


@given(st.text(min_size=1), st.integers(0, 10**6), st.data())
def test_a_verbatim_text_locates_every_span_at_its_origin(
    content: str, origin: int, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(content) - 1))
    end = data.draw(st.integers(start + 1, len(content)))
    assert Text.verbatim(content, origin).span(start, end) == Span(origin + start, origin + end)


def test_an_entity_is_located_as_a_whole() -> None:
    # The file has "a&amp;b"; the reader sees "a&b".
    text = Text("a&b", (Run(0, 1, 0, 1), Run(1, 1, 1, 5), Run(2, 1, 6, 1)))
    assert text.span(1, 2) == Span(1, 6)
    assert text.span(0, 3) == Span(0, 7)
    assert text.span(2, 3) == Span(6, 7)


@given(st.lists(st.text(st.characters(exclude_characters="\r\n"))), st.sampled_from(["\n", "\r\n"]))
def test_every_line_starts_at_column_one(lines: list[str], line_end: str) -> None:
    known = Lines(line_end.join(lines))
    offset = 0
    for number, line in enumerate(lines, 1):
        assert known.position(offset) == Position(number, 1)
        offset += len(line) + len(line_end)


def test_a_lone_carriage_return_ends_a_line() -> None:
    assert Lines("a\rb").position(2) == Position(2, 1)


@given(st.text(min_size=1), st.data())
def test_a_slice_of_a_verbatim_text_keeps_its_places(content: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(content) - 1))
    end = data.draw(st.integers(start + 1, len(content)))
    part = Text.verbatim(content, 7).slice(start, end)
    assert part.content == content[start:end]
    assert part.span(0, end - start) == Span(7 + start, 7 + end)


def test_a_slice_begins_and_ends_inside_of_runs() -> None:
    # The file has "<b>ab</b>&amp;cd".
    text = Text("ab&cd", (Run(0, 2, 3, 2), Run(2, 1, 9, 5), Run(3, 2, 14, 2)))
    part = text.slice(1, 4)
    assert part == Text("b&c", (Run(0, 1, 4, 1), Run(1, 1, 9, 5), Run(2, 1, 14, 1)))
    assert text.slice(0, 5) is text


def test_joined_texts_stand_on_lines_of_their_own() -> None:
    text = joined([Text.verbatim("ab", 10), Text.verbatim("cd", 20)])
    assert text.content == "ab\ncd"
    assert text.span(3, 5) == Span(20, 22)
    assert text.span(1, 4) == Span(11, 21)
    assert text.locate(2) == 12
