"""What a system does that no metric shows: length, copies, repetitions, gaps, terms."""

from collections.abc import Iterator
from itertools import repeat
from typing import NamedTuple

from qa.glossary.terms import Term
from qa.language import language
from qa.scoring.model import Habit, System, TestSet
from qa.scoring.repetition import repeats
from qa.scoring.terminology import accuracy
from qa.scoring.traits import references
from qa.scoring.wording import words


class _Tally(NamedTuple):
    """What is counted of a segment, or of all: words, words of the reference, and whether."""

    words: int
    expected: int
    copied: int
    repeated: int
    empty: int


def habits(
    test_set: TestSet,
    system: System,
    glossary: tuple[Term, ...] = (),
    source_language: str = "und",
) -> Habit:
    """Measure what a system does over all segments.

    What the references do too is no habit: a segment that stays as it is, a word said thrice.

    Args:
        test_set: the segments with their references.
        system: whose hypotheses are measured.
        glossary: terms that the hypotheses have to have.
        source_language: BCP 47 tag; in ``und`` terms are found only as they are listed.

    Returns:
        Shares of all segments from 0 to 1; the length ratio is over those with a reference.
    """
    tag = test_set.target_language or "und"
    totals = [0] * len(_Tally._fields)
    for tally in _tallies(test_set, system, tag):
        totals = [total + one for total, one in zip(totals, tally, strict=True)]
    found = _Tally(*totals)
    size = max(1, test_set.size)
    return Habit(
        system.name,
        found.words / found.expected if found.expected else 0.0,
        found.copied / size if test_set.sources else None,
        found.repeated / size,
        found.empty / size,
        accuracy(test_set, system, glossary, source_language) if glossary else {},
    )


def _tallies(test_set: TestSet, system: System, tag: str) -> Iterator[_Tally]:
    spaced = language(tag).spaced
    sources = test_set.sources or repeat(None)
    known = zip(system.hypotheses, sources, references(test_set), strict=False)
    for segment, (hypothesis, source, reference) in enumerate(known):
        keys = words(hypothesis, tag).keys
        expected = reference.keys if reference else []
        again = repeats(keys, spaced=spaced) and not repeats(expected, spaced=spaced)
        copied = bool(keys and source) and keys == words(source or "", tag).keys
        yield _Tally(
            len(keys) if reference else 0,
            len(expected),
            copied and not _is_expected(test_set, segment, keys, tag),
            again,
            not keys,
        )


def _is_expected(test_set: TestSet, segment: int, keys: list[str], tag: str) -> bool:
    streams = (stream[segment] for stream in test_set.references)
    return any(words(one, tag).keys == keys for one in streams if one is not None)
