"""Terms as patterns of a glossary, so that text is searched for them as for suspect phrases."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec.structs import replace

from qa.errors import QAError
from qa.findings import Confidence
from qa.glossary.compiled import Compiled, compiled
from qa.glossary.matching import Matcher
from qa.glossary.termbase import Entry, Glossary
from qa.language import language, primary
from qa.regex import lazy
from qa.terminology.model import Concept, Status, Term
from qa.text.words import Words

# What has a meaning in patterns; a term that has any of it stands in quotation marks.
_OF_PATTERNS = lazy(r"[()\[\]|\"~@^,+]")
# Words with spaces and hyphens between them: always found, and most terms are no more.
_PLAIN = lazy(r"[\s-]*[^\W_](?:[^\W_]|[\s-](?=[\s\w-]))*[\s-]*")
_ABBREVIATION_AT_MOST = 5
RETIRED = frozenset((Status.DEPRECATED, Status.SUPERSEDED, Status.FORBIDDEN))


class Occurrence(NamedTuple):
    """A term that stands at ``content[start:end]`` of a text."""

    concept: str
    term: str
    start: int
    end: int


class Terms:
    """Terms of concepts, ready to be found in text of one language."""

    def __init__(self, wanted: Iterable[tuple[Concept, Term]], tag: str) -> None:
        self._wanted = [
            (concept.id, term)
            for concept, term in wanted
            if term.text.strip() and can_match(term, tag)
        ]
        entries = [_entry(number, term) for number, (_, term) in enumerate(self._wanted)]
        self._matcher = Matcher(_compiled(entries, tag))

    def __bool__(self) -> bool:
        return bool(self._wanted)

    def find(self, words: Words) -> Iterator[Occurrence]:
        """Yield where terms stand, in any inflection; of overlapping ones the longest."""
        for match in self._matcher.find(words):
            concept, term = self._wanted[int(match.phrase.entry.id)]
            start, end = words.spans[match.first][0], words.spans[match.last - 1][1]
            yield Occurrence(concept, term.text, start, end)


def retired(concepts: Iterable[Concept], tag: str) -> Iterator[tuple[Concept, Term]]:
    """Yield the terms of a language, of any region, that are not to be used."""
    for concept in concepts:
        for spoken, terms in concept.terms.items():
            if primary(spoken) == primary(tag):
                yield from ((concept, term) for term in terms if term.status in RETIRED)


def literal(term: Term) -> bool:
    """Tell whether a term counts only as it is written: names to keep, abbreviations."""
    short = term.text.isupper() and len(term.text) <= _ABBREVIATION_AT_MOST
    return term.case_sensitive or term.do_not_translate or short


def pattern(term: Term) -> str:
    """Return a term in the language of ``qa.glossary.parsing``, uninflected where it is literal."""
    text = " ".join(term.text.split())
    if literal(term) or _OF_PATTERNS.search(text):
        return '"' + text.replace('"', " ").strip() + '"'
    return text


def can_match(term: Term, tag: str) -> bool:
    """Tell whether a term would be found in a text that consists of it alone."""
    if _PLAIN.fullmatch(term.text):
        return True
    words = Words(term.text, elision=language(tag).elision)
    try:
        # Inflection would not help, and takes a second to load for some languages.
        ready = _compiled([_entry(0, replace(term, case_sensitive=True))], tag)
    except QAError:
        return False
    return bool(Matcher(ready).find(words))


def _compiled(entries: list[Entry], tag: str) -> list[Compiled]:
    return [compiled(Glossary("terms", "und", tag, tuple(entries)))]


def _entry(number: int, term: Term) -> Entry:
    return Entry(
        id=str(number),
        match=(pattern(term),),
        origin="",
        why="",
        suggest=(),
        confidence=Confidence.NEARLY_ALWAYS,
        flagged=(),
        clean=(),
        only_written=(term.text,) if literal(term) else (),
    )
