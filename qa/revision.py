"""Corrections put into a file: which, in what order, and what they do to the score."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePath

from msgspec import Struct

from qa import files, formats
from qa.config import Config, Options
from qa.findings import Confidence, Finding, Verdict
from qa.formats import decoding
from qa.pipeline import detect, inspect
from qa.settings import configured


class Correction(Struct, frozen=True):
    """What is written in the place of a finding."""

    finding: Finding
    replacement: str


class Revision(Struct, frozen=True):
    """A file before and after its corrections; ``language`` is that of the text, if known."""

    path: str
    before: str
    after: str
    language: str | None
    corrections: tuple[Correction, ...]


# Returns what to write in the place of a finding, None to leave it.
Choice = Callable[[Finding], str | None]


def safest(finding: Finding) -> str | None:
    """Choose a replacement only where it is nearly always right.

    Glossary entries say so themselves; a check of form that knows just one way to write it is
    taken at its word.
    """
    sure = finding.confidence is Confidence.NEARLY_ALWAYS
    formal = finding.confidence is None and len(finding.suggestions) == 1
    return finding.suggestions[0] if finding.suggestions and (sure or formal) else None


def revise(path: str, options: Options, choose: Choice) -> Revision:
    """Return a file with what ``choose`` returns in the place of its findings.

    Findings inside others that were corrected are left alone, and so are those whose words do not
    stand in the file as they are read, with markup between them.

    Raises:
        QAError: the file or its configuration cannot be read.
    """
    config = configured(path, options)
    document = formats.read(path)
    report = inspect(document, config)
    chosen = corrections(document.content, report.findings, choose)
    after = corrected(document.content, chosen)
    return Revision(path, document.content, after, report.language, chosen)


def corrections(
    content: str, findings: Sequence[Finding], choose: Choice
) -> tuple[Correction, ...]:
    """Return what ``choose`` puts in the place of findings, disjoint and in order; see ``revise``.

    Args:
        content: the decoded file.
        findings: in it, in order.
        choose: what to write.
    """
    return tuple(_chosen(_correctable(content, findings), choose))


def corrected(content: str, corrections: Sequence[Correction]) -> str:
    """Return a text with corrections in it, which are disjoint and in order."""
    pieces, done = [], 0
    for one in corrections:
        pieces += [content[done : one.finding.start], one.replacement]
        done = one.finding.end
    return "".join([*pieces, content[done:]])


def verdict(revision: Revision, content: str) -> Verdict | None:
    """Return how translated a state of the file reads.

    Nothing is estimated: the whole text is read and scored anew, since new words make new runs
    with their neighbours, and a text of another length is calibrated anew.
    """
    suffix = PurePath(revision.path).suffix.lower()
    document = formats.read_text(content, revision.path, suffix)
    return detect(document, Config(language=revision.language)).verdict


def change(revision: Revision, correction: Correction) -> float | None:
    """Return by how much one correction alone moves the log-odds of the file as it was."""
    before = verdict(revision, revision.before)
    after = verdict(revision, corrected(revision.before, [correction]))
    scores = [one.log_odds for one in (before, after) if one and one.log_odds is not None]
    return scores[1] - scores[0] if len(scores) > 1 else None


def save(revision: Revision) -> None:
    """Write a revised file, in the encoding that it had.

    Raises:
        QAError: it cannot be written, or its encoding lacks a character of a correction.
    """
    path = Path(revision.path)
    files.write(path, decoding.encode(revision.after, path.read_bytes(), revision.path))


def _correctable(content: str, findings: Sequence[Finding]) -> Iterator[Finding]:
    for finding in findings:
        written = content[finding.start : finding.end]
        if finding.suppressed is None and finding.suggestions and written == finding.text:
            yield finding


def _chosen(findings: Iterator[Finding], choose: Choice) -> Iterator[Correction]:
    done = 0
    for finding in findings:
        replacement = choose(finding) if finding.start >= done else None
        if replacement is not None:
            done = finding.end
            yield Correction(finding, replacement)
