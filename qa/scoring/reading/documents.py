"""Documents that blank lines divide, where all files agree on them."""

from collections.abc import Iterator, Mapping, Sequence

from qa.scoring.packed import Packed
from qa.scoring.reading import roles
from qa.scoring.reading.tables import Table


def blank_lines(tables: Sequence[Table]) -> list[int]:
    """Return the indexes of blank lines that all files have in common.

    Returns:
        Nothing where any file is no plain text, or has other blank lines: then they are segments
        without text.
    """
    if not all(table.plain for table in tables):
        return []
    first, *others = map(_blank, tables)
    return first if all(blank == first for blank in others) else []


def divided(tables: Mapping[str, Table], blank: Sequence[int]) -> dict[str, Table]:
    """Return the tables without blank lines, and with the documents between these.

    Args:
        tables: plain text, by path.
        blank: what ``blank_lines`` found.
    """
    if not blank:
        return dict(tables)
    return {path: _without(table, blank) for path, table in tables.items()}


def _blank(table: Table) -> list[int]:
    (cells,) = table.columns.values()
    return [index for index, cell in enumerate(cells) if not cell]


def _without(table: Table, blank: Sequence[int]) -> Table:
    left_out = set(blank)
    kept = [index for index in range(table.size) if index not in left_out]
    documents: Packed[str | None] = Packed(_documents(kept))
    several = {roles.DOCUMENT: documents} if documents[0] != documents[-1] else {}
    return table.reduced(kept, several)


def _documents(kept: Sequence[int]) -> Iterator[str]:
    """Yield the number of the document of every line; a gap between two begins another."""
    number = 0
    before = -2
    for index in kept:
        number += index != before + 1
        before = index
        yield str(number)
