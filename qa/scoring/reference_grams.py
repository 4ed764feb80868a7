"""Runs of words of the references, and which of them a system produced.

A slot is one n-gram of one segment's references. What a system matched is an array over slots,
clipped as BLEU clips it (Papineni et al. 2002); then two systems are compared by subtraction.
"""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache, reduce
from operator import or_
from typing import TYPE_CHECKING

from qa.scoring.model import System
from qa.scoring.wording import tokens, written

if TYPE_CHECKING:
    from numpy import int64
    from numpy.typing import NDArray

    Counts = NDArray[int64]

Gram = tuple[str, ...]
Streams = tuple[Sequence[str | None], ...]

_LONGEST = 4
# Of larger sets every second, third … segment is looked at: a million would not fit into memory.
SEGMENTS_AT_MOST = 10_000


class ReferenceGrams:
    """The n-grams (1 to 4 words or marks) of references.

    Attributes:
        grams: every n-gram, by its number.
        gram_of: the number of the n-gram of every slot.
        segment_of: the index of the segment of every slot.
        counts: how often the n-gram of a slot occurs in that segment's references, at most.
    """

    def __init__(self, streams: Streams, tag: str) -> None:
        import numpy as np

        size = len(streams[0])
        self._streams, self._tag = streams, tag
        self._segments = range(0, size, -(-size // SEGMENTS_AT_MOST) or 1)
        self._matched: dict[System, Counts] = {}
        self._slots: list[dict[Gram, int]] = []
        numbers: dict[Gram, int] = {}
        counts: list[int] = []
        gram_of: list[int] = []
        segment_of: list[int] = []
        for segment in self._segments:
            found = self._of(segment)
            self._slots.append({gram: len(counts) + at for at, gram in enumerate(found)})
            counts.extend(found.values())
            gram_of.extend(numbers.setdefault(gram, len(numbers)) for gram in found)
            segment_of.extend([segment] * len(found))
        self.grams = list(numbers)
        self.counts = np.array(counts, dtype=np.int64)
        self.gram_of = np.array(gram_of, dtype=np.int64)
        self.segment_of = np.array(segment_of, dtype=np.int64)
        self._order = np.argsort(self.gram_of, kind="stable")
        self._starts = np.searchsorted(self.gram_of[self._order], np.arange(len(self.grams) + 1))

    def matched(self, system: System) -> "Counts":
        """Return how often the system has the n-gram of every slot, at most ``counts``."""
        if system not in self._matched:
            self._matched[system] = self._match(system)
        return self._matched[system]

    def slots_of(self, number: int) -> "Counts":
        """Return the slots of the n-gram ``number``."""
        return self._order[self._starts[number] : self._starts[number + 1]]

    def text(self, number: int) -> str:
        """Return the n-gram ``number`` as the first reference that has it writes it."""
        segment = int(self.segment_of[self.slots_of(number)[0]])
        written_so = (
            _written_in(one, self.grams[number], self._tag) for one in self._references(segment)
        )
        return next(one for one in written_so if one is not None)

    def _of(self, segment: int) -> Counter[Gram]:
        references = self._references(segment)
        counts = [Counter(_grams(written(one, self._tag))) for one in references]
        return reduce(or_, counts) if counts else Counter()

    def _references(self, segment: int) -> list[str]:
        return [one for stream in self._streams if (one := stream[segment]) is not None]

    def _match(self, system: System) -> "Counts":
        import numpy as np

        hits: list[int] = []
        for segment, slots in zip(self._segments, self._slots, strict=True):
            found = _grams(written(system.hypotheses[segment], self._tag))
            hits.extend(map(slots.__getitem__, filter(slots.__contains__, found)))
        counted = np.bincount(np.array(hits, dtype=np.int64), minlength=len(self.counts))
        return np.minimum(counted, self.counts)


@lru_cache(maxsize=1)
def reference_grams(streams: Streams, tag: str) -> ReferenceGrams:
    """Return the n-grams of references; those of the last test set are kept."""
    return ReferenceGrams(streams, tag)


def _grams(texts: list[str]) -> list[Gram]:
    sizes = range(1, _LONGEST + 1)
    return [gram for size in sizes for gram in zip(*(texts[at:] for at in range(size)))]  # noqa: B905


def _written_in(reference: str, gram: Gram, tag: str) -> str | None:
    spans = tokens(reference, tag)
    texts = [reference[start:end] for start, end in spans]
    for at in range(len(texts) - len(gram) + 1):
        if tuple(texts[at : at + len(gram)]) == gram:
            return reference[spans[at][0] : spans[at + len(gram) - 1][1]]
    return None
