"""A file, part by part, into one report.

Only bilingual files have several parts. What a check compares across segments is compared within
a part, which is said in a note.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from qa import formats, originals, pipeline
from qa.article import Article
from qa.config import Config
from qa.findings import DocumentReport
from qa.model import Document
from qa.pipeline import Earlier


def inspect(parts: Iterator[Document], config: Config) -> DocumentReport:
    """Check a file of any size.

    Args:
        parts: of the file, one after the other.
        config: its settings.

    Raises:
        QAError: the file, its source or a glossary cannot be read.
    """
    return _joined([report for _, report in _inspected(parts, config)])


def inspect_to_show(parts: Iterator[Document], config: Config) -> tuple[DocumentReport, Article]:
    """Check a file, and return its text, too; otherwise as ``inspect``."""
    from qa import display  # few runs show the text

    reports, articles = [], []
    for document, report in _inspected(parts, config):
        reports.append(report)
        articles.append(display.article(document, report))
    return _joined(reports), display.joined(articles)


def _inspected(
    parts: Iterator[Document], config: Config
) -> Iterator[tuple[Document, DocumentReport]]:
    earlier = Earlier()
    for part in parts:
        document = _beside(part, config) if config.source else part
        report = pipeline.inspect(document, config, earlier)
        # What the first part told holds for those that tell nothing themselves.
        config = replace(config, language=config.language or _undeclared(part, report))
        yield document, report


def _beside(document: Document, config: Config) -> Document:
    return originals.beside(document, formats.read(config.source or ""), config)


def _undeclared(part: Document, report: DocumentReport) -> str | None:
    return None if part.language else report.language


def _joined(reports: list[DocumentReport]) -> DocumentReport:
    first = reports[0]
    if len(reports) == 1:
        return first
    told = (
        f"read in {len(reports)} parts: what repeats or differs farther apart was not compared,"
        " and the verdict is on the first"
    )
    notes = [
        told,
        *(note for report in reports for note in report.notes),
    ]
    return replace(
        first,
        words=sum(report.words for report in reports),
        covered=tuple(dict.fromkeys(check for report in reports for check in report.covered)),
        notes=tuple(dict.fromkeys(notes)),
        findings=tuple(found for report in reports for found in report.findings),
    )
