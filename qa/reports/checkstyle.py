"""The report as Checkstyle XML, which many services read; suppressed findings are left out."""

from collections.abc import Iterator
from typing import TextIO

from qa.findings import Finding, Report, Severity
from qa.phrasing import blamed, breached, explained, name, place
from qa.text.escaping import xml

_SEVERITIES = {Severity.NOTE: "info", Severity.WARNING: "warning", Severity.ERROR: "error"}


def render(report: Report, out: TextIO) -> None:
    """Write a file element for each document."""
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n')
    for path, errors in _files(report):
        out.write(f'  <file name="{xml(path)}">\n')
        out.writelines(f"    {error}\n" for error in errors)
        out.write("  </file>\n")
    out.write("</checkstyle>\n")


def _files(report: Report) -> Iterator[tuple[str, list[str]]]:
    for failure in report.failures:
        yield place(failure.path), [_error("error", failure.message, "unreadable")]
    for document in report.documents:
        over = [one for one in report.breaches if blamed(report, one) == document.path]
        yield (
            place(document.path),
            [
                *(_error("error", breached(one), f"budget.{one.budget}") for one in over),
                *(_found(one) for one in document.findings if one.suppressed is None),
            ],
        )


def _found(finding: Finding) -> str:
    where = f'line="{finding.line}" column="{finding.column}"'
    return _error(_SEVERITIES[finding.severity], explained(finding), name(finding), where)


def _error(severity: str, said: str, source: str, where: str = 'line="1"') -> str:
    return f'<error {where} severity="{severity}" message="{xml(said)}" source="qa.{xml(source)}"/>'
