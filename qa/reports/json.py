"""The report as JSON, schema ``qa-report/1``; the README shows and explains it."""

from typing import TextIO

from qa.findings import SCHEMA, Report
from qa.text import arrays


def render(report: Report, out: TextIO) -> None:
    """Write one indented JSON object, a document at a time."""
    around = {
        "schema": SCHEMA,
        "signature": report.signature,
        "documents": [],
        "failures": report.failures,
        "breaches": report.breaches,
    }
    out.writelines(arrays.spread(around, "documents", report.documents))
