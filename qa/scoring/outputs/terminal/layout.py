"""Tables and lines in fixed-width cells."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qa.text.columns import clipped, flat, width

_GAP = "  "
_LEAST_DRAWN = 12
_DOT, _BAR, _NOTHING = "●", "─", " "
_SCORE = len("100.00")


class Screen(NamedTuple):
    """What lines are made for: a number of cells, with colours or without."""

    width: int
    coloured: bool

    def paint(self, text: str, colour: str) -> str:
        """Return ``text`` in an SGR colour, if there are colours."""
        return f"\x1b[{colour}m{text}\x1b[0m" if self.coloured and text else text

    def wrapped(self, text: str, indent: str) -> list[str]:
        """Return the lines of a text; control characters become spaces."""
        return textwrap.wrap(
            flat(text),
            self.width,
            initial_indent=indent,
            subsequent_indent=indent + "  ",
            break_on_hyphens=False,
        )


def table(
    headings: Sequence[str], rows: Sequence[Sequence[str]], cells: int, names: int = 1
) -> Iterator[str]:
    """Yield the lines of a table; all columns but those of names are flush right.

    Args:
        headings: one for each column.
        rows: cells, which may hold anything; control characters become spaces.
        cells: the width of the screen, which long names give way to.
        names: the number of columns of names, which come first.
    """
    shown = [[flat(cell) for cell in row] for row in (headings, *rows)]
    widths = [max(map(width, column)) for column in zip(*shown, strict=True)]
    others = sum(widths[names:]) + len(_GAP) * len(widths)
    if sum(widths[:names]) > cells - others:
        room = max(_LEAST_DRAWN, (cells - others) // names)
        widths[:names] = [min(one, room) for one in widths[:names]]
    for row in shown:
        yield clipped(_GAP + _GAP.join(_padded(row, widths, names)), cells)


def fitting(columns: Sequence[str], taken: int, cells: int) -> int:
    """Return how many columns of scores under these headings fit beside ``taken`` cells."""
    left = cells - taken
    for count, heading in enumerate(columns):
        left -= max(width(flat(heading)), _SCORE) + len(_GAP)
        if left < 0:
            return max(1, count)
    return len(columns)


def bar(low: float, value: float, high: float, ends: tuple[float, float], cells: int) -> str:
    """Return a dot within its interval, drawn between ``ends``; empty where there is no room."""
    if cells < _LEAST_DRAWN or ends[0] == ends[1]:
        return ""
    start, dot, stop = (_cell(one, ends, cells) for one in (low, value, high))
    drawn = (_mark(place, start, dot, stop) for place in range(stop + 1))
    return "".join(drawn)


def _cell(value: float, ends: tuple[float, float], cells: int) -> int:
    return round((value - ends[0]) / (ends[1] - ends[0]) * (cells - 1))


def _mark(place: int, start: int, dot: int, stop: int) -> str:
    if place == dot:
        return _DOT
    return _BAR if start <= place <= stop else _NOTHING


def _padded(row: Sequence[str], widths: Sequence[int], names: int) -> Iterator[str]:
    for place, (cell, size) in enumerate(zip(row, widths, strict=True)):
        shown = clipped(cell, size)
        padding = " " * (size - width(shown))
        yield shown + padding if place < names else padding + shown
