"""What segments are like: length, rare words, numbers, terms.

Each function returns one label a segment, None for a segment that cannot be told.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from qa.glossary.terms import Term, of_sources
from qa.scoring.model import TestSet
from qa.scoring.wording import frequencies, words
from qa.text.words import Words

Labels = Sequence[str | None]

_LENGTHS = 4
_RARITY = (0, 1, 2, 10, 100, 1000)


def lengths(test_set: TestSet) -> Labels:
    """Return the words of the first reference in four ranges with about as many segments each."""
    sizes = [None if one is None else len(one) for one in references(test_set)]
    known = sorted(size for size in sizes if size is not None)
    edges = sorted({known[len(known) * part // _LENGTHS] for part in range(_LENGTHS) if known})
    ranges = _ranges(edges)
    return [None if size is None else _label(size, ranges) for size in sizes]


def rarity(test_set: TestSet, corpus: Mapping[str, int] | None = None) -> Labels:
    """Return how often the rarest word of the first reference occurs.

    Args:
        test_set: whose references are looked at.
        corpus: words (``Words.keys``) with their counts, as ``wording.frequencies`` gives them; by
            default those of the references.
    """
    counts = _counts(test_set) if corpus is None else corpus
    ranges = _ranges(_RARITY)
    rarest = (
        min((counts.get(key, 0) for key in one.keys), default=None) if one else None
        for one in references(test_set)
    )
    return [None if count is None else _label(count, ranges) for count in rarest]


def numbers(test_set: TestSet) -> Labels:
    """Tell segments whose first reference has a digit."""
    return [
        None if one is None else yes(any(map(str.isdigit, one.content)))
        for one in references(test_set)
    ]


def terms(test_set: TestSet, glossary: Sequence[Term], source_language: str) -> Labels:
    """Tell segments whose source has a term of a glossary; nothing is known without sources."""
    if test_set.sources is None:
        return [None] * test_set.size
    looked_for = of_sources(glossary, source_language)
    keys = (words(source, source_language).keys for source in test_set.sources)
    return [yes(any(looked_for.found_in(one))) for one in keys]


def references(test_set: TestSet) -> Iterator[Words | None]:
    """Yield the words of the first reference that each segment has."""
    tag = test_set.target_language or "und"
    for text in test_set.first_references:
        yield None if text is None else words(text, tag)


def yes(has: bool) -> str:
    """Return the label of a segment that has something, or has not."""
    return "with" if has else "without"


def _counts(test_set: TestSet) -> Counter[str]:
    lines = (line for stream in test_set.references for line in stream if line is not None)
    return frequencies(lines, test_set.target_language or "und")


def _ranges(edges: Sequence[int]) -> list[tuple[int, str]]:
    """Return the ranges that begin at ``edges`` with their labels, the highest first."""
    labels = [str(low) if low == high - 1 else f"{low}–{high - 1}" for low, high in pairwise(edges)]
    return [*zip(edges, [*labels, *(f"{edge}+" for edge in edges[-1:])], strict=True)][::-1]


def _label(size: int, ranges: list[tuple[int, str]]) -> str:
    return next(label for low, label in ranges if low <= size)
