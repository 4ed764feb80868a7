"""XLSX workbooks: the first sheet that has a column of terms, laid out as a delimited file is."""

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.errors import QAError, needs
from qa.terminology.exchange import sheet
from qa.terminology.exchange.layout import Layout
from qa.terminology.exchange.portable import portable
from qa.terminology.exchange.tables import columns, lost, rows
from qa.terminology.model import Imported, Lost, Termbase

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

SUFFIXES = (".xlsx", ".xlsm")
LIMIT = 1_000_000_000  # bytes when unpacked; a hundred thousand concepts have a tenth
_LONGEST = 32_767  # characters that a cell holds


def read(content: bytes, path: str, layout: Layout = Layout()) -> Imported:  # noqa: B008 - frozen
    """Return the termbase in a workbook; formulas count as what they last came to.

    Raises:
        QAError: openpyxl is not installed, it is no workbook, too large, or nobody knows its
            columns.
    """
    book = _book(content, path)
    try:
        if not book.worksheets:
            raise QAError(f"{path}: has no sheet of cells")
        return sheet.imported(_lines(book), path, layout)
    finally:
        book.close()


def write(termbase: Termbase, layout: Layout = Layout()) -> tuple[bytes, tuple[Lost, ...]]:  # noqa: B008
    """Return a workbook of one sheet, laid out as a CSV file is; every cell is text.

    Raises:
        QAError: openpyxl is not installed.
    """
    try:
        from openpyxl import Workbook
    except ImportError as error:
        raise needs("xlsx") from error
    clean, changed = portable(termbase)
    chosen = columns(layout)
    book = Workbook(write_only=True)
    page = book.create_sheet("terms")
    cut: list[Lost] = []
    for row in rows(clean, chosen):
        cut.extend(Lost(row[0], "end of a cell", text) for text in row if len(text) > _LONGEST)
        page.append([_cell(page, text[:_LONGEST]) for text in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue(), (*changed, *cut, *lost(clean, chosen))


def _cell(page: "WriteOnlyWorksheet", text: str) -> "Cell | str | None":
    """Return a text, marked as one where a spreadsheet would take it for a formula."""
    if text[:1] != "=":
        return text or None
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(page, text)
    cell.data_type = "s"
    return cell


def _book(content: bytes, path: str) -> "Workbook":
    try:
        from openpyxl import load_workbook
    except ImportError as error:
        raise needs("xlsx") from error
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            size = sum(one.file_size for one in packed.infolist())
        if size > LIMIT:
            raise QAError(f"{path}: is larger than {LIMIT // 1_000_000} MB when unpacked")
        return load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, SyntaxError) as error:
        hint = "open it in a spreadsheet program and save it as .xlsx or .csv"
        raise QAError(f"{path}: is no XLSX workbook: {error}", hint) from error


def _lines(book: "Workbook") -> Iterator[tuple[int, list[str]]]:
    page = book.worksheets[0]
    for number, row in enumerate(page.iter_rows(values_only=True), start=1):
        yield number, [_text(value) for value in row]


def _text(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).strip()
