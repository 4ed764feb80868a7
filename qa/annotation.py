"""Findings as notes in the file that they are about."""

from pathlib import Path

from qa import files, formats
from qa.errors import QAError
from qa.findings import DocumentReport, Finding
from qa.formats import decoding
from qa.formats.notes import Note


def annotate(path: str, report: DocumentReport, annotated: str) -> None:
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
    mark, encoding = decoding.encoded(data, path)
    content = decoding.decode(data, path)
    if mark + content.encode(encoding, "replace") != data:
        raise QAError(
            f"{path}: cannot be written again as it is in {encoding.upper()}", "save it as UTF-8"
        )
    notes = [_note(finding) for finding in report.findings if finding.suppressed is None]
    changed = formats.annotate(content, notes, path)
    # What the encoding lacks is written as XML does: &#8222;
    files.write(Path(annotated), mark + changed.encode(encoding, "xmlcharrefreplace"))


def _note(finding: Finding) -> Note:
    words = " ".join(finding.text.split())
    instead = f" → {' · '.join(finding.suggestions)}" if finding.suggestions else ""
    name = finding.entry or finding.check
    text = f"{finding.severity}: {finding.message}: “{words}”{instead} ({name})"
    return Note(finding.start, text, finding.severity.rank)
