"""Known findings, kept in a file: they are shown as such and fail no run.

A finding is known by its file and its fingerprint, so by what it says of which words and not by
its line. In a file that was renamed it is known by the fingerprint alone.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import DecodeError, Struct, json
from msgspec.structs import replace

from qa import files
from qa.errors import QAError
from qa.findings import DocumentReport, Finding, Suppressor
from qa.phrasing import name, place, quoted

SCHEMA = "qa-baseline/1"


class Known(Struct, frozen=True, order=True):
    """A known finding; ``path`` is relative to the folder of the baseline, with slashes."""

    path: str
    fingerprint: str
    check: str
    entry: str | None
    text: str


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
    rows = ",\n".join(f"  {json.encode(one).decode()}" for one in baseline.findings)
    text = f'{{\n "schema": "{baseline.schema}",\n "findings": [\n{rows}\n ]\n}}\n'
    files.write(path, text.encode())


def made(
    documents: Sequence[DocumentReport], folder: Path, before: Baseline | None = None
) -> Baseline:
    """Return the baseline, to be kept in ``folder``, of all findings that stand.

    What ``before`` knows of files that were not checked, and are still there, stays known.
    """
    checked = {document.path: _relative(document.path, folder) for document in documents}
    known = {
        Known(checked[document.path], one.fingerprint, one.check, one.entry, one.text)
        for document in documents
        for one in document.findings
        if _open(one)
    }
    elsewhere = {one.path for one in before.findings} - set(checked.values()) if before else set()
    there = {name for name in elsewhere if (folder / name).exists()}
    known.update(one for one in (before.findings if before else ()) if one.path in there)
    return Baseline(tuple(sorted(known, key=lambda one: (one.path, one.fingerprint))))


def marked(
    documents: tuple[DocumentReport, ...], baseline: Baseline, folder: Path
) -> tuple[DocumentReport, ...]:
    """Return the documents with known findings suppressed; ``folder`` is the baseline's."""
    matching = _Matching(documents, baseline, folder)
    return tuple(
        replace(
            document,
            findings=tuple(
                replace(one, suppressed=Suppressor.BASELINE.value)
                if _open(one) and matching.known(document.path, one)
                else one
                for one in document.findings
            ),
        )
        for document in documents
    )


def compared(documents: tuple[DocumentReport, ...], baseline: Baseline, folder: Path) -> Difference:
    """Return what is new in ``documents``, and what is gone from them.

    Known findings of files that were not checked but are still there count as neither.
    """
    matching = _Matching(documents, baseline, folder)
    new = tuple(
        (document.path, one)
        for document in documents
        for one in document.findings
        if _open(one) and not matching.known(document.path, one)
    )
    return Difference(new, tuple(matching.gone()))


def pruned(documents: tuple[DocumentReport, ...], baseline: Baseline, folder: Path) -> Baseline:
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


class _Matching:
    """Finds the known finding for one of a run; in a renamed file each is found once."""

    def __init__(
        self, documents: Iterable[DocumentReport], baseline: Baseline, folder: Path
    ) -> None:
        self._folder = folder
        self._names = {document.path: _relative(document.path, folder) for document in documents}
        checked = set(self._names.values())
        missing = {
            name
            for name in {one.path for one in baseline.findings} - checked
            if not (folder / name).exists()
        }
        self._placed = {(one.path, one.fingerprint): one for one in baseline.findings}
        self._moved: dict[str, list[Known]] = {}
        for one in baseline.findings:
            if one.path in missing:
                self._moved.setdefault(one.fingerprint, []).append(one)
        self._left = {
            one: None for one in baseline.findings if one.path in checked or one.path in missing
        }

    def known(self, path: str, finding: Finding) -> bool:
        here = self._placed.get((self._names[path], finding.fingerprint))
        moved = self._moved.get(finding.fingerprint)
        found = here or (moved.pop(0) if moved else None)
        self._left.pop(found, None) if found else None
        return found is not None

    def gone(self) -> Iterable[Known]:
        """Return what was not found, once all findings were looked for."""
        return self._left


def _open(finding: Finding) -> bool:
    return finding.suppressor in {None, Suppressor.BASELINE}


def _relative(path: str, folder: Path) -> str:
    if path == "-":
        return path
    return Path(os.path.relpath(path, folder)).as_posix()
