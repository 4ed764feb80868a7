"""The report in the Reviewdog Diagnostic Format, with replacements to accept by a click.

Its columns count UTF-8 bytes, its ends are exclusive; suppressed findings are left out. Source:
the definition of DiagnosticResult in reviewdog's repository, proto/rdf.
"""

from collections.abc import Iterator
from typing import Any, TextIO

from msgspec import json

from qa.findings import Finding, Report, Severity
from qa.phrasing import blamed, breached, explained, name, place, replacements, standing

_SEVERITIES = {Severity.NOTE: "INFO", Severity.WARNING: "WARNING", Severity.ERROR: "ERROR"}

Object = dict[str, Any]


def render(report: Report, out: TextIO) -> None:
    """Write one DiagnosticResult."""
    result = {"source": {"name": "qa"}, "diagnostics": list(_diagnostics(report))}
    out.write(json.format(json.encode(result), indent=2).decode() + "\n")


def _diagnostics(report: Report) -> Iterator[Object]:
    for failure in report.failures:
        yield _whole(failure.path, failure.message, "unreadable")
    for breach in report.breaches:
        yield _whole(blamed(report, breach), breached(breach), f"budget/{breach.budget}")
    for path, finding in standing(report):
        yield _diagnostic(path, finding, report.contents[path])


def _whole(path: str, said: str, code: str) -> Object:
    where = {"path": place(path)}
    return {"message": said, "location": where, "severity": "ERROR", "code": {"value": code}}


def _diagnostic(path: str, finding: Finding, content: str) -> Object:
    place_of = _range(finding, content)
    return {
        "message": explained(finding),
        "location": {"path": place(path), "range": place_of},
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": name(finding)},
        "suggestions": [
            {"range": place_of, "text": text} for text in replacements(finding, content)
        ],
    }


def _range(finding: Finding, content: str) -> Object:
    return {
        "start": _position(content, finding.start, finding.line, finding.column),
        "end": _position(content, finding.end, finding.end_line, finding.end_column),
    }


def _position(content: str, offset: int, line: int, column: int) -> dict[str, int]:
    before = content[offset - column + 1 : offset]
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
