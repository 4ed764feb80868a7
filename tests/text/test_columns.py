"""Excerpts fit the line."""

from hypothesis import given
from hypothesis import strategies as st

from qa.text.columns import excerpt, width


def test_wide_characters_take_two_cells_and_marks_none() -> None:
    assert width("日本e\u0301") == 5


def test_what_fits_is_shown_whole() -> None:
    assert excerpt("a flagged word\nnext", 2, 9, 40) == ("a ", "flagged", " word")


def test_long_lines_are_cut_on_both_sides() -> None:
    content = "left " * 30 + "FLAG" + " right" * 30
    shown = excerpt(content, 150, 154, 30)
    assert shown.flagged == "FLAG"
    assert shown.before.startswith("…")
    assert shown.after.endswith("…")


@given(st.text(min_size=1), st.data(), st.integers(10, 80))
def test_no_excerpt_is_wider_than_asked_or_carries_control_characters(
    content: str, data: st.DataObject, cells: int
) -> None:
    start = data.draw(st.integers(0, len(content) - 1))
    end = data.draw(st.integers(start + 1, len(content)))
    line = "".join(excerpt(content, start, end, cells))
    assert width(line) <= cells
    assert not any(character < " " or character == "\x7f" for character in line)
