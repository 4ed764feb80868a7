"""The report in the Reviewdog Diagnostic Format, with replacements to accept by a click.

Its columns count UTF-8 bytes, its ends are exclusive; suppressed findings are left out. Source:
the definition of DiagnosticResult in reviewdog's repository, proto/rdf.
"""

from collections.abc import Iterator
from typing import Any, TextIO

from qa.findings import Finding, Report, Severity
from qa.phrasing import blamed, breached, explained, name, place, replacements, standing
from qa.text import arrays

_SEVERITIES = {Severity.NOTE: "INFO", Severity.WARNING: "WARNING", Severity.ERROR: "ERROR"}

Object = dict[str, Any]


def render(report: Report, out: TextIO) -> None:
    """Write one DiagnosticResult."""
    around = {"source": {"name": "qa"}, "diagnostics": []}
    out.writelines(arrays.spread(around, "diagnostics", _diagnostics(report)))


def _diagnostics(report: Report) -> Iterator[Object]:
    for failure in report.failures:
        yield _whole(failure.path, failure.message, "unreadable")
    for breach in report.breaches:
        yield _whole(blamed(report, breach), breached(breach), f"budget/{breach.budget}")
    for path, finding in standing(report):
        yield _diagnostic(path, finding)


def _whole(path: str, said: str, code: str) -> Object:
    where = {"path": place(path)}
    return {"message": said, "location": where, "severity": "ERROR", "code": {"value": code}}


def _diagnostic(path: str, finding: Finding) -> Object:
    span = {
        "start": _position(finding.line, finding.byte_column),
        "end": _position(finding.end_line, finding.end_byte_column),
    }
    # Without columns the words cannot be told from the rest of their line.
    exact = finding.byte_column and finding.end_byte_column
    texts = replacements(finding) if exact else ()
    return {
        "message": explained(finding),
        "location": {"path": place(path), "range": span},
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": name(finding)},
        "suggestions": [{"range": span, "text": text} for text in texts],
    }


def _position(line: int, column: int | None) -> dict[str, int]:
    return {"line": line, "column": column} if column else {"line": line}
