"""Excerpts fit the line."""

from hypothesis import given
from hypothesis import strategies as st

from qa.findings import Excerpt
from qa.text.columns import fitted, width


def test_wide_characters_take_two_cells_and_marks_none() -> None:
    assert width("日本e\u0301") == 5


def test_what_fits_is_shown_whole() -> None:
    whole = Excerpt("a ", "flagged", " word")
    assert fitted(whole, 40) == whole


def test_long_lines_are_cut_on_both_sides() -> None:
    shown = fitted(Excerpt("left " * 30, "FLAG", " right" * 30), 30)
    assert shown.flagged == "FLAG"
    assert shown.before.startswith("…")
    assert shown.after.endswith("…")


@given(st.text(), st.text(min_size=1), st.text(), st.integers(10, 80))
def test_no_excerpt_is_wider_than_asked_or_carries_control_characters(
    before: str, flagged: str, after: str, cells: int
) -> None:
    shown = fitted(Excerpt(before, flagged, after), cells)
    line = shown.before + shown.flagged + shown.after
    assert width(line) <= cells
    assert not any(character < " " or character == "\x7f" for character in line)
