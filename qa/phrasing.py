"""Findings in words, as several outputs say them."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from qa.findings import (
    Breach,
    Confidence,
    Contribution,
    DocumentReport,
    Finding,
    Report,
    Severity,
    Suppressor,
    Verdict,
)

_SURE = [*Confidence, None]
# Rates from here on are shown without decimals.
_ROUNDED_FROM = 10
_SUPPRESSED = {
    Suppressor.COMMENT: "ignored by comment",
    Suppressor.CONFIGURATION: "ignored by the settings",
    Suppressor.BASELINE: "known from the baseline",
    Suppressor.UNCHANGED: "on unchanged lines",
    Suppressor.DISMISSED: "dismissed by editors",
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


def standing(report: Report) -> Iterator[tuple[str, Finding]]:
    """Yield the findings that nothing suppresses with their paths, in order."""
    for document in report.documents:
        for one in document.findings:
            if one.suppressed is None:
                yield document.path, one


def severest(report: Report, most: int) -> list[tuple[str, Finding]]:
    """Return at most ``most`` standing findings of each severity, most severe and surest first.

    Among equals the order is that of the documents.
    """
    kept: dict[Severity, list[tuple[str, Finding]]] = {one: [] for one in reversed(Severity)}
    for path, one in standing(report):
        of_severity = kept[one.severity]
        of_severity.append((path, one))
        if len(of_severity) > 2 * most:
            of_severity[:] = _surest(of_severity)[:most]
    return [pair for found in kept.values() for pair in _surest(found)[:most]]


def _surest(found: list[tuple[str, Finding]]) -> list[tuple[str, Finding]]:
    return sorted(found, key=lambda pair: _SURE.index(pair[1].confidence))


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


def replacements(finding: Finding) -> tuple[str, ...]:
    """Return what may stand in the place of the finding; nothing where markup is in between."""
    return finding.suggestions if finding.excerpt.flagged == finding.text else ()


def suppression(finding: Finding) -> str:
    """Return what suppresses a finding, and where that is said; nothing for one that stands."""
    if finding.suppressor is None:
        return ""
    where = (finding.suppressed or "").removeprefix(finding.suppressor)
    return f"{_SUPPRESSED[finding.suppressor]}{where}"


def typical(verdict: Verdict) -> str:
    """Return what a text is like that has a verdict."""
    return {
        "translated": "more typical of translated than of native news",
        "native": "more typical of native than of translated news",
    }.get(verdict.kind, "neither clearly translated nor clearly native")


def reading(verdict: Verdict) -> str:
    """Return how translated a text reads, and what it was likely translated from."""
    if verdict.probability is None:
        return f"no verdict: {verdict.abstained}"
    low, high = verdict.interval or (verdict.probability, verdict.probability)
    figures = f"(probability of translation {verdict.probability:.2f}, {low:.2f} to {high:.2f})"
    origins = ", ".join(f"{one.language} {one.probability:.2f}" for one in verdict.origins[:3])
    return f"{typical(verdict)} {figures}" + (f"; likely from {origins}" if origins else "")


def confidence(finding: Finding) -> str:
    """Return how often a finding like this is right, with the rates behind it."""
    return f"Confidence: {finding.confidence}{rates(finding)}"


def rates(one: Contribution | Finding) -> str:
    """Return how often native and translated news have it, in brackets; "" if not measured."""
    said = frequency(one)
    return f" ({said})" if said else ""


def frequency(one: Contribution | Finding) -> str:
    """Return how often native and translated news have it; "" if not measured."""
    if one.native_per_million is None:
        return ""
    if not one.native_per_million and not one.translated_per_million:
        return "never found in the text that it was measured on"
    native, translated = _rate(one.native_per_million), one.translated_per_million
    further = "" if translated is None else f", {_rate(translated)} in translated"
    return f"{native} per million words in native news{further}"


def _rate(per_million: float) -> str:
    return f"{per_million:.1f}" if per_million < _ROUNDED_FROM else f"{per_million:.0f}"


def breached(breach: Breach) -> str:
    """Return what is said of a budget that was not kept."""
    return f"over budget ({breach.budget}): {breach.message}"


def blamed(report: Report, breach: Breach) -> str:
    """Return the path to show a breach at: services take none without; the first for the run's."""
    return breach.path or next((one.path for one in report.documents), ".")


class Tally:
    """What a summary counts.

    Attributes:
        shown: standing findings by severity and check.
        hidden: the others by what suppresses them.
        files: documents.
        words: in them.
    """

    def __init__(self, documents: Iterable[DocumentReport] = ()) -> None:
        self.shown: Counter[tuple[Severity, str]] = Counter()
        self.hidden: Counter[Suppressor | None] = Counter()
        self.files = self.words = 0
        for document in documents:
            self.add(document)

    def add(self, document: DocumentReport) -> None:
        """Count one more document."""
        self.files += 1
        self.words += document.words
        for one in document.findings:
            if one.suppressed is None:
                self.shown[one.severity, one.check] += 1
            else:
                self.hidden[one.suppressor] += 1

    def rows(self) -> list[tuple[Severity, str, int]]:
        """Return severity, check and count, most severe first."""
        counts = sorted(self.shown.items(), key=lambda row: (-row[0][0].rank, row[0]))
        return [(*named, count) for named, count in counts]

    def severities(self) -> Counter[Severity]:
        """Return how many findings of each severity stand."""
        counts: Counter[Severity] = Counter()
        for (severity, _), count in self.shown.items():
            counts[severity] += count
        return counts


def totals(tally: Tally, report: Report) -> str:
    """Return one line: how many findings of each severity in how much text, and what is hidden."""
    severities, hidden = tally.severities(), tally.hidden
    parts = [number(severities[severity], severity.value) for severity in reversed(Severity)]
    files = f"{number(tally.files, 'file')}, {tally.words} words"
    suppressed = _each((f"{hidden[one]} {said}", hidden[one]) for one, said in _SUPPRESSED.items())
    unread = f"; {len(report.failures)} could not be checked" if report.failures else ""
    over = f"; {number(len(report.breaches), 'budget')} exceeded" if report.breaches else ""
    return f"{', '.join(parts)} in {files}{suppressed}{unread}{over}"


def _each(parts: Iterable[tuple[str, int]]) -> str:
    return "".join(f", {said}" for said, count in parts if count)


def number(count: int, what: str) -> str:
    """Return ``count`` with what is counted, in the plural but for one."""
    return f"{count} {what}{'s' * (count != 1)}"
