"""The report as a code quality report of GitLab.

It has no suppressed findings: GitLab has no way to mark them. Source: docs.gitlab.com, Code
Quality, report format.
"""

from collections.abc import Iterator
from hashlib import blake2b
from typing import Any, TextIO

from qa.findings import Report, Severity
from qa.phrasing import blamed, breached, explained, name, place, standing
from qa.text import arrays

_SEVERITIES = {Severity.NOTE: "info", Severity.WARNING: "minor", Severity.ERROR: "major"}


def render(report: Report, out: TextIO) -> None:
    """Write one array of issues."""
    out.writelines(arrays.array(_issues(report)))


def _issues(report: Report) -> Iterator[dict[str, Any]]:
    for failure in report.failures:
        yield _issue("unreadable", failure.message, "blocker", (failure.path, 1, 1))
    for breach in report.breaches:
        where = (blamed(report, breach), 1, 1)
        yield _issue(f"budget/{breach.budget}", breached(breach), "major", where)
    for path, one in standing(report):
        where = (path, one.line, one.end_line)
        said, severity = explained(one), _SEVERITIES[one.severity]
        yield _issue(name(one), said, severity, where, one.fingerprint)


def _issue(
    check: str, said: str, severity: str, where: tuple[str, int, int], fingerprint: str = ""
) -> dict[str, Any]:
    path, begin, end = where
    return {
        "check_name": check,
        "description": said.replace("\n", " — "),
        "severity": severity,
        "fingerprint": _unique(place(path), check, fingerprint),
        "location": {"path": place(path), "lines": {"begin": begin, "end": end}},
    }


def _unique(*parts: str) -> str:
    """Return a fingerprint that no issue of another file has."""
    return blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()
