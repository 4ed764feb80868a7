"""The best path through two rows of sentences, by a dynamic programme in a band.

A path is a row of beads; a bead takes some sentences of the source and some of the target, as
Gale and Church (1993) have it, or those of one side only. What a bead costs, a ``Costs`` says: the
negative logarithm of its probability. How sure a bead is, is its posterior probability: of all
paths near the best one, the share that goes through it.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import exp, inf, log1p
from typing import Protocol

from msgspec import Struct

# Sentences of the source and of the target that a bead may take.
MOVES = ((1, 1), (1, 0), (0, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1))
REACH = 3
# Half the width of the band around the diagonal: this share of the longer side, within limits.
_SHARE = 0.25
_LEAST_HALF = 50
_MOST_HALF = 150
# Sentences on each side of the best path where other paths count.
_NEAR = 4

Cell = tuple[int, int]


class Bead(Struct, frozen=True):
    """Sentences ``i`` to ``i + m`` of the source and ``j`` to ``j + n`` of the target.

    One of ``m`` and ``n`` may be 0. ``confidence`` is from 0 to 1.
    """

    i: int
    m: int
    j: int
    n: int
    confidence: float = 1.0


class Costs(Protocol):
    """What the beads between two rows of sentences cost."""

    sources: int
    targets: int

    def row(self, i: int, low: int, high: int) -> Sequence[Sequence[float]]:
        """Return, for each of ``MOVES``, the costs of the beads that open at (i, low…high).

        A bead that would reach beyond the last sentence costs ``inf``.
        """


def align(costs: Costs) -> list[Bead]:
    """Return the cheapest path from the first sentences to the last."""
    moves = _path(costs)
    return _Posterior(costs, moves).beads()


def _band(i: int, costs: Costs) -> tuple[int, int]:
    slope = costs.targets / max(1, costs.sources)
    half = round(_SHARE * max(costs.sources, costs.targets))
    half = max(min(max(half, _LEAST_HALF), _MOST_HALF), round(slope) + 1)
    return max(0, round(i * slope) - half), min(costs.targets, round(i * slope) + half)


def _path(costs: Costs) -> list[tuple[int, int, int]]:
    """Return the beads of the cheapest path, in order: i, j and the index of the move."""
    taken = [_Row(i, *_band(i, costs)) for i in range(costs.sources + 1)]
    taken[0].values[0] = 0.0
    for i in range(costs.sources + 1):
        _advance(taken, costs, i)
        taken[i].values = []
    return list(_back(taken, costs.targets))[::-1]


class _Row:
    """The cheapest way to each cell of a row of the band, and the move that comes there."""

    def __init__(self, i: int, low: int, high: int) -> None:
        self.i, self.low, self.high = i, low, high
        self.values = [inf] * (high - low + 1)
        self.moves = bytearray(high - low + 1)


def _advance(taken: list[_Row], costs: Costs, i: int) -> None:
    row = taken[i]
    found = costs.row(i, row.low, row.high)
    within = row.values
    for move in _order(i, len(taken)):
        m, n = MOVES[move]
        to = taken[i + m]
        shift = row.low + n - to.low
        values, moves = to.values, to.moves
        first, last = max(0, -shift), min(len(within), len(values) - shift)
        for at in range(first, last):
            value = within[at] + found[move][at]
            if value < values[at + shift]:
                values[at + shift] = value
                moves[at + shift] = move


def _order(i: int, rows: int) -> list[int]:
    """Return the moves from a row, those that stay in it first."""
    inside = [move for move, (m, _) in enumerate(MOVES) if i + m < rows]
    return sorted(inside, key=lambda move: MOVES[move][0])


def _back(taken: list[_Row], targets: int) -> Iterator[tuple[int, int, int]]:
    i, j = len(taken) - 1, targets
    while i or j:
        move = taken[i].moves[j - taken[i].low]
        m, n = MOVES[move]
        i, j = i - m, j - n
        yield i, j, move


class _Posterior:
    """How probable the beads of a path are among all paths near it."""

    def __init__(self, costs: Costs, path: list[tuple[int, int, int]]) -> None:
        self._costs = costs
        self._path = path
        self._edges = list(self._near())

    def beads(self) -> list[Bead]:
        ahead = self._ahead()
        behind = self._behind()
        total = behind[0, 0]
        cost = {(i, j, move): value for i, j, move, value in self._edges}
        return [
            Bead(
                i,
                MOVES[move][0],
                j,
                MOVES[move][1],
                exp(ahead[i, j] - cost[i, j, move] + behind[_end(i, j, move)] - total),
            )
            for i, j, move in self._path
        ]

    def _near(self) -> Iterator[tuple[int, int, int, float]]:
        for i, (low, high) in enumerate(self._limits()):
            found = self._costs.row(i, low, high)
            for j in range(low, high + 1):
                for move, costs in enumerate(found):
                    if costs[j - low] < inf:
                        yield i, j, move, costs[j - low]

    def _limits(self) -> list[tuple[int, int]]:
        """Return the first and last target sentence near the path for every source sentence."""
        columns: dict[int, list[int]] = defaultdict(list, {0: [0]})
        for i, j, move in self._path:
            m, n = MOVES[move]
            for at in range(i, i + m + 1):
                columns[at] += [j, j + n]
        targets = self._costs.targets
        return [
            (max(0, min(columns[i]) - _NEAR), min(targets, max(columns[i]) + _NEAR))
            for i in range(self._costs.sources + 1)
        ]

    def _ahead(self) -> dict[Cell, float]:
        """Return the log-probability of all ways from the start to each cell."""
        ways: dict[Cell, float] = defaultdict(lambda: -inf, {(0, 0): 0.0})
        for i, j, move, cost in self._edges:
            end = _end(i, j, move)
            ways[end] = _sum(ways[end], ways[i, j] - cost)
        return ways

    def _behind(self) -> dict[Cell, float]:
        """Return the log-probability of all ways from each cell to the end."""
        end = self._costs.sources, self._costs.targets
        ways: dict[Cell, float] = defaultdict(lambda: -inf, {end: 0.0})
        for i, j, move, cost in reversed(self._edges):
            ways[i, j] = _sum(ways[i, j], ways[_end(i, j, move)] - cost)
        return ways


def _end(i: int, j: int, move: int) -> Cell:
    m, n = MOVES[move]
    return i + m, j + n


def _sum(left: float, right: float) -> float:
    """Return the logarithm of the sum of two probabilities given by theirs."""
    high, low = max(left, right), min(left, right)
    return high if low == -inf else high + log1p(exp(low - high))
