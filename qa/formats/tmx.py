"""Translation memories (TMX 1.4): one language beside the one that they were translated from.

The source is the language that the header names. A memory of more than two languages needs to be
told which is the target.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qa.formats.bilingual import Row

SUFFIXES = (".tmx",)


def rows(blocks: Iterator[str], path: str, language: str | None = None) -> Iterator["Row"]:
    """Yield the units of a memory.

    Raises:
        QAError: it is not well-formed, declares entities, is no TMX, or it is not clear which of
            its languages is the target.
    """
    from qa.formats.xml import tmx

    return tmx.rows(blocks, path, language)
