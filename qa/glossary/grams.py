"""Runs of words that may be phrases: within a clause, without names and numbers."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from qa.corpus import Sample
from qa.language import Language
from qa.regex import lazy
from qa.text.words import Words

Gram = tuple[str, ...]
Span = tuple[int, int]

_LONGEST = 5
# In Chinese and Japanese every character is a word.
_LONGEST_UNSPACED = 8
_LETTERS_AT_LEAST = 3
_CONTEXT = 40
_JOINT = lazy(r"[\s‐‑-]*\Z")
_SENTENCE_END = lazy(r"[.!?:…\n]|[“„«\"]\s*\Z")


def phrases(text: str, language: Language) -> Iterator[tuple[Gram, Span]]:
    """Yield every run of words that may be a phrase, with its offsets.

    Names and numbers divide runs as punctuation does. German writes nouns as it writes names, so
    there capital letters divide nothing.
    """
    words = Words(text, elision=language.elision)
    for start, end in _runs(words, language):
        for first in range(start, end):
            for last in range(first + 1, min(first + longest(language), end) + 1):
                span = (words.spans[first][0], words.spans[last - 1][1])
                yield tuple(words.keys[first:last]), span


def grams(samples: Iterable[Sample], language: Language, documents: int) -> set[Gram]:
    """Return the runs of words that stand in at least so many documents.

    A run is counted once both of its parts are known to be frequent (Agrawal and Srikant 1994), so
    that memory does not grow with what is rare.
    """
    streams = [_streams(sample.text, language) for sample in samples]
    kept: set[Gram] = set()
    for size in range(1, longest(language) + 1):
        counts: Counter[Gram] = Counter()
        for stream in streams:
            counts.update(set(_of_size(stream, size, kept)))
        kept |= {gram for gram, count in counts.items() if count >= documents}
    return {gram for gram in kept if _is_phrase(gram, language)}


def longest(language: Language) -> int:
    """Return how many words the longest phrase has."""
    return _LONGEST if language.spaced else _LONGEST_UNSPACED


def text_of(text: str, span: Span) -> str:
    """Return the words around a span, on one line."""
    start, end = span
    around = text[max(0, start - _CONTEXT) : end + _CONTEXT]
    return " ".join(around.split())


def _streams(text: str, language: Language) -> list[Gram]:
    words = Words(text, elision=language.elision)
    return [tuple(words.keys[start:end]) for start, end in _runs(words, language)]


def _of_size(streams: Iterable[Gram], size: int, known: set[Gram]) -> Iterator[Gram]:
    for stream in streams:
        for first in range(len(stream) - size + 1):
            gram = stream[first : first + size]
            if size == 1 or (gram[1:] in known and gram[:-1] in known):
                yield gram


def _is_phrase(gram: Gram, language: Language) -> bool:
    if not language.spaced:
        return len(gram) > 1
    return any(len(word) >= _LETTERS_AT_LEAST for word in gram)


def _runs(words: Words, language: Language) -> Iterator[Span]:
    """Yield where words follow each other with nothing between them, and are no names."""
    names = {index for index in range(len(words)) if _is_name(words, index, language)}
    divisions = {
        index for index in range(1, len(words)) if not _JOINT.match(words.between(index - 1))
    }
    edges = sorted({0, len(words), *divisions, *names, *(index + 1 for index in names)})
    yield from (span for span in pairwise(edges) if span[0] not in names)


def _is_name(words: Words, index: int, language: Language) -> bool:
    written = words.text(index)
    if written[0].isdigit():
        return True
    if not written[0].isupper() or language.capitals:
        return False
    return bool(index) and not _SENTENCE_END.search(words.between(index - 1))
