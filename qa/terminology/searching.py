"""All that a glossary finds in articles: suspect phrases, and terms that are not to be used."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from qa import formats
from qa.errors import QAError
from qa.findings import Confidence
from qa.formats import readers
from qa.glossary.compiled import Compiled
from qa.glossary.matching import Matcher
from qa.glossary.patterns import Pattern
from qa.glossary.phrases import Match
from qa.language import language
from qa.model import Document, Lines, Text
from qa.terminology.model import TermEntry
from qa.terminology.term_phrases import RETIRED
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
        ready: returns what there is of it for text in a language.
    """

    def __init__(self, ready: Callable[[str], Iterable[Compiled]]) -> None:
        self._ready = ready
        self._matchers: dict[str, Matcher] = {}

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
            for match in self._matcher(tag).find(words):
                if _counts(match, everywhere):
                    yield _hit(document, lines, text, words, match)

    def _matcher(self, tag: str) -> Matcher:
        if tag not in self._matchers:
            self._matchers[tag] = Matcher(self._ready(tag))
        return self._matchers[tag]


def _hit(document: Document, lines: Lines, text: Text, words: Words, match: Match) -> Hit:
    start, end = words.spans[match.first][0], words.spans[match.last - 1][1]
    place = lines.position(text.span(start, end).start)
    entry = match.phrase.entry
    term = entry.term if isinstance(entry, TermEntry) else ""
    return Hit(document.path, place.line, place.column, entry.id, term, words.content[start:end])


def _counts(match: Match, everywhere: list[Words]) -> bool:
    """Tell whether a match is a finding by itself, and nothing in the article excuses it."""
    entry = match.phrase.entry
    alone = entry.confidence is not Confidence.FREQUENT
    unwanted_here = not isinstance(entry, TermEntry) or entry.status in RETIRED
    return (
        alone
        and unwanted_here
        and not any(_mentioned(topic, everywhere) for topic in match.phrase.topics)
    )


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
