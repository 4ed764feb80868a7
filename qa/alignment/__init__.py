"""A translation beside its source: which sentences belong together, and which have no partner."""

from msgspec.structs import replace

from qa.alignment.lexical import Lexical
from qa.alignment.pairing import paired
from qa.alignment.search import align
from qa.alignment.sentences import split
from qa.model import Document


def beside(document: Document, original: Document, semantic: bool = False) -> Document:
    """Return a document beside what it was translated from, aligned by sentence.

    Args:
        document: a translation; it and ``original`` declare their languages, if they are known.
        original: what it was translated from.
    """
    tags = (original.language or "und", document.language or "und")
    sources, targets = split(original.segments, tags[0]), split(document.segments, tags[1])
    contents = [[sentence.content for sentence in side] for side in (sources, targets)]
    beads = align(Lexical(contents[0], contents[1], tags))
    return replace(document, source=paired(document, original, beads, (sources, targets)))
