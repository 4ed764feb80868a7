"""Runs of words that one system has in common with the references and the other misses."""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from qa.scoring.model import Phrase, System
from qa.scoring.reference_grams import Gram, ReferenceGrams
from qa.text.keyness import log_likelihood

if TYPE_CHECKING:
    from qa.scoring.reference_grams import Counts

# A difference of one may be anything.
_DIFFERENCE_AT_LEAST = 2
# How many n-grams with the largest difference are ranked for one that is shown.
_RANKED_FOR_ONE = 20
_SAME_SEGMENTS_AT_LEAST = 0.5


def favoured(
    grams: ReferenceGrams, better: System, worse: System, top: int
) -> Iterator[tuple[str, int, int, int]]:
    """Yield the n-grams that ``better`` has oftener than ``worse``, the surest first.

    Only segments count in which one of the two has an n-gram oftener, as in McNemar's test
    (1947); they are ranked by Dunning's G² (1993) with half an occurrence added to both. Of
    n-grams that share words and half of their segments, the surest stands for all.

    Yields:
        The text, and its counts in ``better``, in ``worse`` and in the references.
    """
    mine, theirs = grams.matched(better), grams.matched(worse)
    for number in islice(_distinct(grams, mine - theirs, top), top):
        slots = grams.slots_of(number)
        here, there, ever = (int(one[slots].sum()) for one in (mine, theirs, grams.counts))
        yield grams.text(number), here, there, ever


def between(
    grams: ReferenceGrams, left: System, right: System, top: int
) -> tuple[tuple[Phrase, ...], tuple[Phrase, ...]]:
    """Return at most ``top`` n-grams that ``left`` alone produces, and as many of ``right``."""
    return (
        tuple(Phrase(*found) for found in favoured(grams, left, right, top)),
        tuple(Phrase(text, b, a, n) for text, a, b, n in favoured(grams, right, left, top)),
    )


def _distinct(grams: ReferenceGrams, difference: "Counts", top: int) -> Iterator[int]:
    """Yield n-grams by rank, without those that say what an earlier one said."""
    taken: list[tuple[Gram, frozenset[int]]] = []
    for number in _ranked(grams, difference, top):
        slots = grams.slots_of(number)
        gains = slots[difference[slots] > 0]
        one = grams.grams[number], frozenset(grams.segment_of[gains].tolist())
        if not any(_alike(one, other) for other in taken):
            taken.append(one)
            yield number


def _ranked(grams: ReferenceGrams, difference: "Counts", top: int) -> list[int]:
    import numpy as np

    size = len(grams.grams)
    gains = np.bincount(grams.gram_of, np.maximum(difference, 0), size)
    losses = np.bincount(grams.gram_of, np.maximum(-difference, 0), size)
    net = gains - losses
    candidates = np.flatnonzero(net >= _DIFFERENCE_AT_LEAST)
    largest = candidates[np.argsort(-net[candidates], kind="stable")][: top * _RANKED_FOR_ONE]
    return sorted(
        largest.tolist(),
        key=lambda one: (
            -_sureness(int(gains[one]), int(losses[one])),
            -len(grams.grams[one]),
            grams.grams[one],
        ),
    )


def _sureness(gains: int, losses: int) -> float:
    # G² grows with its counts: twice the counts with one added are the counts with a half added.
    return log_likelihood(2 * gains + 1, 2 * losses + 1, 1, 1) / 2


def _alike(left: tuple[Gram, frozenset[int]], right: tuple[Gram, frozenset[int]]) -> bool:
    if set(left[0]).isdisjoint(right[0]):
        return False
    shared = len(left[1] & right[1])
    return shared >= _SAME_SEGMENTS_AT_LEAST * max(len(left[1]), len(right[1]))
