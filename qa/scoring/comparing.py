"""Two systems side by side: where one gains, where it loses, and by which words."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qa.scoring import phrases
from qa.scoring.model import Change, Comparison, System, TestSet
from qa.scoring.reference_grams import reference_grams
from qa.scoring.wording import differences

if TYPE_CHECKING:
    from qa.scoring.correlation import Scores


def compare(  # noqa: PLR0913, PLR0917 - two systems with their scores are four
    test_set: TestSet,
    left: System,
    right: System,
    metric: str,
    left_scores: "Sequence[float] | Scores",
    right_scores: "Sequence[float] | Scores",
    *,
    top: int = 20,
    higher_is_better: bool = True,
) -> Comparison:
    """Say what ``left`` gains and loses against ``right``.

    Args:
        test_set: what both were scored against.
        left: the system whose gains are gains.
        right: the system that it is measured by.
        metric: the name of the metric.
        left_scores: the metric's score of every segment of ``left``.
        right_scores: the same of ``right``.
        top: how many segments and n-grams of each kind at most.
        higher_is_better: False for error rates, whose gains have a ``delta`` below 0.

    Returns:
        The segments by the size of the difference, those that do not differ left out, and the
        n-grams of the references that only one produces (see ``phrases.favoured``).
    """
    import numpy as np

    deltas = np.subtract(left_scores, right_scores)
    gained = deltas if higher_is_better else -deltas
    order = np.argsort(-gained, kind="stable")
    gains = [index for index in order[:top].tolist() if gained[index] > 0]
    losses = [index for index in order[: -top - 1 : -1].tolist() if gained[index] < 0]
    tag = test_set.target_language or "und"
    only_left, only_right = phrases.between(
        reference_grams(test_set.references, tag), left, right, top
    )
    return Comparison(
        left.name,
        right.name,
        metric,
        tuple(_change(test_set, left, right, index, float(deltas[index])) for index in gains),
        tuple(_change(test_set, left, right, index, float(deltas[index])) for index in losses),
        only_left,
        only_right,
    )


def _change(test_set: TestSet, left: System, right: System, index: int, delta: float) -> Change:
    texts = left.hypotheses[index], right.hypotheses[index]
    spans = differences(*texts, test_set.target_language or "und")
    references = (stream[index] for stream in test_set.references)
    return Change(
        index + 1,
        test_set.documents[index] if test_set.documents else None,
        delta,
        *texts,
        next((one for one in references if one is not None), None),
        test_set.sources[index] if test_set.sources else None,
        *spans,
    )
