"""XLSX workbooks: the first sheet that has a column of terms, laid out as a delimited file is."""

import io
import zipfile
from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from qa.errors import QAError, needs
from qa.terminology.exchange import sheet
from qa.terminology.exchange.layout import Layout
from qa.terminology.exchange.portable import portable
from qa.terminology.exchange.tables import columns, lost, rows
from qa.terminology.model import Imported, Lost, Termbase

if TYPE_CHECKING:
    from openpyxl import Workbook

SUFFIXES = (".xlsx", ".xlsm")
LIMIT = 1_000_000_000  # bytes when unpacked; a hundred thousand concepts have a tenth
_LONGEST = 32_767  # characters that a cell holds

# The least that a workbook consists of (ECMA-376, part 1, sections 12 and 18). Written by hand, for
# openpyxl takes ten times as long.
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KINDS = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_SHEET = "xl/worksheets/sheet1.xml"
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_KINDS}.sheet.main+xml"/>'
    f'<Override PartName="/{_SHEET}" ContentType="{_KINDS}.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
    '<sheet name="terms" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    "</Relationships>",
}


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
    """Return a workbook of one sheet, laid out as a CSV file is; every cell is text."""
    clean, changed = portable(termbase)
    chosen = columns(layout)
    cut: list[Lost] = []
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        for name, content in _PARTS.items():
            packed.writestr(name, _XML + content)
        with packed.open(_SHEET, "w") as page:
            page.write(f'{_XML}<worksheet xmlns="{_MAIN}"><sheetData>'.encode())
            for row in rows(clean, chosen):
                cut.extend(Lost(row[0], "end of a cell", text) for text in row if _is_long(text))
                page.write(f"<row>{''.join(map(_cell, row))}</row>".encode())
            page.write(b"</sheetData></worksheet>")
    return out.getvalue(), (*changed, *cut, *lost(clean, chosen))


def _is_long(text: str) -> bool:
    return len(text) > _LONGEST


def _cell(text: str) -> str:
    """Return a cell of text, which nothing in a spreadsheet takes for a formula or a date."""
    if not text:
        return "<c/>"
    shown = escape(text[:_LONGEST], quote=False)
    return f'<c t="inlineStr"><is><t xml:space="preserve">{shown}</t></is></c>'


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
