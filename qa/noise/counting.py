"""Findings of one or more runs, counted by check and by entry.

A finding that stands in several reports counts once, as it is in the last. A finding whose document
was checked again without it was mended. Those that a comment or the settings silence were
dismissed, and those that editors dismissed on the page; what a baseline knows, or stands on
unchanged lines, nobody has judged.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from math import sqrt

from msgspec import Struct

from qa.findings import Finding, Suppressor
from qa.recorded import Recorded

# Of the normal distribution, for 95 %.
_Z = 1.959964
_DISMISSING = (Suppressor.COMMENT, Suppressor.CONFIGURATION, Suppressor.DISMISSED)


class Noise(Struct, frozen=True):
    """What one check or entry caused.

    ``share`` is its part of all findings, ``running`` that of it and of all before it. The
    precision is the share of findings that were judged and not dismissed: an upper estimate, since
    what stands may yet be dismissed; None where nothing was mended or dismissed. ``low`` and
    ``high`` are its 95 % interval by Wilson.
    """

    name: str
    findings: int
    standing: int
    mended: int
    comment: int
    configuration: int
    dismissed: int
    baseline: int
    unchanged: int
    share: float
    running: float
    precision: float | None
    low: float | None
    high: float | None


class Account(Struct, frozen=True):
    """The noise of checks and of entries, each from the most frequent on."""

    reports: int
    documents: int
    words: int
    findings: int
    checks: tuple[Noise, ...]
    entries: tuple[Noise, ...]
    schema: str = "qa-noise/1"


_Key = tuple[str, str]


def count(reports: Sequence[Recorded]) -> Account:
    """Return the account of reports, given from the oldest to the newest."""
    words = {document.path: document.words for one in reports for document in one.documents}
    last: dict[_Key, Finding] = {}
    mended: set[_Key] = set()
    for report in reports:
        seen = {document.path for document in report.documents}
        found = {
            (document.path, one.fingerprint): one
            for document in report.documents
            for one in document.findings
        }
        mended |= {key for key in last if key[0] in seen and key not in found}
        mended -= found.keys()
        last |= found
    return Account(
        reports=len(reports),
        documents=len(words),
        words=sum(words.values()),
        findings=len(last),
        checks=_rows(last, mended, lambda one: one.check),
        entries=_rows(last, mended, lambda one: one.entry),
    )


def _rows(
    last: dict[_Key, Finding], mended: set[_Key], name: Callable[[Finding], str | None]
) -> tuple[Noise, ...]:
    states: dict[str, Counter[str]] = {}
    for key, finding in last.items():
        called = name(finding)
        if called is not None:
            state = "mended" if key in mended else _state(finding)
            states.setdefault(called, Counter())[state] += 1
    return tuple(_ranked(states, len(last)))


def _state(finding: Finding) -> str:
    return finding.suppressor.value if finding.suppressor else "standing"


def _ranked(states: dict[str, Counter[str]], whole: int) -> Iterable[Noise]:
    running = 0
    for name, counts in sorted(states.items(), key=lambda item: (-item[1].total(), item[0])):
        running += counts.total()
        yield _noise(name, counts, counts.total() / whole, running / whole)


def _noise(name: str, counts: Counter[str], share: float, running: float) -> Noise:
    dismissed = sum(counts[one] for one in _DISMISSING)
    judged = counts["mended"] + dismissed > 0
    seen = counts["standing"] + counts["mended"] + dismissed
    low, high = _wilson(seen - dismissed, seen) if judged else (None, None)
    return Noise(
        name=name,
        findings=counts.total(),
        standing=counts["standing"],
        mended=counts["mended"],
        comment=counts[Suppressor.COMMENT],
        configuration=counts[Suppressor.CONFIGURATION],
        dismissed=counts[Suppressor.DISMISSED],
        baseline=counts[Suppressor.BASELINE],
        unchanged=counts[Suppressor.UNCHANGED],
        share=share,
        running=running,
        precision=1 - dismissed / seen if judged else None,
        low=low,
        high=high,
    )


def _wilson(right: int, of: int) -> tuple[float, float]:
    """Return the 95 % interval of a share (Wilson, 1927)."""
    share, spread = right / of, _Z * _Z / of
    middle = (share + spread / 2) / (1 + spread)
    half = _Z / (1 + spread) * sqrt(share * (1 - share) / of + spread / (4 * of))
    return max(0.0, middle - half), min(1.0, middle + half)
