"""The report as tab-separated values, a finding a line; suppressed ones are marked."""

from collections.abc import Iterable
from typing import TextIO

from qa.findings import Finding, Report
from qa.phrasing import breached, place

_COLUMNS = (
    "path",
    "line",
    "column",
    "end_line",
    "end_column",
    "severity",
    "check",
    "entry",
    "category",
    "confidence",
    "text",
    "message",
    "suggestions",
    "suppressed",
    "fingerprint",
)


def render(report: Report, out: TextIO) -> None:
    """Write a heading, then the findings, then budgets and files that could not be checked."""
    out.write(_row(_COLUMNS))
    for document in report.documents:
        out.writelines(_row(_cells(place(document.path), one)) for one in document.findings)
    out.writelines(
        _whole(one.path or ".", f"budget/{one.budget}", breached(one)) for one in report.breaches
    )
    out.writelines(_whole(one.path, "unreadable", one.message) for one in report.failures)


def _cells(path: str, finding: Finding) -> Iterable[str]:
    yield path
    for column in _COLUMNS[1:]:
        value = getattr(finding, column)
        yield " | ".join(value) if isinstance(value, tuple) else "" if value is None else str(value)


def _whole(path: str, check: str, said: str) -> str:
    known = {"path": place(path), "severity": "error", "check": check, "message": said}
    return _row(known.get(column, "") for column in _COLUMNS)


def _row(cells: Iterable[str]) -> str:
    """Return a line; white space within a cell becomes a space."""
    return "\t".join(" ".join(cell.split()) for cell in cells) + "\n"
