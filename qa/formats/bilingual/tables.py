"""The rows of tables as text: tab-separated and comma-separated values.

Tab-separated cells are taken as they stand: a quotation mark there is part of the text. In
comma-separated values it encloses a cell (RFC 4180), and semicolons may stand for the commas.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from qa.errors import QAError
from qa.formats.bilingual.columns import Columns, columns
from qa.formats.bilingual.lines import Line, lines
from qa.formats.bilingual.rows import Side, Unit, verbatim
from qa.formats.markup.assembly import Passage, Source
from qa.language import canonical
from qa.model import Span, Text
from qa.regex import lazy

_LONGEST = 1_000_000  # code points of a row
_ENDS = "\r\n"
_QUOTED = lazy(r'"(?P<inside>(?:(?>[^"]++|""))*+)"')

Cells = Callable[[Line, str], list[Span]]


class TableRow(NamedTuple):
    """The cells of a row, without quotation marks around them."""

    columns: Columns
    cells: Sequence[Span]
    end: int

    def units(self, content: str, offset: int) -> Iterator[Unit]:
        """Yield the source and the target of the row."""
        cells = [content[one.start - offset : one.end - offset] for one in self.cells]
        yield Unit(
            Side(
                self._text(self.columns.source, content, offset),
                language=_language(self.columns.source_language, cells)
                or self.columns.languages[0],
            ),
            Side(
                self._text(self.columns.target, content, offset),
                language=_language(self.columns.target_language, cells)
                or self.columns.languages[1],
            ),
            _cell(self.columns.document, cells),
        )

    def _text(self, column: int, content: str, offset: int) -> Text | None:
        if column >= len(self.cells):
            return None
        start, end = self.cells[column].start - offset, self.cells[column].end - offset
        if content[start - 1 : start] != '"':
            return verbatim(content, start, end)
        # Two quotation marks in an enclosed cell are one of the text.
        passage = Passage(Source.whole(content))
        while (double := content.find('""', start, end)) >= 0:
            passage.copy(start, double)
            passage.replace('"', double, double + 2)
            start = double + 2
        passage.copy(start, end)
        return passage.text()


def tabs(blocks: Iterator[str], path: str) -> Iterator[TableRow]:
    """Yield the rows of tab-separated values under the line of names.

    Raises:
        QAError: the first line does not name the columns, or a row has more cells than names.
    """
    return _rows(lines(blocks), path, _divided)


def commas(blocks: Iterator[str], path: str) -> Iterator[TableRow]:
    """Yield the rows of comma-separated values; otherwise as ``tabs``.

    Raises:
        QAError: also where a cell in quotation marks has no end.
    """
    records = _records(lines(blocks), path)
    top = next(records, Line(0, 1, ""))
    separator = ";" if top.text.count(";") > top.text.count(",") else ","

    def cells(line: Line, place: str) -> list[Span]:
        return list(_cells(line, separator, place))

    def again() -> Iterator[Line]:
        yield top
        yield from records

    return _rows(again(), path, cells)


def _rows(found: Iterator[Line], path: str, cells: Cells) -> Iterator[TableRow]:
    known: Columns | None = None
    names: list[str] = []
    for line in found:
        if not line.text.strip():
            continue
        place = f"{path}:{line.number}"
        row = cells(line, place)
        if known is None:
            names = [line.text[one.start - line.start : one.end - line.start] for one in row]
            known = columns(names, place)
            continue
        if len(row) > len(names):
            raise _too_many(place, len(row), len(names))
        yield TableRow(known, row, line.start + len(line.text))


def _too_many(place: str, cells: int, names: int) -> QAError:
    return QAError(
        f"{place}: has {cells} cells; the first line names {names}",
        "a tab in a text has to go, a comma in one needs quotation marks around the cell",
    )


def _divided(line: Line, _place: str) -> list[Span]:
    spans, start = [], line.start
    for cell in line.text.rstrip(_ENDS).split("\t"):
        spans.append(Span(start, start + len(cell)))
        start += len(cell) + 1
    return spans


def _records(found: Iterator[Line], path: str) -> Iterator[Line]:
    """Yield rows of one or more lines: a line that opens a quoted cell goes on with the next."""
    for line in found:
        texts, quotes, size = [line.text], line.text.count('"'), len(line.text)
        while quotes % 2:
            further = next(found, None)
            if further is None or size > _LONGEST:
                raise _unclosed(f"{path}:{line.number}")
            texts.append(further.text)
            quotes += further.text.count('"')
            size += len(further.text)
        yield Line(line.start, line.number, "".join(texts))


def _unclosed(place: str) -> QAError:
    hint = 'a cell with a comma or a quotation mark is written "so", quotation marks doubled'
    return QAError(f"{place}: a cell in quotation marks has no end", hint)


def _cells(line: Line, separator: str, place: str) -> Iterator[Span]:
    text, at = line.text.rstrip(_ENDS), 0
    while at <= len(text):
        quoted = _QUOTED.match(text, at)
        start, end = quoted.span("inside") if quoted else (at, _found(text, separator, at))
        yield Span(line.start + start, line.start + end)
        at = quoted.end() if quoted else end
        if text[at : at + 1] not in {separator, ""}:
            raise _unclosed(place)
        at += 1


def _found(text: str, separator: str, at: int) -> int:
    end = text.find(separator, at)
    return len(text) if end < 0 else end


def _cell(column: int | None, cells: Sequence[str]) -> str | None:
    return cells[column] if column is not None and column < len(cells) else None


def _language(column: int | None, cells: Sequence[str]) -> str | None:
    return canonical(_cell(column, cells))
