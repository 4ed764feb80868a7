"""Findings in words, as several outputs say them."""

import os
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from qa.findings import Breach, Confidence, Finding, Report, Severity, Suppressor

_SURE = [*Confidence, None]
_SUPPRESSED = {
    Suppressor.COMMENT: "ignored by comment",
    Suppressor.CONFIGURATION: "ignored by the settings",
    Suppressor.BASELINE: "known from the baseline",
    Suppressor.UNCHANGED: "on unchanged lines",
}


def place(path: str) -> str:
    """Return a path as services want it: with slashes, relative inside the current folder.

    What cannot be decoded in it is shown as U+FFFD.
    """
    return _place(path, Path.cwd())


@lru_cache(maxsize=1024)
def _place(path: str, folder: Path) -> str:
    absolute = Path(path).absolute()
    inside = path != "-" and absolute.is_relative_to(folder)
    shown = os.path.normpath(absolute.relative_to(folder)) if inside else path
    return os.fsencode(Path(shown).as_posix()).decode("utf-8", "replace")


def standing(report: Report) -> list[tuple[str, Finding]]:
    """Return the findings that nothing suppresses with their paths, most severe and surest first.

    Among equals the order is that of the documents.
    """
    found = [
        (document.path, one)
        for document in report.documents
        for one in document.findings
        if one.suppressed is None
    ]
    return sorted(found, key=lambda pair: (-pair[1].severity.rank, _SURE.index(pair[1].confidence)))


def name(finding: Finding) -> str:
    """Return the id to ignore the finding by: the entry's or the check's."""
    return finding.entry or finding.check


def explained(finding: Finding) -> str:
    """Return what is found, what to write instead and why, a line each."""
    instead = f"Write instead: {' · '.join(finding.suggestions)}" if finding.suggestions else ""
    return "\n".join(
        filter(None, [f"{quoted(finding.text)}: {finding.message}", instead, finding.why])
    )


def quoted(text: str) -> str:
    """Return flagged words in quotation marks, on one line."""
    return f"“{' '.join(text.split())}”"


def replacements(finding: Finding, content: str) -> tuple[str, ...]:
    """Return what may stand in the place of the finding; nothing where markup is in between."""
    verbatim = content[finding.start : finding.end] == finding.text
    return finding.suggestions if verbatim else ()


def breached(breach: Breach) -> str:
    """Return what is said of a budget that was not kept."""
    return f"over budget ({breach.budget}): {breach.message}"


def blamed(report: Report, breach: Breach) -> str:
    """Return the path to show a breach at: services take none without; the first for the run's."""
    return breach.path or next((one.path for one in report.documents), ".")


def totals(report: Report) -> str:
    """Return one line: how many findings of each severity in how much text, and what is hidden."""
    findings = [found for document in report.documents for found in document.findings]
    severities = Counter(found.severity for found in findings if found.suppressed is None)
    hidden = Counter(found.suppressor for found in findings if found.suppressed)
    parts = [number(severities[severity], severity.value) for severity in reversed(Severity)]
    words = sum(document.words for document in report.documents)
    files = f"{number(len(report.documents), 'file')}, {words} words"
    suppressed = _each((f"{hidden[one]} {said}", hidden[one]) for one, said in _SUPPRESSED.items())
    unread = f"; {len(report.failures)} could not be checked" if report.failures else ""
    over = f"; {number(len(report.breaches), 'budget')} exceeded" if report.breaches else ""
    return f"{', '.join(parts)} in {files}{suppressed}{unread}{over}"


def _each(parts: Iterable[tuple[str, int]]) -> str:
    return "".join(f", {said}" for said, count in parts if count)


def number(count: int, what: str) -> str:
    """Return ``count`` with what is counted, in the plural but for one."""
    return f"{count} {what}{'s' * (count != 1)}"
