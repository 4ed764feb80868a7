"""XLSX workbooks: the first sheet that has a column of terms, laid out as a delimited file is."""

import io
import zipfile
from collections.abc import Iterator
from functools import cache
from html import escape
from string import ascii_uppercase
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
            for number, row in enumerate(rows(clean, chosen), start=1):
                cut.extend(Lost(row[0], "end of a cell", text) for text in row if _is_long(text))
                page.write(_row(number, row))
            page.write(b"</sheetData></worksheet>")
    return out.getvalue(), (*changed, *cut, *lost(clean, chosen))


def _is_long(text: str) -> bool:
    return len(text) > _LONGEST


def _row(number: int, texts: list[str]) -> bytes:
    """Return a row of texts, which nothing in a spreadsheet takes for formulas or dates."""
    cells = (
        f'<c r="{_letters(place)}{number}" t="inlineStr"><is><t xml:space="preserve">'
        f"{escape(text[:_LONGEST], quote=False)}</t></is></c>"
        for place, text in enumerate(texts)
        if text
    )
    return f'<row r="{number}">{"".join(cells)}</row>'.encode()


@cache
def _letters(place: int) -> str:
    """Return the name of a column, counted from 0: A to Z, AA, AB and so on."""
    before, last = divmod(place, len(ascii_uppercase))
    return (_letters(before - 1) if before else "") + ascii_uppercase[last]


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
