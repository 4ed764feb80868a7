"""XLSX workbooks: the first sheet of cells, laid out as a delimited file is (ECMA-376, part 1)."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache
from html import escape
from itertools import islice
from string import ascii_uppercase, digits
from xml.etree.ElementTree import Element

from qa import safe_xml
from qa.errors import QAError
from qa.formats import decoding
from qa.terminology.exchange import sheet
from qa.terminology.exchange.layout import Layout
from qa.terminology.exchange.portable import portable
from qa.terminology.exchange.tables import columns, lost, rows
from qa.terminology.model import Imported, Lost, Termbase

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
_BOOK, _LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_STRINGS = "xl/sharedStrings.xml"
_COLUMNS = 16_384  # that a sheet may have
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_KINDS}.sheet.main+xml"/>'
    f'<Override PartName="/{_SHEET}" ContentType="{_KINDS}.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    _BOOK: f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
    '<sheet name="terms" sheetId="1" r:id="rId1"/></sheets></workbook>',
    _LINKS: f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    "</Relationships>",
}


def read(content: bytes, path: str, layout: Layout = Layout()) -> Imported:  # noqa: B008 - frozen
    """Return the termbase in the first sheet of a workbook; formulas count as what they came to.

    Raises:
        QAError: it is no workbook, too large, or nobody knows its columns.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            size = sum(one.file_size for one in packed.infolist())
            if size > LIMIT:
                raise QAError(f"{path}: is larger than {LIMIT // 1_000_000} MB when unpacked")
            return sheet.imported(_lines(packed, path), path, layout)
    except (zipfile.BadZipFile, zlib.error, LookupError, ValueError, OSError) as error:
        hint = "open it in a spreadsheet program and save it as .xlsx or .csv"
        raise QAError(f"{path}: is no XLSX workbook: {error}", hint) from error


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


def _lines(packed: zipfile.ZipFile, path: str) -> Iterator[tuple[int, list[str]]]:
    shared = list(_shared(packed, path))
    parts = safe_xml.elements(_text(packed, _first_sheet(packed, path)), path, ("row",))
    for number, (_, row) in enumerate(islice(parts, 1, None), start=1):
        cells: list[str] = []
        for cell in row:
            place = _place(cell.get("r", ""), len(cells))
            cells += [""] * (place - len(cells))
            cells.append(_value(cell, shared).strip())
        yield int(row.get("r", number)), cells


def _text(packed: zipfile.ZipFile, name: str) -> str:
    return decoding.decode(packed.read(name), name)


def _first_sheet(packed: zipfile.ZipFile, path: str) -> str:
    """Return the name of the file with the first sheet of cells."""
    book = safe_xml.parse(_text(packed, _BOOK), path)
    links = safe_xml.parse(_text(packed, _LINKS), path)
    targets = {link.get("Id"): link for link in links}
    for one in book.iter("sheet"):
        name = next((value for key, value in one.items() if key.endswith(":id")), None)
        link = targets.get(name)
        if link is not None and str(link.get("Type")).endswith("/worksheet"):
            target = str(link.get("Target"))
            return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
    raise QAError(f"{path}: has no sheet of cells")


def _shared(packed: zipfile.ZipFile, path: str) -> Iterator[str]:
    """Yield the texts that cells refer to by number, without readings above the characters."""
    if _STRINGS in packed.namelist():
        found = safe_xml.elements(_text(packed, _STRINGS), path, ("si",))
        for _, one in islice(found, 1, None):
            yield "".join(_runs(one))


def _runs(element: Element) -> Iterator[str]:
    for child in element:
        if safe_xml.local(f":{child.tag}") == "t":
            yield child.text or ""
        elif safe_xml.local(f":{child.tag}") == "r":
            yield from _runs(child)


def _value(cell: Element, shared: list[str]) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return "".join(text for inline in cell for text in _runs(inline))
    said = next((child.text or "" for child in cell if child.tag == "v"), "")
    if kind == "s":
        return shared[int(said)] if said else ""
    if kind == "b":
        return "TRUE" if said == "1" else "FALSE"
    return said.removesuffix(".0")


@cache
def _column(letters: str) -> int:
    """Return the place of a column, counted from 0."""
    place = 0
    for letter in letters:
        place = place * len(ascii_uppercase) + ascii_uppercase.index(letter) + 1
    return place - 1


def _place(reference: str, following: int) -> int:
    """Return the place of a cell in its row: where it says, or after the one before."""
    place = _column(reference.rstrip(digits)) if reference else following
    if not following <= place < _COLUMNS:
        raise ValueError(f"a cell cannot be at {reference}")
    return place
