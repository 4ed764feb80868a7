"""A sheet of cells, whatever file it comes from, becomes a termbase."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import PurePath

from qa.errors import QAError
from qa.terminology.exchange.columns import Column, is_table, recognised
from qa.terminology.exchange.layout import Layout
from qa.terminology.exchange.rows import Row
from qa.terminology.exchange.rows import imported as concepts
from qa.terminology.model import Imported

Lines = Iterable[tuple[int, list[str]]]

# What OmegaT's glossaries and DeepL's have, without a header.
_BARE = (Column("source"), Column("target"), Column("note"))
_PAIR = 2


def imported(lines: Lines, path: str, layout: Layout) -> Imported:
    """Return the termbase in numbered rows of cells.

    The first row is the header. Two or three columns without one are read as source, target and
    note if the languages are given.

    Raises:
        QAError: the rows are none, or nobody knows which column has the terms.
    """
    filled: Iterator[tuple[int, list[str]]] = (
        (number, cells) for number, cells in lines if any(cells)
    )
    first = next(filled, None)
    if first is None:
        raise QAError(f"{path}: has no rows", "there is nothing to import")
    number, header = first
    columns = recognised(header, layout, f"{path}:{number}")
    if not is_table(columns):
        columns = _bare(header, layout, f"{path}:{number}")
        filled = chain([first], filled)
    name = PurePath(path).stem
    return concepts(_rows(filled, header, columns), name, path, layout.languages)


def _bare(header: list[str], layout: Layout, place: str) -> list[Column | None]:
    if len(layout.languages) < _PAIR or not _PAIR <= len(header) <= len(_BARE):
        raise QAError(
            f"{place}: nobody knows which column has the terms: {', '.join(islice(header, 8))}",
            "say which: --map en=1,de=2, or --language en:de where there is no header",
        )
    return list(_BARE[: len(header)])


def _rows(lines: Lines, header: list[str], columns: list[Column | None]) -> Iterator[Row]:
    for number, cells in lines:
        filled = {
            column: text for column, text in zip(columns, cells, strict=False) if column and text
        }
        yield Row(number, filled, tuple(_unknown(cells, header, columns)))


def _unknown(
    cells: list[str], header: list[str], columns: list[Column | None]
) -> Iterator[tuple[str, str]]:
    if len(cells) <= len(columns) and None not in columns:
        return
    for place, text in enumerate(cells):
        if text and (place >= len(columns) or columns[place] is None):
            yield (header[place] if place < len(header) else str(place + 1)), text
