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
WEIGHTS = Weights(merge=1.5, both=3.0, triple=4.0, gap=2.4, length=0.7, anchor=0.3, missing=0.05)
_MEANING = 4.0
# The similarity of two sentences that have nothing to do with each other.
_CHANCE = 0.18
# The least difference between that and the similarity of translations.
_LEAST_GAIN = 0.1
# Sentences that similarities are compared for at a time.
_BLOCK = 512


class Meaning:
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
        self._usual = _usual(self._vectors[0][0], self._vectors[1][0])

    def row(self, i: int, low: int, high: int) -> list[list[float]]:
        """Return, for each move, the costs of the beads that open at (i, low…high)."""
        found = zip(self._lexical.row(i, low, high), MOVES, strict=True)
        return [self._with_meaning(costs, i, m, n, low) for costs, (m, n) in found]

    def _with_meaning(self, costs: list[float], i: int, m: int, n: int, low: int) -> list[float]:
        if 0 in (m, n) or i + m > self.sources:
            return costs
        source = self._vectors[0][m - 1][i]
        targets = self._vectors[1][n - 1][low : low + len(costs)]
        scale = _MEANING * (m + n) / 2 / (self._usual - _CHANCE)
        farness = (scale * (self._usual - targets @ source)).tolist()
        return [*map(add, costs, farness), *costs[len(farness) :]]


def _usual(sources: "Numbers", targets: "Numbers") -> float:
    """Return how near the nearest target sentence of a source sentence usually is.

    Sentences of two languages are the nearer the better the encoder knows both.
    """
    import numpy as np

    if not len(sources) or not len(targets):
        return 1.0
    blocks = (sources[at : at + _BLOCK] for at in range(0, len(sources), _BLOCK))
    nearest = np.concatenate([(block @ targets.T).max(axis=1) for block in blocks])
    return max(_CHANCE + _LEAST_GAIN, float(np.median(nearest)))


def _vectors(side: Sequence[Sentence], size: int) -> "Numbers":
    """Return the vectors of all spans of ``size`` sentences, a row each."""
    import numpy as np

    contents = [one.content for one in side]
    spans = [" ".join(contents[at : at + size]) for at in range(len(contents) - size + 1)]
    empty = np.zeros((0, embeddings.DIMENSIONS), np.float32)
    return np.concatenate([empty, *embeddings.blocks(spans)])
