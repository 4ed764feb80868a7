"""Tables that a person can sort, and filter where they are long."""

from collections.abc import Sequence
from typing import NamedTuple

from qa.markup import Markup, element

# Rows from which on a table has a field to filter it.
_LONG = 10


class Cell(NamedTuple):
    """What a cell shows, and the number that it is sorted by, if it is one.

    Attributes:
        content: text, or HTML.
        key: the number.
        shade: from 0 to 1, how far to colour the cell; None for not at all.
        strong: whether it stands out.
    """

    content: str
    key: float | None = None
    shade: float | None = None
    strong: bool = False


def table(caption: str, headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Markup:
    """Return a table whose first column names the rows."""
    body = element("tbody", *map(_row, rows))
    head = element("thead", element("tr", *(element("th", one, scope="col") for one in headings)))
    drawn = element("table", element("caption", caption), head, body, class_="sortable")
    scrolled = element("div", drawn, class_="wide", tabindex=0, role="region", aria_label=caption)
    return element("div", _filter(caption) if len(rows) > _LONG else "", scrolled)


def number(value: float | None, shown: str, shade: float | None = None) -> Cell:
    """Return a cell that is sorted by ``value``; a missing one shows a dash."""
    return Cell("–") if value is None else Cell(shown, value, shade)


def shades(values: Sequence[float | None], reverse: bool = False) -> list[float | None]:
    """Return where each value stands between the worst (0) and the best (1) of them.

    Args:
        values: of one table; None where there is none.
        reverse: whether the least is the best.
    """
    known = [value for value in values if value is not None]
    low, high = min(known, default=0.0), max(known, default=0.0)
    if low == high:
        return [None] * len(values)
    shares = [None if value is None else (value - low) / (high - low) for value in values]
    return [None if one is None else 1 - one if reverse else one for one in shares]


def _filter(caption: str) -> Markup:
    field = element("input", type="search", class_="filter", aria_label=f"Filter: {caption}")
    return element("label", "Only rows with ", field, class_="filtering")


def _row(cells: Sequence[Cell]) -> Markup:
    first, *others = cells
    name = element("th", _isolated(first), scope="row", data_key=first.key)
    return element("tr", name, *map(_cell, others))


def _cell(cell: Cell) -> Markup:
    shaded = None if cell.shade is None else f"--shade:{cell.shade:.2f}"
    kind = " ".join(
        name
        for name, holds in (
            ("number", cell.key is not None),
            ("shaded", cell.shade is not None),
            ("strong", cell.strong),
        )
        if holds
    )
    return element("td", _isolated(cell), class_=kind or None, style=shaded, data_key=cell.key)


def _isolated(cell: Cell) -> Markup:
    return element("bdi", cell.content)
