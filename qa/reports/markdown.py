"""The report as Markdown, for the summary page of a job; most severe first.

GitHub takes 1 MiB of a step, so that the table ends in time and says how many more there are.
"""

from collections import Counter
from collections.abc import Iterator
from typing import TextIO

from qa.findings import Finding, Report, Severity
from qa.phrasing import name, place, quoted, standing, totals
from qa.text.escaping import markdown

_ROWS = 500
_SIGNS = {Severity.ERROR: "🔴", Severity.WARNING: "🟠", Severity.NOTE: "🔵"}


def render(report: Report, out: TextIO) -> None:
    """Write a heading, what fails as a whole, counts by check and a table of findings."""
    out.write(f"## {'❌' if report.failed or report.failures else '✅'} qa\n\n")
    out.write(f"{markdown(totals(report))}\n")
    found = standing(report)
    for block in (list(_whole(report)), list(_counts(found)), list(_rows(found))):
        if block:
            out.write("\n" + "\n".join(block) + "\n")


def _whole(report: Report) -> Iterator[str]:
    for failure in report.failures:
        yield f"- **not checked**: {markdown(failure.message)}"
    for breach in report.breaches:
        about = f"{markdown(place(breach.path))}: " if breach.path else ""
        yield f"- **budget**: {about}{markdown(breach.message)}"


def _counts(found: list[tuple[str, Finding]]) -> Iterator[str]:
    counts = Counter((one.severity, one.check) for _, one in found)
    if counts:
        yield "| | check | findings |"
        yield "|---|---|---:|"
    for (severity, check), count in counts.items():
        yield f"| {_SIGNS[severity]} {severity.value} | {markdown(check)} | {count} |"


def _rows(found: list[tuple[str, Finding]]) -> Iterator[str]:
    if found:
        yield "| | where | what | instead |"
        yield "|---|---|---|---|"
    for path, one in found[:_ROWS]:
        where = markdown(f"{place(path)}:{one.line}:{one.column}")
        what = f"**{markdown(quoted(one.text))}** {markdown(one.message)} ({markdown(name(one))})"
        instead = markdown(" · ".join(one.suggestions))
        yield f"| {_SIGNS[one.severity]} | {where} | {what} | {instead} |"
    if len(found) > _ROWS:
        yield f"\n… and {len(found) - _ROWS} more."
