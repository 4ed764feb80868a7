"""The report for reading: flagged words in context, reasons, replacements and a summary.

Colour appears on a terminal only, and never when ``NO_COLOR`` is set (https://no-color.org).
"""

import os
import textwrap
from collections.abc import Iterable, Iterator
from shutil import get_terminal_size
from typing import TextIO

from qa.findings import DocumentReport, Finding, Report, Severity, Verdict
from qa.phrasing import Tally, breached, confidence, name, rates, reading, totals
from qa.text.columns import clipped, fitted, flat, width

_COLOURS = {Severity.ERROR: "31;1", Severity.WARNING: "33;1", Severity.NOTE: "36"}
_STRONG = "1"
_WIDEST = 100
_INDENT = "      "
_SHOWN_CONTRIBUTIONS = 5
# Cells of the words of a source.
_SHOWN_SOURCE = 200


def render(report: Report, out: TextIO) -> None:
    """Write the report for the width and the colours of ``out``."""
    _Page(report, out).write()


class _Page:
    def __init__(self, report: Report, out: TextIO) -> None:
        self.report = report
        self.out = out
        self.coloured = out.isatty() and "NO_COLOR" not in os.environ
        self.width = min(get_terminal_size().columns, _WIDEST)

    def write(self) -> None:
        tally = Tally()
        for document in self.report.documents:
            self.lines(self.document(document))
            tally.add(document)
        self.lines(self.summary(tally))

    def lines(self, lines: Iterable[str]) -> None:
        self.out.writelines(line.rstrip() + "\n" for line in lines)

    def paint(self, text: str, colour: str) -> str:
        return f"\x1b[{colour}m{text}\x1b[0m" if self.coloured else text

    def document(self, document: DocumentReport) -> Iterator[str]:
        yield self.paint(flat(document.path), _STRONG) + "  " + _about(document)
        for note in document.notes:
            yield from self.wrapped(f"note: {note}", "  ")
        for finding in document.findings:
            if finding.suppressed is None:
                yield ""
                yield from self.finding(finding)
        if document.verdict:
            yield ""
            yield from self.verdict(document.verdict)
        yield ""

    def finding(self, finding: Finding) -> Iterator[str]:
        yield from self.headed(finding)
        yield from self.quoted(finding)
        if finding.source_text:
            source = clipped(flat(finding.source_text), _SHOWN_SOURCE)
            yield from self.wrapped(f"source: {source}", _INDENT)
        if finding.suggestions:
            yield from self.wrapped("→ " + " · ".join(finding.suggestions), _INDENT)
        if finding.why:
            yield from self.wrapped(finding.why, _INDENT)
        if finding.places:
            places = ", ".join(f"{one.line}:{one.column}" for one in finding.places)
            yield from self.wrapped(f"also at {places}", _INDENT)
        if finding.confidence:
            yield from self.wrapped(confidence(finding), _INDENT)

    def headed(self, finding: Finding) -> Iterator[str]:
        severity = f"  {finding.severity.value}  "
        place = f"{finding.line}:{finding.column}"
        first, *rest = self.wrapped(f"{place}{severity}{finding.message} ({name(finding)})", "  ")
        yield first.replace(severity, self.paint(severity, _COLOURS[finding.severity]), 1)
        yield from rest

    def quoted(self, finding: Finding) -> Iterator[str]:
        shown = fitted(finding.excerpt, self.width - len(_INDENT))
        flagged = self.paint(shown.flagged, _COLOURS[finding.severity])
        yield _INDENT + shown.before + flagged + shown.after
        carets = "^" * max(1, width(shown.flagged))
        yield _INDENT + " " * width(shown.before) + self.paint(carets, _COLOURS[finding.severity])

    def verdict(self, verdict: Verdict) -> Iterator[str]:
        yield from self.wrapped(self.paint("Reads: ", _STRONG) + reading(verdict), "  ")
        for one in verdict.contributions[:_SHOWN_CONTRIBUTIONS]:
            yield from self.wrapped(f"{one.share:+.2f}  {one.text} {rates(one)}", _INDENT)

    def summary(self, tally: Tally) -> Iterator[str]:
        for severity, check, count in tally.rows():
            padded = self.paint(f"{severity.value:8}", _COLOURS[severity])
            yield f"  {padded} {count:5}  {check}"
        for breach in self.report.breaches:
            about = f"{breach.path}: " if breach.path else ""
            yield from self.wrapped(f"{about}{breached(breach)}", "  ")
        yield from self.wrapped(totals(tally, self.report), "")

    def wrapped(self, text: str, indent: str) -> list[str]:
        return textwrap.wrap(
            text,
            self.width,
            initial_indent=indent,
            subsequent_indent=indent + "  ",
            break_on_hyphens=False,
        )


def _about(document: DocumentReport) -> str:
    origin = f" from {document.origin}" if document.origin else ""
    return f"{document.language or 'language unsure'}{origin}, {document.words} words"
