"""The steps of training that fit a score; imported only where scikit-learn is."""

from collections.abc import Sequence
from random import Random
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from qa.corpus import Kind
from qa.translationese import fitting
from qa.translationese.features.ngrams import Gram
from qa.translationese.fitting import Numbers
from qa.translationese.material import Material, Piece, cut, fold, weights

_LENGTHS = (110, 220)
FOLDS = 5
_MOST_FEATURES = 20_000

Rows = NDArray[np.int64]


class Design(NamedTuple):
    """Pieces of text and their rates, one row a piece, one column a run."""

    pieces: Sequence[Piece]
    matrix: Any

    @property
    def folds(self) -> Rows:
        """The fold of every piece."""
        return np.array([fold(piece.sample, FOLDS) for piece in self.pieces])

    def means(self) -> list[float]:
        """Return the mean rate of every run."""
        rates: list[float] = np.asarray(self.matrix.mean(axis=0)).ravel().tolist()
        return rates

    def part(self, rows: Rows) -> "Design":
        """Return some of the pieces."""
        return Design([self.pieces[row] for row in rows], self.matrix[rows])

    @property
    def origins(self) -> list[str]:
        """The source language of every piece, empty where not known."""
        return [piece.sample.origin or "" for piece in self.pieces]

    def of_origins(self, languages: Sequence[str]) -> "Design":
        """Return the pieces translated from some languages."""
        return self.part(np.flatnonzero([origin in languages for origin in self.origins]))

    def of_kinds(self, *kinds: Kind) -> "Design":
        """Return the pieces of some kinds."""
        known = [piece.sample.kind in kinds for piece in self.pieces]
        return self.part(np.flatnonzero(known))


class Score(NamedTuple):
    """A linear score; ``weights`` has one number for every run, mostly 0."""

    bias: float
    weights: Numbers

    def of(self, design: Design) -> Numbers:
        """Return the score of every piece."""
        scores: Numbers = design.matrix @ self.weights + self.bias
        return scores


class Judged(NamedTuple):
    """A piece, the length it was cut to, and its score from a fit that never saw its outlet."""

    piece: Piece
    length: int
    score: float


def design(material: Material, lengths: Sequence[int] = _LENGTHS) -> Design:
    """Cut the text into pieces and measure the rates of all runs in them."""
    pieces = cut(material, lengths)
    columns: dict[Gram, int] = {run: column for column, run in enumerate(material.evidence)}
    return Design(pieces, fitting.rates([piece.stream for piece in pieces], columns))


def fit(
    training: Design, negative: Kind = Kind.NATIVE, columns: Sequence[int] | None = None
) -> Score:
    """Fit a score that is higher for the other kinds than for the ``negative`` one.

    Args:
        training: the pieces to learn from.
        negative: the kind that is to score low.
        columns: the runs that may count; None for the twenty thousand that move a first fit most.
    """
    labels = [piece.sample.kind is not negative for piece in training.pieces]
    sizes = np.array(weights(training.pieces, negative))
    if columns is None:
        first, _ = fitting.linear(training.matrix, labels, sizes)
        columns = fitting.strongest(training.matrix, first, _MOST_FEATURES).tolist()
    chosen, bias = fitting.linear(training.matrix[:, columns], labels, sizes)
    everything = np.zeros(training.matrix.shape[1])
    everything[columns] = chosen
    return Score(bias, everything)


def divisible(training: Design, negative: Kind = Kind.NATIVE) -> bool:
    """Tell whether both classes remain whichever part of the outlets is held back."""
    labels = np.array([piece.sample.kind is not negative for piece in training.pieces])
    kept = (labels[training.folds != held] for held in range(FOLDS))
    return all(len(np.unique(part)) > 1 for part in kept)


def cross_validate(
    training: Design,
    judged: dict[int, Design],
    negative: Kind = Kind.NATIVE,
    columns: Sequence[int] | None = None,
) -> list[Judged]:
    """Score the pieces of every length, each by a fit without its outlet or year."""
    found = []
    for held in range(FOLDS):
        score = fit(training.part(np.flatnonzero(training.folds != held)), negative, columns)
        found += [
            Judged(piece, length, float(one))
            for length, pieces in judged.items()
            for part in [pieces.part(np.flatnonzero(pieces.folds == held))]
            for piece, one in zip(part.pieces, score.of(part), strict=True)
        ]
    return found


def refit(
    training: Design, judged: dict[int, Design], refits: int, seed: int
) -> dict[int, Numbers]:
    """Score pieces by refits on outlets drawn with replacement.

    Returns:
        For every length, one row a refit and one column a piece; NaN where the refit saw the
        outlet of the piece.
    """
    members = _members(training.pieces)
    rows: dict[int, list[Numbers]] = {length: [] for length in judged}
    generator = Random(seed)  # noqa: S311 - resampling is no secret
    for _ in range(refits):
        drawn = generator.choices(sorted(members), k=len(members))
        score = fit(training.part(np.concatenate([members[outlet] for outlet in drawn])))
        for length, pieces in judged.items():
            rows[length].append(_unseen(score, pieces, frozenset(drawn)))
    return {length: np.stack(scores) for length, scores in rows.items()}


def _unseen(score: Score, judged: Design, seen: frozenset[str]) -> Numbers:
    known = np.array([piece.sample.outlet in seen for piece in judged.pieces])
    return np.where(known, np.nan, score.of(judged))


def _members(pieces: Sequence[Piece]) -> dict[str, Rows]:
    found: dict[str, list[int]] = {}
    for row, piece in enumerate(pieces):
        found.setdefault(piece.sample.outlet, []).append(row)
    return {outlet: np.array(rows) for outlet, rows in found.items()}
