"""A document, what it was translated from, and the languages of both: told, declared or found."""

from msgspec.structs import replace

from qa.config import Config
from qa.errors import QAError
from qa.model import Document
from qa.text.identification import identify


def language_of(document: Document, config: Config) -> tuple[str | None, str | None]:
    """Return the document's language and, where it has none, why."""
    told = config.language or document.language
    if told:
        return told, None
    found = identify("\n\n".join(segment.text.content for segment in document.segments))
    return found.tag, found.reason


def told(document: Document, config: Config) -> Document:
    """Return the document with the language of its source, told, declared or found."""
    if document.source is None:
        return document
    texts = (segment.text.content for segment in document.source.segments)
    tag = config.origin or document.source.language or identify("\n\n".join(texts)).tag
    return replace(document, source=replace(document.source, language=tag))


def beside(document: Document, original: Document, config: Config) -> Document:
    """Return a document beside what it was translated from, aligned by sentence.

    Raises:
        QAError: it has its source in itself, or the encoder was asked for and is not installed.
    """
    from qa import alignment  # most runs have no source

    if document.source:
        raise QAError(
            f"{document.path}: it has its source in itself", hint="leave out the other source"
        )
    known, _ = language_of(document, config)
    origin, _ = language_of(original, replace(config, language=config.origin))
    return alignment.beside(
        replace(document, language=known), replace(original, language=origin), config.semantic
    )
