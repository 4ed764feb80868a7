"""Findings as notes in the file that they are about."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from qa import files, formats
from qa.findings import DocumentReport, Finding
from qa.formats import decoding
from qa.formats.notes import Note


class LeftOut(NamedTuple):
    """The findings that no note could be written for, and why."""

    findings: Sequence[Finding]
    because: str


def annotate(path: str, report: DocumentReport, annotated: str) -> LeftOut:
    """Write a file again with a note for every finding that is not suppressed.

    Every byte but those of notes of ours stays as it is.

    Args:
        path: of the file.
        report: what was found in it.
        annotated: path to write to, which may be the same.

    Raises:
        QAError: the format has no notes, or the file cannot be written.
    """
    data = decoding.bounded(decoding.raw(path), path)
    standing = [finding for finding in report.findings if finding.suppressed is None]
    changed = formats.annotate(data, [_note(finding) for finding in standing], path)
    files.write(Path(annotated), changed.data)
    missing = {(note.offset, note.end) for note in changed.left_out}
    return LeftOut(
        [finding for finding in standing if (finding.start, finding.end) in missing],
        changed.because,
    )


def _note(finding: Finding) -> Note:
    words = " ".join(finding.text.split())
    instead = f"→ {' · '.join(finding.suggestions)}" if finding.suggestions else ""
    said = f"{finding.severity}: {finding.message}"
    name = f"({finding.entry or finding.check})"
    return Note(
        finding.start,
        finding.end,
        finding.severity.rank,
        " ".join(filter(None, (f"{said}: “{words}”", instead, name))),
        words,
        tuple(filter(None, (said, finding.why, instead, name))),
    )
