"""What beads cost by meaning: how near the encoder finds the sentences of both sides.

Vectors are those of whole spans of one to three sentences, as in Thompson and Koehn's Vecalign
(2019); length and anchors go on counting, since the encoder hardly sees a number.
"""

from collections.abc import Sequence
from operator import add
from typing import TYPE_CHECKING

from qa import embeddings
from qa.alignment.lexical import Lexical, Weights
from qa.alignment.search import MOVES, REACH
from qa.alignment.sentences import Sentence

if TYPE_CHECKING:
    from qa.embeddings import Numbers

# Tuned on documents of 2021 (tests/benchmarks/alignment.py).
WEIGHTS = Weights(merge=1.5, both=3.0, triple=2.5, gap=3.0, length=0.4, anchor=0.2, missing=0.1)
_MEANING = 10.0


class Semantic:
    """Costs of beads between the sentences of two texts, by the encoder.

    Args:
        sources: the sentences of the source.
        targets: those of its translation.
        tags: the languages of both.
        weights: what counts how much beside meaning.

    Raises:
        QAError: the encoder is not installed.
    """

    def __init__(
        self,
        sources: Sequence[Sentence],
        targets: Sequence[Sentence],
        tags: tuple[str, str],
        weights: Weights = WEIGHTS,
    ) -> None:
        embeddings.require()
        self.sources, self.targets = len(sources), len(targets)
        self._lexical = Lexical(sources, targets, tags, weights)
        self._vectors = [
            [_vectors(side, size) for size in range(1, REACH + 1)] for side in (sources, targets)
        ]

    def row(self, i: int, low: int, high: int) -> list[list[float]]:
        """Return, for each move, the costs of the beads that open at (i, low…high)."""
        found = zip(self._lexical.row(i, low, high), MOVES, strict=True)
        return [self._with_meaning(costs, i, m, n, low) for costs, (m, n) in found]

    def _with_meaning(self, costs: list[float], i: int, m: int, n: int, low: int) -> list[float]:
        if 0 in (m, n) or i + m > self.sources:
            return costs
        source = self._vectors[0][m - 1][i]
        targets = self._vectors[1][n - 1][low : low + len(costs)]
        farness = (_MEANING * (m + n) / 2 * (1 - targets @ source)).tolist()
        return [*map(add, costs, farness), *costs[len(farness) :]]


def _vectors(side: Sequence[Sentence], size: int) -> "Numbers":
    """Return the vectors of all spans of ``size`` sentences, a row each."""
    import numpy as np

    contents = [one.content for one in side]
    spans = [" ".join(contents[at : at + size]) for at in range(len(contents) - size + 1)]
    empty = np.zeros((0, embeddings.DIMENSIONS), np.float32)
    return np.concatenate([empty, *embeddings.blocks(spans)])
