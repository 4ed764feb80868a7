"""Metrics that give every segment a score of its own, and a corpus the mean of them."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING

from qa.scoring.metrics import Known, Rows, Setup, Texts

if TYPE_CHECKING:
    from qa.scoring.resampling import Numbers

# Shown beside metrics from 0 to 100.
SCALE = 100.0


class Averaged(ABC):
    """A metric whose statistics are a score and the number of segments, 1."""

    higher_is_better = True

    @abstractmethod
    def batch(self, hypotheses: Texts, references: Known, sources: Texts | None) -> Rows:
        """Return score and 1 for every segment, in order.

        Args:
            hypotheses: one a segment.
            references: those of each segment, without gaps.
            sources: one a segment, if they are known.
        """

    def statistics(self, hypothesis: str, references: tuple[str, ...]) -> Sequence[float]:
        """Return the score of one segment, and 1."""
        return self.batch([hypothesis], [references], None)[0]

    def score(self, summed: Sequence[float]) -> float:
        """Return the mean."""
        total, segments = summed
        return total / segments

    def scores(self, summed: "Numbers", *, of_segments: bool) -> "Numbers":  # noqa: ARG002
        """Return the mean of every row."""
        means: Numbers = summed[:, 0] / summed[:, 1]
        return means


def signature(setup: Setup, **properties: object) -> str:
    """Return a signature in the manner of sacrebleu's.

    Args:
        setup: how scores were made.
        properties: of the metric, in order.
    """
    references = "var" if setup.references < 0 else setup.references
    known = {"nrefs": references, **setup.drawn, **properties}
    return "|".join(f"{key}:{value}" for key, value in known.items() if value is not None)
