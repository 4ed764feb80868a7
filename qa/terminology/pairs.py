"""Aligned segments of a source text and its translation, for finding terms in them."""

from pathlib import Path
from typing import NamedTuple

from qa import formats
from qa.errors import QAError
from qa.formats import decoding
from qa.formats.markup.assembly import GAP
from qa.language import primary
from qa.model import Document, Segment


class Aligned(NamedTuple):
    """A segment in both languages."""

    source: str
    target: str


def lines(source: Path, target: Path) -> list[Aligned]:
    """Return the lines of two files, the first with the first and so on.

    Raises:
        QAError: a file cannot be read, or one has more lines than the other.
    """
    left, right = map(_lines, (source, target))
    if len(left) != len(right):
        raise QAError(
            f"{target}:{min(len(left), len(right)) + 1}: {len(left)} lines in {source}, "
            f"{len(right)} here",
            "line by line, the one has to be the translation of the other",
        )
    both = (Aligned(one.strip(), other.strip()) for one, other in zip(left, right, strict=True))
    return [one for one in both if all(one)]


def _lines(path: Path) -> list[str]:
    return decoding.decode(decoding.raw(str(path)), str(path)).splitlines()


def read(path: Path, source: str, target: str) -> list[Aligned]:
    """Return the segments of a file with translations, such as TMX, XLIFF or TSV.

    Args:
        path: the file; its suffix tells the format.
        source: language of the source.
        target: language of the translation, to choose among those of a TMX file.

    Raises:
        QAError: it cannot be read, is malformed, or has no pair in these languages.
    """
    if not formats.comes_in_parts(str(path)):
        known = ", ".join(one for one in formats.readers() if formats.comes_in_parts(f"a{one}"))
        raise QAError(f"{path}: is no file of pairs", f"they end in {known}")
    parts = formats.parts(str(path), target)
    found = [one for part in parts if _is_in(part, source, target) for one in _pairs(part)]
    if not found:
        raise QAError(f"{path}: has no pair in {source} and {target}", "name its two languages")
    return found


def _is_in(part: Document, source: str, target: str) -> bool:
    """Tell whether a part is in two languages, or does not say in which it is."""
    told = ((part.source and part.source.language) or source, part.language or target)
    return [*map(primary, told)] == [*map(primary, (source, target))]


def _pairs(part: Document) -> list[Aligned]:
    pairs = part.source.pairs if part.source else ()
    return [Aligned(_words(pair.source), _words(pair.target)) for pair in pairs]


def _words(segment: Segment) -> str:
    return " ".join(segment.text.content.replace(GAP, "").split())
