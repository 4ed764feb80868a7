"""XLIFF 1.2 with its dialects, such as SDLXLIFF, and XLIFF 2.

Units that are not to be translated and proposals of a translation memory are left out. A target
that only repeats its source and is said to need translation is none yet.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qa.formats.bilingual import Row
    from qa.formats.notes import Note

SUFFIXES = (".xlf", ".xliff", ".sdlxliff", ".mxliff", ".mqxliff")


def rows(blocks: Iterator[str], path: str, _language: str | None = None) -> Iterator["Row"]:
    """Yield the units of a file.

    Raises:
        QAError: it is not well-formed, declares entities, or is no XLIFF.
    """
    from qa.formats.xml import xliff

    return xliff.rows(blocks, path)


def annotated(content: str, notes: Sequence["Note"], path: str) -> str:
    """Return a file with notes on its units in place of those of another time.

    Raises:
        QAError: it is not well-formed.
    """
    from qa.formats.xml import notes as written

    return written.annotated(content, notes, path)
