"""Workbooks go in and come out."""

import io

import pytest
from hypothesis import given, settings
from openpyxl import Workbook, load_workbook
from termbases import HOUSE, termbases

from qa.errors import QAError
from qa.terminology.exchange.layout import Layout
from qa.terminology.exchange.xlsx import read, write
from qa.terminology.model import Concept, Term, Termbase


@given(termbases())
@settings(max_examples=8, deadline=None)
def test_nothing_is_lost(termbase: Termbase) -> None:
    content, lost = write(termbase)
    again = read(content, "house.xlsx")
    assert (again.termbase, again.lost, lost) == (termbase, (), ())


def test_a_workbook_of_two_columns_is_read() -> None:
    book = Workbook()
    for row in (["en", "de"], ["quay", "Kai"], [None, None], [2026, 1.0]):
        book.worksheets[0].append(row)
    out = io.BytesIO()
    book.save(out)
    found = read(out.getvalue(), "port.xlsx").termbase.concepts
    assert [one.terms["de"][0].text for one in found] == ["Kai", "1"]


def test_what_is_written_another_program_reads() -> None:
    content, _ = write(HOUSE)
    rows = list(load_workbook(io.BytesIO(content)).worksheets[0].iter_rows(values_only=True))
    assert rows[0][:3] == ("concept id", "language", "term")
    assert len(rows) == 1 + sum(
        len(terms) for one in HOUSE.concepts for terms in one.terms.values()
    )


def test_the_sheet_may_begin_anywhere_and_hold_truths_and_numbers() -> None:
    book = Workbook()
    page = book.worksheets[0]
    page["C3"], page["D3"], page["E3"] = "en", "case sensitive", "note"
    page["C4"], page["D4"], page["E4"] = "Quay", True, 2.5
    out = io.BytesIO()
    book.save(out)
    (found,) = read(out.getvalue(), "port.xlsx").termbase.concepts
    assert found.terms["en"] == (Term("Quay", case_sensitive=True),)
    assert found.note == "2.5"


def test_a_term_that_looks_like_a_formula_is_text() -> None:
    content, _ = write(Termbase("house", (Concept("sum", {"en": (Term("=SUM(A1)"),)}),)))
    cells = [cell for row in load_workbook(io.BytesIO(content)).worksheets[0] for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert read(content, "x.xlsx").termbase.concepts[0].terms["en"][0].text == "=SUM(A1)"


def test_languages_of_the_layout_are_columns() -> None:
    content, lost = write(HOUSE, Layout(languages=("en",)))
    assert {one.what for one in lost} == {"term (de)"}
    assert set(read(content, "house.xlsx").termbase.concepts[0].terms) == {"en"}


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no archive", b"id,en\n"])
def test_what_is_no_workbook_is_refused(content: bytes) -> None:
    with pytest.raises(QAError, match=r"port.xlsx: is no XLSX workbook"):
        read(content, "port.xlsx")
