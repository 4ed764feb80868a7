"""What a check is: a value made of a function and the docstring of its module.

The docstring is the manual page, and its examples are the check's tests. Importing a check has
no side effect; ``qa.registry`` finds them.
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from qa.beside import Beside
from qa.docstring import Manual
from qa.findings import Category, Confidence, Mark, Severity, Verdict
from qa.glossary.matching import Matcher
from qa.glossary.patterns import Pattern
from qa.glossary.phrases import Match, Phrase
from qa.glossary.terms import Terms
from qa.language import Language, language, primary
from qa.model import Document, Ignore, Pair, Segment, Span
from qa.text import sentences
from qa.text.words import Words

# From which probability on an origin is worth asking an editor about, and the least that counts.
_LIKELY = 0.1
_LEAST = 0.01

SegmentMarks = Iterator[tuple[Segment, Mark]]


class Scope(StrEnum):
    """What a check looks at."""

    SEGMENT = "segment"
    PAIR = "pair"
    SOURCE = "source"
    DOCUMENT = "document"
    IGNORES = "ignores"


class Check(Struct, frozen=True):
    """A check: what it looks at, what it says, and for which languages it holds.

    ``languages`` are primary subtags; empty for all languages. A ``semantic`` check needs the
    encoder of the ``semantic`` extra, and runs only where that was asked for.
    """

    id: str
    category: Category
    severity: Severity
    scope: Scope
    run: Callable[[Any, "Context"], Iterable[Any]]
    manual: Manual
    languages: tuple[str, ...] = ()
    semantic: bool = False

    def covers(self, language: Language) -> bool:
        """Tell whether the check holds for a language."""
        return not self.languages or primary(language.tag) in self.languages


class Context(Struct):
    """What a check may know besides the text it looks at; what it asks for is made once.

    ``origin`` is the tag of the language the text was translated from, if that was told;
    ``verdict`` says what it is likely to be; ``unused_ignores`` are known once all other checks
    have run; ``source`` is the same for what the document was translated from, where that is at
    hand: its document has the source's segments; ``terms`` are to be looked for in the source.
    """

    document: Document
    language: Language
    origin: str | None = None
    matcher: Matcher | None = None
    verdict: Verdict | None = None
    unused_ignores: tuple[Ignore, ...] = ()
    source: "Context | None" = None
    terms: Terms | None = None
    _beside: Beside | None = None
    _words: dict[int, Words] = {}
    _sentences: dict[int, list[Span]] = {}
    _mentions: dict[str, bool] = {}
    _matches: dict[int, list[Match]] = {}
    _likelihoods: dict[str, float] = {}

    def words(self, segment: Segment) -> Words:
        """Return the words of a segment."""
        if segment.number not in self._words:
            self._words[segment.number] = Words(segment.text.content, elision=self.language.elision)
        return self._words[segment.number]

    def sentences(self, segment: Segment) -> list[Span]:
        """Return the sentences of a segment, without the space around them."""
        if segment.number not in self._sentences:
            self._sentences[segment.number] = sentences.split(
                segment.text.content, self.language.tag
            )
        return self._sentences[segment.number]

    def matches(self, segment: Segment) -> list[Match]:
        """Return the glossary entries in a segment that its text and its origin do not excuse."""
        if self.matcher is None:
            return []
        if segment.number not in self._matches:
            found = self.matcher.find(self.words(segment), self.likelihood)
            self._matches[segment.number] = [
                match for match in found if not any(map(self.mentions, match.phrase.topics))
            ]
        return self._matches[segment.number]

    def behind(self, segment: Segment, start: int, end: int) -> list[Pair]:
        """Return the pairs in which ``content[start:end]`` of a segment translates a source."""
        if self.document.source is None:
            return []
        if self._beside is None:
            self._beside = Beside(self.document.source.pairs)
        return self._beside.behind(segment, start, end)

    def likelihood(self, phrase: Phrase) -> float:
        """Return how likely the origin of a phrase is that of the text, from 0 to 1.

        Where the origin was told, or nothing can be said of it, no phrase is less likely than
        another; a house's own phrases always count. Of text that reads as native, and from
        unlikely languages, only what is nearly always wrong remains.
        """
        if phrase.id not in self._likelihoods:
            self._likelihoods[phrase.id] = self._likelihood(phrase)
        return self._likelihoods[phrase.id]

    def _likelihood(self, phrase: Phrase) -> float:
        if self.origin or phrase.house or self.verdict is None or not self.verdict.origins:
            return 1.0
        origins = self.verdict.origins if self.verdict.kind != "native" else ()
        likely = sum(one.probability for one in origins if one.language in phrase.origins)
        if phrase.entry.confidence is Confidence.NEARLY_ALWAYS:
            return max(likely, _LEAST)
        return likely if likely >= _LIKELY else 0.0

    def mentions(self, pattern: Pattern) -> bool:
        """Tell whether ``pattern`` matches anywhere in the document."""
        if pattern.source not in self._mentions:
            self._mentions[pattern.source] = any(
                True
                for segment in self.document.segments
                for _ in pattern.search(self.words(segment))
            )
        return self._mentions[pattern.source]


def source_context(document: Document) -> Context | None:
    """Return the context of what a document was translated from, None if that is not at hand."""
    source = document.source
    if source is None:
        return None
    original = Document(source.path, source.content, source.segments, language=source.language)
    return Context(original, language(source.language or "und"))


SegmentCheck = Callable[[Segment, Context], Iterator[Mark]]
PairCheck = Callable[[Pair, Context], Iterator[Mark]]
DocumentCheck = Callable[[Document, Context], SegmentMarks]


def check(
    name: str, category: Category, severity: Severity, *, languages: tuple[str, ...] = ()
) -> Callable[[SegmentCheck], Check]:
    """Make a check of a function that looks at one segment at a time."""
    return _maker(Scope.SEGMENT, name, category, severity, languages)


def bilingual_check(
    name: str, category: Category, severity: Severity, *, languages: tuple[str, ...] = ()
) -> Callable[[PairCheck], Check]:
    """Make a check of a function that looks at a segment beside its source.

    Its marks are places in the target. ``context.source`` is not None.
    """
    return _maker(Scope.PAIR, name, category, severity, languages)


def source_check(
    name: str,
    category: Category,
    severity: Severity,
    *,
    languages: tuple[str, ...] = (),
    semantic: bool = False,
) -> Callable[[DocumentCheck], Check]:
    """Make a check of a function that looks at a document beside the whole of its source.

    ``document.source`` and ``context.source`` are not None.
    """
    make = _maker(Scope.SOURCE, name, category, severity, languages)
    return lambda function: replace(make(function), semantic=semantic)


def document_check(
    name: str, category: Category, severity: Severity, *, languages: tuple[str, ...] = ()
) -> Callable[[DocumentCheck], Check]:
    """Make a check of a function that compares the segments of a document."""
    return _maker(Scope.DOCUMENT, name, category, severity, languages)


def ignores_check(
    name: str, category: Category, severity: Severity
) -> Callable[[DocumentCheck], Check]:
    """Make a check of a function that looks at what ``qa:ignore`` comments did."""
    return _maker(Scope.IGNORES, name, category, severity, ())


def _maker(
    scope: Scope, name: str, category: Category, severity: Severity, languages: tuple[str, ...]
) -> Callable[[Callable[..., Any]], Check]:
    def decorate(function: Callable[..., Any]) -> Check:
        manual = Manual(sys.modules[function.__module__].__doc__ or "")
        return Check(name, category, severity, scope, function, manual, languages)

    return decorate
