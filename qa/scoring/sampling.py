"""A part of a large test set, for what is told of it beside scores."""

from collections.abc import Sequence
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from qa.scoring.model import System, TestSet
from qa.scoring.packed import Packed, Text

# Habits and buckets of more segments take minutes, and say the same.
EXPLAINED_AT_MOST = 100_000


class Sample(Struct, frozen=True):
    """Every so many segments of a test set, the first one among them.

    Attributes:
        step: the distance between two segments; 1 where the sample is the whole.
        test_set: the segments of the sample.
        systems: with their hypotheses for them.
    """

    step: int
    test_set: TestSet
    systems: tuple[System, ...]

    @property
    def said(self) -> tuple[str, ...]:
        """Return a warning where the sample is not the whole."""
        if self.step == 1:
            return ()
        part = f"{self.test_set.size:,} segments, one in {self.step}"
        return (f"habits and scores by bucket are of {part}; all other scores are of all",)


def sample(test_set: TestSet, systems: Sequence[System]) -> Sample:
    """Return as many segments as are explained, evenly over the test set."""
    step = max(1, -(-test_set.size // EXPLAINED_AT_MOST))
    if step == 1:
        return Sample(1, test_set, tuple(systems))
    part = replace(
        test_set,
        references=tuple(_every(step, one) for one in test_set.references),
        sources=None if test_set.sources is None else _every(step, test_set.sources),
        documents=None if test_set.documents is None else _every(step, test_set.documents),
        columns={name: _every(step, cells) for name, cells in test_set.columns.items()},
    )
    return Sample(
        step, part, tuple(System(one.name, _every(step, one.hypotheses)) for one in systems)
    )


def _every(step: int, texts: Sequence[Text]) -> Packed[Text]:
    return Packed(islice(texts, 0, None, step))
