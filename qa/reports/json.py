"""The report as JSON, schema ``qa-report/1``; the README shows and explains it."""

from collections.abc import Iterable, Iterator
from textwrap import indent
from typing import TextIO

from msgspec import json

from qa.findings import SCHEMA, DocumentReport, Report

_DOCUMENTS = '"documents": ['


def render(report: Report, out: TextIO) -> None:
    """Write one indented JSON object, a document at a time."""
    around = {
        "schema": SCHEMA,
        "signature": report.signature,
        "documents": [],
        "failures": report.failures,
    }
    before, opening, after = _indented(around).partition(_DOCUMENTS)
    out.write(before + opening)
    out.writelines(_listed(report.documents))
    out.write(after + "\n")


def _listed(documents: Iterable[DocumentReport]) -> Iterator[str]:
    separator = "\n"
    for document in documents:
        yield separator + indent(_indented(document), "    ")
        separator = ",\n"
    if separator != "\n":
        yield "\n  "


def _indented(value: object) -> str:
    return json.format(json.encode(value), indent=2).decode()
