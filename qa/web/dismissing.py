"""Dismissals held against a report, and as a file that other commands read."""

from collections.abc import Iterable
from typing import Protocol

from msgspec.structs import replace

from qa.findings import DocumentReport, Finding, dismissed
from qa.gate.baseline import Baseline, Known
from qa.web.decisions import Dismissal

# No file is called so: what is dismissed without a name is known in every file.
_ANYWHERE = "-"


class Lookup(Protocol):
    """Finds the dismissals of an article by fingerprint."""

    def __call__(self, fingerprints: list[str], article: str) -> dict[str, Dismissal]:
        """Return those that there are."""


def without(document: DocumentReport, lookup: Lookup) -> DocumentReport:
    """Return a report whose dismissed findings are suppressed."""
    standing = [one.fingerprint for one in document.findings if one.suppressed is None]
    known = lookup(standing, document.path) if standing else {}
    if not known:
        return document
    return replace(document, findings=tuple(_judged(one, known) for one in document.findings))


def baseline(dismissals: Iterable[Dismissal]) -> Baseline:
    """Return dismissals as known findings with a reason, as ``--baseline`` reads them."""
    known = (
        Known(
            one.article or _ANYWHERE,
            one.fingerprint,
            one.check,
            one.entry,
            one.text,
            said(one),
        )
        for one in dismissals
    )
    return Baseline(tuple(sorted(known, key=lambda one: (one.path, one.fingerprint))))


def said(dismissal: Dismissal) -> str:
    """Return the reason of a dismissal in words."""
    comment = f": {dismissal.comment}" if dismissal.comment else ""
    return f"{dismissal.reason}{comment}"


def _judged(finding: Finding, known: dict[str, Dismissal]) -> Finding:
    found = known.get(finding.fingerprint)
    if found is None or finding.suppressed:
        return finding
    return replace(finding, suppressed=dismissed(said(found)))
