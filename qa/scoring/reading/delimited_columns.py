"""Tables as text: tab-separated and comma-separated values with a line of names on top.

Tab-separated cells are taken as they stand: a quotation mark there is part of the text. In
comma-separated values it encloses a cell (RFC 4180), and semicolons may stand for the commas.
"""

import csv
from collections.abc import Iterator

from qa.errors import QAError
from qa.scoring.reading.opening import lines, named
from qa.scoring.reading.tables import Rows, Table, folded

_LONGEST_CELL = 100_000_000


def read_tabs(path: str, _target_language: str | None = None) -> Table:
    """Return the columns of a file of tab-separated values.

    Raises:
        QAError: the file cannot be read, or a row does not have the cells that the top names.
    """
    rows = (line.rstrip("\r\n").split("\t") for line in lines(path))
    return _table(path, enumerate(rows, 1))


def read_commas(path: str, _target_language: str | None = None) -> Table:
    """Return the columns of a file of comma-separated values.

    Raises:
        QAError: as for ``read_tabs``, or a quoted cell has no end.
    """
    return _table(path, _parsed(path))


def _parsed(path: str) -> Iterator[tuple[int, list[str]]]:
    content = lines(path)
    top = next(content, "")
    csv.field_size_limit(_LONGEST_CELL)
    delimiter = ";" if top.count(";") > top.count(",") else ","
    reader = csv.reader(_again(top, content), delimiter=delimiter, strict=True)
    start = 1
    try:
        for row in reader:
            yield start, row
            start = reader.line_num + 1
    except csv.Error as error:
        raise QAError(
            f"{named(path)}:{start}: is not a row of values: {error}",
            'a cell with a comma or a quotation mark is written "so", quotation marks doubled',
        ) from error


def _again(top: str, content: Iterator[str]) -> Iterator[str]:
    yield top
    yield from content


def _table(path: str, numbered: Iterator[tuple[int, list[str]]]) -> Table:
    _, top = next(numbered, (0, []))
    names = [name.strip() for name in top]
    _require_different(names, path)
    rows = Rows()
    for line, row in numbered:
        if any(row) or len(names) == 1:
            rows.add(_cells(names, row, f"{named(path)}:{line}"), line)
    return rows.table(path)


def _require_different(names: list[str], path: str) -> None:
    twice = {name for name in names if names.count(name) > 1 or not name}
    if twice or not names:
        what = ", ".join(map(repr, sorted(twice)))
        raise QAError(
            f"{named(path)}:1: does not name the columns, each by a name of its own: {what}",
            "the first line has the names, such as hypothesis, reference, source, document",
        )


def _cells(names: list[str], row: list[str], place: str) -> dict[str, str | None]:
    if len(row) > len(names):
        raise QAError(
            f"{place}: has {len(row)} cells; the first line names {len(names)}",
            "a tab in a text has to go, a comma in one needs quotation marks around the cell",
        )
    return dict(zip(names, map(folded, row), strict=False))
