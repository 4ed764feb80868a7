"""The report as JSON, schema ``qa-report/1``; the README shows and explains it."""

from typing import TextIO

from msgspec import json

from qa.findings import SCHEMA, Report


def render(report: Report, out: TextIO) -> None:
    """Write one indented JSON object."""
    encoded = json.encode(
        {
            "schema": SCHEMA,
            "signature": report.signature,
            "documents": report.documents,
            "failures": report.failures,
            "breaches": report.breaches,
        }
    )
    out.write(json.format(encoded, indent=2).decode() + "\n")
