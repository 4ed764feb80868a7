"""Offsets lead back to the file."""

from hypothesis import given
from hypothesis import strategies as st

from qa.model import Lines, Position, Run, Span, Text


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
