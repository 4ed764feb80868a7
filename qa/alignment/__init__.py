"""A translation beside its source: which sentences belong together, and which have no partner."""

from msgspec.structs import replace

from qa import embeddings
from qa.alignment.lexical import Lexical
from qa.alignment.meaning import Meaning
from qa.alignment.pairing import paired
from qa.alignment.search import align
from qa.alignment.sentences import split
from qa.model import Document


def beside(document: Document, original: Document, semantic: bool = False) -> Document:
    """Return a document beside what it was translated from, aligned by sentence.

    Args:
        document: a translation; it and ``original`` declare their languages, if they are known.
        original: what it was translated from.
        semantic: whether to align by meaning, with the encoder of the ``semantic`` extra, where
            it knows both languages.

    Raises:
        QAError: the encoder was asked for and is not installed.
    """
    tags = (original.language or "und", document.language or "und")
    sources, targets = split(original.segments, tags[0]), split(document.segments, tags[1])
    if semantic:
        embeddings.require()
    # Of a language that it was not made for, the encoder says less than lengths do.
    costs = Meaning if semantic and embeddings.knows(*tags) else Lexical
    beads = align(costs(sources, targets, tags))
    return replace(document, source=paired(document, original, beads, (sources, targets)))
