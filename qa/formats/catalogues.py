"""Message catalogues of GNU gettext (``.po``), each plural form beside its source.

Obsolete messages are left out, and so are unfinished ("fuzzy") translations, which no program
shows.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qa.formats.bilingual import Row
    from qa.formats.notes import Note

SUFFIXES = (".po", ".pot")


def rows(blocks: Iterator[str], path: str, _language: str | None = None) -> Iterator["Row"]:
    """Yield the messages of a catalogue.

    Raises:
        QAError: a line is none of a catalogue.
    """
    from qa.formats.bilingual import messages

    return messages.rows(blocks, path)


def annotated(content: str, notes: Sequence["Note"], path: str) -> str:
    """Return a catalogue with notes as comments, ``# qa: …``, in place of those of another time.

    Raises:
        QAError: a line is none of a catalogue.
    """
    from qa.formats.bilingual import messages

    return messages.annotated(content, notes, path)
