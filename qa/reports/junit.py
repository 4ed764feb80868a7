"""The report as JUnit XML: a suite for each document, a case for each check that found something.

A case fails if its findings fail the run; what does not is in its output. A document in which
nothing stands has one case, which passes; one that could not be checked has one with an error.
"""

from collections.abc import Iterator
from itertools import groupby, zip_longest
from typing import NamedTuple, TextIO

from qa.findings import Breach, DocumentReport, Finding, Report, Severity
from qa.phrasing import breached, explained, place
from qa.text.escaping import xml


class _Case(NamedTuple):
    name: str
    content: str
    failed: int = 0
    broken: int = 0


def render(report: Report, out: TextIO) -> None:
    """Write one test run."""
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="qa">\n')
    for name, cases in _suites(report):
        out.write(f'  <testsuite name="{xml(name)}" {_counts(cases)}>\n')
        out.writelines(_written(name, case) for case in cases)
        out.write("  </testsuite>\n")
    out.write("</testsuites>\n")


def _suites(report: Report) -> Iterator[tuple[str, list[_Case]]]:
    for failure in report.failures:
        said = f'<error message="{xml(failure.message)}">{xml(failure.hint or "")}</error>'
        yield place(failure.path), [_Case("readable", said, broken=1)]
    for document, lowest in zip_longest(report.documents, report.failing):
        over = [_over(one) for one in report.breaches if one.path == document.path]
        cases = [*over, *_cases(document, lowest)]
        yield place(document.path), cases or [_Case("no findings", "")]
    run = [_over(one) for one in report.breaches if one.path is None]
    if run:
        yield "qa", run


def _cases(document: DocumentReport, lowest: Severity | None) -> Iterator[_Case]:
    shown = sorted(
        (one for one in document.findings if one.suppressed is None), key=lambda one: one.check
    )
    for check, found in groupby(shown, key=lambda one: one.check):
        yield _case(check, list(found), lowest)


def _case(check: str, findings: list[Finding], lowest: Severity | None) -> _Case:
    failing = [one for one in findings if one.fails(lowest)]
    said = "\n\n".join(f"{one.line}:{one.column} {explained(one)}" for one in findings)
    if not failing:
        return _Case(check, f"<system-out>{xml(said)}</system-out>")
    summary = f"{len(findings)} found, the first in line {failing[0].line}"
    kind = failing[0].severity.value
    content = f'<failure type="{kind}" message="{xml(summary)}">{xml(said)}</failure>'
    return _Case(check, content, failed=1)


def _over(breach: Breach) -> _Case:
    content = f'<failure type="budget" message="{xml(breached(breach))}"/>'
    return _Case(f"budget {breach.budget}", content, failed=1)


def _counts(cases: list[_Case]) -> str:
    failed, broken = sum(case.failed for case in cases), sum(case.broken for case in cases)
    return f'tests="{len(cases)}" failures="{failed}" errors="{broken}" skipped="0"'


def _written(suite: str, case: _Case) -> str:
    opening = f'    <testcase classname="{xml(suite)}" name="{xml(case.name)}"'
    return f"{opening}>{case.content}</testcase>\n" if case.content else f"{opening}/>\n"
