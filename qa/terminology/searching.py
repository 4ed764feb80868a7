"""All that a glossary finds in articles: suspect phrases, and terms that are not to be used."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from qa import formats
from qa.errors import QAError
from qa.findings import Confidence
from qa.formats import readers
from qa.glossary.compiled import compiled
from qa.glossary.matching import Matcher
from qa.glossary.patterns import Pattern
from qa.glossary.phrases import Match
from qa.language import language, primary
from qa.model import Document, Lines
from qa.terminology.loading import Contents
from qa.terminology.model import Concept, Term
from qa.terminology.phrasing import Terms, retired
from qa.text.identification import identify
from qa.text.words import Words


class Hit(Struct, frozen=True, order=True):
    """A suspect phrase or a term that stands in an article.

    ``name`` is the id of the entry, or of the concept; ``term`` is empty for an entry.
    """

    path: str
    line: int
    column: int
    name: str
    term: str
    text: str


class Searcher:
    """A glossary ready to be looked for in articles of any language that it speaks of.

    Args:
        contents: the glossary.
        unchanged: terms of concepts that need not be looked for.
    """

    def __init__(
        self, contents: Contents, unchanged: frozenset[tuple[str, str, Term]] = frozenset()
    ) -> None:
        self._contents = contents
        self._unchanged = unchanged
        self._terms: dict[str, Terms] = {}
        self._phrases = Matcher([compiled(contents.glossary)]) if contents.glossary else None

    def hits(self, document: Document, tag: str) -> Iterator[Hit]:
        """Yield what the glossary finds in an article in the language ``tag``."""
        lines = Lines(document.content)
        elision = language(tag).elision
        texts = [
            (segment.text, Words(segment.text.content, elision=elision))
            for segment in document.segments
        ]
        everywhere = [words for _, words in texts]
        for text, words in texts:
            for start, end, name, term in self._found(words, everywhere, tag):
                place = lines.position(text.span(start, end).start)
                written = words.content[start:end]
                yield Hit(document.path, place.line, place.column, name, term, written)

    def _found(
        self, words: Words, everywhere: list[Words], tag: str
    ) -> Iterator[tuple[int, int, str, str]]:
        glossary = self._contents.glossary
        if self._phrases and glossary and primary(glossary.language) == primary(tag):
            for match in self._phrases.find(words):
                if _counts(match, everywhere):
                    yield (*_span(words, match), match.phrase.entry.id, "")
        for one in self._retired(primary(tag)).find(words):
            yield one.start, one.end, one.concept, one.term

    def _retired(self, tag: str) -> Terms:
        if tag not in self._terms:
            self._terms[tag] = Terms(self._wanted(tag), tag)
        return self._terms[tag]

    def _wanted(self, tag: str) -> Iterator[tuple[Concept, Term]]:
        for concept, term in retired(self._contents.concepts, tag):
            if (concept.id, tag, term) not in self._unchanged:
                yield concept, term


def _span(words: Words, match: Match) -> tuple[int, int]:
    return words.spans[match.first][0], words.spans[match.last - 1][1]


def _counts(match: Match, everywhere: list[Words]) -> bool:
    """Tell whether a match is a finding by itself, and nothing in the article excuses it."""
    alone = match.phrase.entry.confidence is not Confidence.FREQUENT
    return alone and not any(_mentioned(topic, everywhere) for topic in match.phrase.topics)


def _mentioned(topic: Pattern, everywhere: Iterable[Words]) -> bool:
    return any(True for words in everywhere for _ in topic.search(words))


def articles(place: Path) -> Iterator[Document]:
    """Yield the article in a file, or those in a folder and its folders, by name.

    Raises:
        QAError: it is not there, a folder has no article, or one cannot be read.
    """
    if not place.is_dir():
        yield formats.read(str(place))
        return
    files = sorted(one for one in place.rglob("*") if one.suffix.lower() in readers())
    if not files:
        raise QAError(f"{place}: has no articles", f"they end in {', '.join(sorted(readers()))}")
    yield from (formats.read(str(one)) for one in files if one.is_file())


def language_of(document: Document, told: str | None = None) -> str | None:
    """Return the language of an article: as told, as it says itself, or as it reads."""
    content = "\n\n".join(segment.text.content for segment in document.segments)
    return told or document.language or identify(content).tag
