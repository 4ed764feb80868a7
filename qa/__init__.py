"""Multilingual translation-quality checker.

>>> import qa
>>> report = qa.check("The Ukraine also uses drones.", language="en", origin="de")
>>> report.findings[0].text
'The Ukraine'
"""

# Imported here, before the function `check` below takes the name of the module.
from qa.check import Check
from qa.config import Config, Options
from qa.errors import QAError
from qa.findings import (
    Category,
    Confidence,
    Contribution,
    DocumentReport,
    Finding,
    Mark,
    OriginGuess,
    Severity,
    Verdict,
)
from qa.model import Document, Segment, SegmentKind, Span, Text
from qa.version import __version__

__all__ = [
    "Category",
    "Check",
    "Confidence",
    "Config",
    "Contribution",
    "Document",
    "DocumentReport",
    "Finding",
    "Mark",
    "OriginGuess",
    "QAError",
    "Segment",
    "SegmentKind",
    "Severity",
    "Span",
    "Text",
    "Verdict",
    "__version__",
    "check",
    "read",
]


def read(path: str) -> Document:
    """Read a file by its suffix, one that nobody knows as plain text; ``-`` is standard input.

    Raises:
        QAError: the file cannot be read or decoded.
    """
    from qa import formats

    return formats.read(path)


def check(
    text: str | Document,
    *,
    language: str | None = None,
    origin: str | None = None,
    source: str | Document | None = None,
    config: Config | None = None,
) -> DocumentReport:
    """Check a text, or a document that ``read`` returned.

    Args:
        text: plain text in paragraphs, or a document.
        language: tag of its language, such as ``en``; None detects it.
        origin: tag of the language it was translated from, if that is known.
        source: what it was translated from, plain text or a document; it is aligned by sentence.
        config: further settings; ``language`` and ``origin`` win over it.

    Returns:
        The findings in the order of the text, the verdict, and what was not checked.

    Raises:
        QAError: the settings name a check or a glossary that does not exist.
    """
    from qa import formats
    from qa.originals import beside
    from qa.pipeline import inspect
    from qa.settings import require_known

    settings = Options(language=language, origin=origin).over(config or Config())
    named = (*settings.select, *settings.ignore, *settings.severity)
    require_known(named, settings.glossaries, "the settings")
    document = formats.read_text(text) if isinstance(text, str) else text
    original = formats.read_text(source, "<source>") if isinstance(source, str) else source
    return inspect(beside(document, original, settings) if original else document, settings)
