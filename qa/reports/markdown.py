"""The report as Markdown, for the summary page of a job; most severe first.

GitHub takes 1 MiB of a step, so that the table ends in time and says how many more there are.
"""

from collections.abc import Iterator
from typing import TextIO

from qa.findings import Finding, Report, Severity
from qa.phrasing import Tally, name, place, quoted, severest, totals
from qa.text.escaping import markdown

_ROWS = 500
_SIGNS = {Severity.ERROR: "🔴", Severity.WARNING: "🟠", Severity.NOTE: "🔵"}


def render(report: Report, out: TextIO) -> None:
    """Write a heading, what fails as a whole, counts by check and a table of findings."""
    out.write(f"## {'❌' if report.failed or report.failures else '✅'} qa\n\n")
    tally = Tally(report.documents)
    out.write(f"{markdown(totals(tally, report))}\n")
    rows = list(_rows(severest(report, _ROWS)[:_ROWS]))
    more = tally.shown.total() - _ROWS
    if more > 0:
        rows.append(f"\n… and {more} more.")
    for block in (list(_whole(report)), list(_counts(tally)), rows):
        if block:
            out.write("\n" + "\n".join(block) + "\n")


def _whole(report: Report) -> Iterator[str]:
    for failure in report.failures:
        yield f"- **not checked**: {markdown(failure.message)}"
    for breach in report.breaches:
        about = f"{markdown(place(breach.path))}: " if breach.path else ""
        yield f"- **budget**: {about}{markdown(breach.message)}"


def _counts(tally: Tally) -> Iterator[str]:
    if tally.shown:
        yield "| | check | findings |"
        yield "|---|---|---:|"
    for severity, check, count in tally.rows():
        yield f"| {_SIGNS[severity]} {severity.value} | {markdown(check)} | {count} |"


def _rows(found: list[tuple[str, Finding]]) -> Iterator[str]:
    if found:
        yield "| | where | what | instead |"
        yield "|---|---|---|---|"
    for path, one in found:
        where = markdown(f"{place(path)}:{one.line}:{one.column}")
        what = f"**{markdown(quoted(one.text))}** {markdown(one.message)} ({markdown(name(one))})"
        instead = markdown(" · ".join(one.suggestions))
        yield f"| {_SIGNS[one.severity]} | {where} | {what} | {instead} |"
