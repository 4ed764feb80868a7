"""Scores of sacrebleu from many rows of summed statistics at once, equal to the last digit.

sacrebleu works one row at a time, on numbers of 32 bits when it resamples. Sums, products and
quotients of arrays round alike; logarithms, exponentials and the sum of logarithms are left to
``math`` and ``sum``, because those of numpy may differ in the last digit.
"""

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qa.scoring.resampling import Numbers

ORDERS = 4
# Stands for the logarithm of zero.
LOWEST = -9999999999.0


def bleu(summed: "Numbers", *, effective_order: bool) -> "Numbers":
    """Return BLEU with exponential smoothing (mteval-v13a) for every row.

    Args:
        summed: rows of the lengths of hypothesis and reference, four numbers of n-grams found,
            and four numbers of n-grams.
        effective_order: leave out orders of n-grams that are longer than the hypothesis.
    """
    import numpy as np

    precisions, reached = _precisions(summed)
    orders = reached.sum(axis=1) if effective_order else np.full(len(summed), ORDERS)
    rows = zip(precisions.tolist(), orders.tolist(), summed[:, :2].tolist(), strict=True)
    return np.array([_bleu(*row) for row in rows], dtype=np.float64)


def _precisions(summed: "Numbers") -> tuple["Numbers", "Numbers"]:
    """Return the smoothed precision of every order, and whether the hypothesis is that long."""
    import numpy as np

    found, total = summed[:, 2 : 2 + ORDERS], summed[:, 2 + ORDERS :]
    reached = np.logical_and.accumulate(total > 0, axis=1)
    halvings = np.cumsum(reached & (found == 0), axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        smoothed = 100.0 / (np.exp2(halvings).astype(summed.dtype) * total)
        precisions = np.where(found > 0, 100.0 * found / total, smoothed)
    return np.where(reached & found.any(axis=1, keepdims=True), precisions, 0), reached


def _bleu(precisions: list[float], orders: int, lengths: list[float]) -> float:
    if not any(precisions):
        return 0.0
    hypothesis, reference = int(lengths[0]), int(lengths[1])
    brevity = math.exp(1 - reference / hypothesis) if hypothesis < reference else 1.0
    logarithms = [math.log(one) if one else LOWEST for one in precisions[:orders]]
    return brevity * math.exp(sum(logarithms) / orders)


def chrf(summed: "Numbers") -> "Numbers":
    """Return chrF with a beta of 2 and effective orders for every row.

    Args:
        summed: rows of three numbers for each order: n-grams of the hypothesis, of the
            reference, and of both.
    """
    import numpy as np

    precision, recall = _averages(summed)
    with np.errstate(divide="ignore", invalid="ignore"):
        scores = 5 * precision * recall / (4 * precision + recall)
    return _completed(100 * scores, precision + recall == 0, 0.0)


def _averages(summed: "Numbers") -> tuple["Numbers", "Numbers"]:
    import numpy as np

    precision = recall = np.zeros(len(summed), dtype=summed.dtype)
    orders = np.zeros(len(summed), dtype=summed.dtype)
    for at in range(0, summed.shape[1], 3):
        hypothesis, reference, both = summed[:, at], summed[:, at + 1], summed[:, at + 2]
        counted = (hypothesis > 0) & (reference > 0)
        precision = precision + _quotient(both, hypothesis, counted)
        recall = recall + _quotient(both, reference, counted)
        orders += counted
    some = orders > 0
    return _quotient(precision, orders, some), _quotient(recall, orders, some)


def _quotient(above: "Numbers", below: "Numbers", where: "Numbers") -> "Numbers":
    import numpy as np

    return np.divide(above, below, out=np.zeros_like(above), where=where)


def ter(summed: "Numbers") -> "Numbers":
    """Return TER for every row of a number of edits and a length of the reference."""
    edits, length = summed[:, 0], summed[:, 1]
    scores = 100 * _quotient(edits, length, length > 0)
    scores = _completed(scores, (length <= 0) & (edits > 0), 100.0)
    return _completed(scores, (length <= 0) & (edits <= 0), 0.0)


def _completed(scores: "Numbers", where: "Numbers", value: float) -> "Numbers":
    """Put a constant where it applies; one such makes sacrebleu's whole array one of 64 bits."""
    import numpy as np

    return np.where(where, np.float64(value), scores) if where.any() else scores
