"""The cheapest path is found, also far from the diagonal, and is as sure as it can be."""

from collections.abc import Mapping
from math import inf

import pytest

from qa.alignment.search import MOVES, Bead, align

GAP = 3.0


class Table:
    """Costs of 1-1 beads from a table; what is not in it costs ``otherwise``."""

    def __init__(
        self, sources: int, targets: int, cheap: Mapping[tuple[int, int], float], otherwise: float
    ) -> None:
        self.sources, self.targets = sources, targets
        self._cheap, self._otherwise = cheap, otherwise

    def row(self, i: int, low: int, high: int) -> list[list[float]]:
        return [[self._cost(i, m, j, n) for j in range(low, high + 1)] for m, n in MOVES]

    def _cost(self, i: int, m: int, j: int, n: int) -> float:
        if i + m > self.sources or j + n > self.targets:
            return inf
        if (m, n) == (1, 1):
            return self._cheap.get((i, j), self._otherwise)
        return GAP if 0 in (m, n) else 2 * self._otherwise


def steps(beads: list[Bead]) -> list[tuple[int, int]]:
    return [(bead.m, bead.n) for bead in beads]


def test_sentences_without_a_partner_stand_alone() -> None:
    cheap = {(0, 0): 0.0, (1, 2): 0.0, (3, 3): 0.0}
    found = align(Table(4, 4, cheap, 20))
    assert steps(found) == [(1, 1), (0, 1), (1, 1), (1, 0), (1, 1)]
    assert [(bead.i, bead.j) for bead in found] == [(0, 0), (1, 1), (1, 2), (2, 3), (3, 3)]


@pytest.mark.parametrize(("sources", "targets"), [(0, 0), (0, 7), (7, 0), (1, 400), (400, 1)])
def test_every_sentence_is_in_one_bead(sources: int, targets: int) -> None:
    found = align(Table(sources, targets, {}, 1))
    assert sum(bead.m for bead in found) == sources
    assert sum(bead.n for bead in found) == targets


def test_a_stretch_that_was_left_out_is_crossed_in_a_long_text() -> None:
    kept = [*range(100), *range(130, 300)]
    found = align(Table(300, 270, {(i, j): 0.0 for j, i in enumerate(kept)}, 20))
    assert [bead.i for bead in found if not bead.n] == list(range(100, 130))


def test_a_path_without_a_rival_is_sure_and_one_of_two_is_half_sure() -> None:
    sure = align(Table(3, 3, {(at, at): 0.0 for at in range(3)}, 50))
    assert [bead.confidence for bead in sure] == pytest.approx([1, 1, 1], abs=0.01)
    cheap = {(0, 0): 0.0, (1, 0): 0.0}
    assert [bead.confidence for bead in align(Table(2, 1, cheap, 50))] == pytest.approx(
        [0.5, 0.5], abs=0.01
    )
