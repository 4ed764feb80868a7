"""CSV and TSV: comma, semicolon, tab or bar; the columns of the common tools, or by ``--map``."""

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Literal

from qa.errors import QAError
from qa.formats import decoding
from qa.regex import lazy
from qa.terminology.exchange import sheet
from qa.terminology.exchange.layout import Layout
from qa.terminology.exchange.portable import portable
from qa.terminology.exchange.tables import columns, lost, rows
from qa.terminology.model import Imported, Lost, Termbase

SUFFIXES = (".csv", ".tsv", ".tab")

_DELIMITERS = ",;\t|"
_TABBED = (".tsv", ".tab")
_DECLARED = lazy(r"sep=(?P<delimiter>.)\r?\n", 2)
_QUOTED = lazy(r'"[^"]*+(?:"|$)')
_ACTIVE = frozenset("'=+@-")
# What a spreadsheet would run as a formula, and what we put before it.
_FORMULA = lazy(r"'*+[=+@-].*", 16)
_GUARDED = lazy(r"'++[=+@-].*", 16)


def read(content: bytes, path: str, layout: Layout = Layout()) -> Imported:  # noqa: B008 - frozen
    """Return the termbase in a delimited file.

    Raises:
        QAError: it is no text, a quotation mark is not closed, or nobody knows its columns.
    """
    text = decoding.decode(content, path)
    declared = _DECLARED.match(text)
    if declared:
        text, delimiter = text[declared.end() :], declared["delimiter"]
    else:
        delimiter = _delimiter(text, path)
    return sheet.imported(_lines(text, delimiter, path), path, layout)


def write(termbase: Termbase, layout: Layout = Layout()) -> tuple[bytes, tuple[Lost, ...]]:  # noqa: B008
    """Return a CSV file, a term a row; with languages, a concept a row.

    A cell that a spreadsheet would run as a formula begins with an apostrophe, which ``read``
    takes off.
    """
    clean, changed = portable(termbase)
    chosen = columns(layout)
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(
        [_guarded(cell) for cell in row] for row in rows(clean, chosen)
    )
    return out.getvalue().encode(), (*changed, *lost(clean, chosen))


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell[:1] in _ACTIVE and _FORMULA.fullmatch(cell) else cell


def _delimiter(text: str, path: str) -> str:
    if PurePath(path).suffix.lower() in _TABBED:
        return "\t"
    first = _QUOTED.sub("", text.lstrip().split("\n", 1)[0])
    return max(_DELIMITERS, key=first.count)


def _lines(text: str, delimiter: str, path: str) -> Iterable[tuple[int, list[str]]]:
    """Return rows with their lines; quotation marks of a TSV that do not pair are text."""
    quoted = _parsed(text, delimiter, path, csv.QUOTE_MINIMAL)
    if delimiter != "\t":
        return quoted
    try:
        return list(quoted)
    except QAError:
        return _parsed(text, delimiter, path, csv.QUOTE_NONE)


def _parsed(
    text: str, delimiter: str, path: str, quoting: Literal[0, 3]
) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=delimiter, quoting=quoting, strict=True
    )
    try:
        for row in reader:
            yield reader.line_num, [_unguarded(cell.strip()) for cell in row]
    except csv.Error as error:
        hint = "a quotation mark inside a cell is written twice, and each is closed"
        raise QAError(f"{path}:{reader.line_num}: is not well-formed: {error}", hint) from error


def _unguarded(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and _GUARDED.fullmatch(cell) else cell
