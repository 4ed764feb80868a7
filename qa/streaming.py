"""A file, part by part, into one report.

Only bilingual files have several parts. What a check compares across segments is compared within
a part, which is said in a note.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from qa import formats, pipeline
from qa.config import Config
from qa.findings import DocumentReport
from qa.model import Document
from qa.pipeline import Earlier

# Code points of a file in parts that are kept for showing findings in context.
_SHOWN = 10_000_000


def inspect(path: str, config: Config) -> tuple[DocumentReport, str]:
    """Check a file of any size.

    Args:
        path: of the file.
        config: its settings.

    Returns:
        The report, and the content of the file; "" where it is too long to be kept.

    Raises:
        QAError: the file or a glossary cannot be read.
    """
    contents = _Contents()
    reports = list(_reports(contents.passing(formats.parts(path, config.language)), config))
    return _joined(reports), contents.whole()


def _reports(parts: Iterator[Document], config: Config) -> Iterator[DocumentReport]:
    earlier = Earlier()
    for part in parts:
        document = _beside(part, config) if config.source else part
        report = pipeline.inspect(document, config, earlier)
        # What the first part told holds for those that tell nothing themselves.
        config = replace(config, language=config.language or _undeclared(part, report))
        yield report


def _beside(document: Document, config: Config) -> Document:
    return pipeline.beside(document, formats.read(config.source or ""), config)


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


class _Contents:
    """The content of a file, put together from its parts as long as that is not too much."""

    def __init__(self) -> None:
        self._kept: list[str] | None = []
        self._size = 0

    def passing(self, parts: Iterator[Document]) -> Iterator[Document]:
        """Yield the parts, and keep their contents."""
        for part in parts:
            self._size += len(part.content)
            if self._kept is not None:
                self._kept = [*self._kept, part.content] if self._size <= _SHOWN else None
            yield part

    def whole(self) -> str:
        """Return the content, "" where it is too long."""
        return "".join(self._kept or ())
