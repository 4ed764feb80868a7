"""Known findings, kept in a file: they are shown as such and fail no run.

A finding is known by its file and its fingerprint, so by what it says of which words and not by
its line. What is known of a file that is gone is known in every other: it was renamed. One that
editors dismissed has their reason.
"""

import os
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from msgspec import DecodeError, Struct, json
from msgspec.structs import replace

from qa import files
from qa.errors import QAError
from qa.findings import DocumentReport, Finding, Suppressor, dismissed
from qa.phrasing import name, place, quoted

SCHEMA = "qa-baseline/1"


class Known(Struct, frozen=True, order=True, omit_defaults=True):
    """A known finding; ``path`` is relative to the folder of the baseline, with slashes.

    ``reason`` is that of editors who dismissed it; None where nobody has judged it.
    """

    path: str
    fingerprint: str
    check: str
    entry: str | None
    text: str
    reason: str | None = None


class Baseline(Struct, frozen=True):
    """The known findings, sorted, so that two versions of the file compare line by line."""

    findings: tuple[Known, ...] = ()
    schema: str = SCHEMA


class Difference(Struct, frozen=True):
    """What a run has beyond a baseline, with the paths, and what it no longer has."""

    new: tuple[tuple[str, Finding], ...]
    gone: tuple[Known, ...]


def read(path: Path) -> Baseline:
    """Read a baseline.

    Raises:
        QAError: it cannot be read, or is something else.
    """
    hint = "`qa baseline write` makes one"
    try:
        baseline = json.decode(path.read_bytes(), type=Baseline)
    except OSError as error:
        raise QAError(f"{path}: cannot be read: {error.strerror}", hint) from error
    except (DecodeError, UnicodeDecodeError) as error:
        raise QAError(f"{path}: is not a baseline: {error}", hint) from error
    if baseline.schema != SCHEMA:
        raise QAError(f"{path}: is a baseline of schema '{baseline.schema}'", hint)
    return baseline


def write(baseline: Baseline, path: Path) -> None:
    """Write a baseline, a finding a line.

    Raises:
        QAError: the file cannot be written.
    """
    files.write(path, encoded(baseline))


def encoded(baseline: Baseline) -> bytes:
    """Return a baseline as it stands in its file."""
    rows = ",\n".join(f"  {json.encode(one).decode()}" for one in baseline.findings)
    text = f'{{\n "schema": "{baseline.schema}",\n "findings": [\n{rows}\n ]\n}}\n'
    return text.encode()


def made(
    documents: Iterable[DocumentReport], folder: Path, before: Baseline | None = None
) -> Baseline:
    """Return the baseline, to be kept in ``folder``, of all findings that stand.

    What ``before`` knows of files that were not checked, and are still there, stays known.
    """
    checked: set[str] = set()
    known: set[Known] = set()
    for document in documents:
        path = relative(document.path, folder)
        checked.add(path)
        known.update(
            Known(path, one.fingerprint, one.check, one.entry, one.text, one.dismissal)
            for one in document.findings
            if _open(one)
        )
    others = () if before is None else (one for one in before.findings if one.path not in checked)
    known.update(one for one in others if (folder / one.path).exists())
    return Baseline(tuple(sorted(known, key=lambda one: (one.path, one.fingerprint))))


def compared(documents: Iterable[DocumentReport], baseline: Baseline, folder: Path) -> Difference:
    """Return what is new in ``documents``, and what is gone from them.

    Known findings of files that were not checked but are still there count as neither.
    """
    matching = Matching(baseline, folder, (document.path for document in documents))
    new: list[tuple[str, Finding]] = []
    left = dict.fromkeys(matching.sought)
    for document in documents:
        for one in filter(_open, document.findings):
            found = matching.find(document.path, one)
            if found:
                left.pop(found, None)
            else:
                new.append((document.path, one))
    return Difference(tuple(new), tuple(left))


def pruned(documents: Iterable[DocumentReport], baseline: Baseline, folder: Path) -> Baseline:
    """Return the baseline without what is gone from ``documents``."""
    gone = set(compared(documents, baseline, folder).gone)
    return replace(baseline, findings=tuple(one for one in baseline.findings if one not in gone))


def lines(difference: Difference) -> Iterator[str]:
    """Yield a line for each new finding, then one for each that is gone."""
    for path, one in difference.new:
        where = f"{place(path)}:{one.line}:{one.column}"
        yield f"+ {where}  {one.severity.value}  {quoted(one.text)} ({name(one)})"
    for known in difference.gone:
        yield f"- {known.path}  {quoted(known.text)} ({known.entry or known.check})"


class Matching:
    """Finds the known finding for one of a run.

    Attributes:
        sought: the known findings of files that were checked, or that are gone.
    """

    def __init__(self, baseline: Baseline, folder: Path, checked: Iterable[str]) -> None:
        names = {relative(path, folder) for path in checked}
        others = {one.path for one in baseline.findings} - names
        missing = {name for name in others if not (folder / name).exists()}
        self._folder = folder
        self._placed = {(one.path, one.fingerprint): one for one in baseline.findings}
        self._moved = {one.fingerprint: one for one in baseline.findings if one.path in missing}
        self.sought = [one for one in baseline.findings if one.path in names | missing]

    def find(self, path: str, finding: Finding) -> Known | None:
        """Return what is known of a finding in the document at ``path``."""
        placed = self._placed.get((relative(path, self._folder), finding.fingerprint))
        return placed or self._moved.get(finding.fingerprint)

    def marked(self, document: DocumentReport) -> DocumentReport:
        """Return the document with its known findings suppressed."""
        return replace(document, findings=tuple(self._marked(document)))

    def _marked(self, document: DocumentReport) -> Iterator[Finding]:
        for one in document.findings:
            known = self.find(document.path, one) if _open(one) else None
            yield replace(one, suppressed=suppression(known)) if known else one


def suppression(known: Known) -> str:
    """Return what suppresses a known finding."""
    return dismissed(known.reason) if known.reason else Suppressor.BASELINE.value


def _open(finding: Finding) -> bool:
    return finding.suppressor in {None, Suppressor.BASELINE, Suppressor.DISMISSED}


@lru_cache(maxsize=1024)
def relative(path: str, folder: Path) -> str:
    """Return a path as a baseline in ``folder`` has it."""
    if path == "-":
        return path
    return Path(os.path.relpath(path, folder)).as_posix()
