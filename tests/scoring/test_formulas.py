"""Formulas over rows give what sacrebleu gives for each row, with 32 bits and with 64."""

from typing import Any

import numpy as np
import pytest
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF
from sacrebleu.metrics.ter import TER

from qa.scoring import formulas


def peer(metric: Any, rows: Any) -> list[float]:
    return [metric._compute_score_from_stats(row).score for row in rows]  # noqa: SLF001


def drawn(bits: str, columns: int) -> Any:
    return np.random.default_rng(3).integers(0, 4, size=(400, columns)).astype(bits)


def bleu_rows(bits: str) -> Any:
    """Return rows whose orders of n-grams shrink, some to nothing, as those of texts do."""
    rows = drawn(bits, 10)
    rows[:, 6:] = np.sort(rows[:, 6:], axis=1)[:, ::-1]
    rows[:, 2:6] = np.minimum(np.sort(rows[:, 2:6], axis=1)[:, ::-1], rows[:, 6:])
    rows[:, 0] = rows[:, 6]
    return rows


@pytest.mark.parametrize("bits", ["float32", "float64"])
@pytest.mark.parametrize("effective", [False, True])
def test_bleu_is_that_of_sacrebleu(bits: str, *, effective: bool) -> None:
    rows = bleu_rows(bits)
    found = formulas.bleu(rows, effective_order=effective)
    assert found.tolist() == peer(BLEU(effective_order=effective), rows)


@pytest.mark.parametrize("bits", ["float32", "float64"])
@pytest.mark.parametrize("words", [0, 2])
def test_chrf_is_that_of_sacrebleu(bits: str, words: int) -> None:
    rows = drawn(bits, 18 + 3 * words)
    assert formulas.chrf(rows).tolist() == peer(CHRF(word_order=words), rows)
    empty = np.zeros((2, 18), bits)
    assert formulas.chrf(empty).tolist() == [0.0, 0.0]


@pytest.mark.parametrize("bits", ["float32", "float64"])
def test_ter_is_that_of_sacrebleu_and_one_of_nothing_is_told_apart(bits: str) -> None:
    rows = drawn(bits, 2)
    assert formulas.ter(rows).tolist() == peer(TER(), rows)
    assert formulas.ter(np.array([[3.0, 0.0], [0.0, 0.0]], bits)).tolist() == [100.0, 0.0]
