"""Conditions that a build must meet."""

from collections.abc import Iterator, Mapping, Sequence

from qa.errors import QAError
from qa.scoring.model import Difference, Gate, Habit, ScoreReport

# How a term may be rendered so that it counts: in any of its forms.
TERMS = "inflected"


def limits(asked: Sequence[str], names: Mapping[str, str]) -> dict[str, float]:
    """Return the least score by metric from conditions such as ``chrf=55``.

    Args:
        asked: the conditions.
        names: the names of metrics in reports, by the names that users give.

    Raises:
        QAError: a condition is not ``METRIC=NUMBER``, or its metric is not computed.
    """
    return dict(_limit(one, names) for one in asked)


def _limit(asked: str, names: Mapping[str, str]) -> tuple[str, float]:
    name, _, figure = asked.partition("=")
    if name.casefold() not in names:
        raise QAError(
            f"--fail-under {asked}: there is no score by '{name}'", f"add --metric {name}"
        )
    try:
        return names[name.casefold()], float(figure)
    except ValueError as error:
        raise QAError(
            f"--fail-under {asked}: '{figure}' is no number", "write METRIC=NUMBER, such as chrf=55"
        ) from error


def least_scores(report: ScoreReport, least: Mapping[str, float]) -> Iterator[Gate]:
    """Yield for every system whether it reaches a score; an error rate must not exceed it."""
    for system in report.systems:
        for score in system.scores:
            if score.metric in least:
                limit = least[score.metric]
                higher = score.higher_is_better
                passed = score.score >= limit if higher else score.score <= limit
                name = (
                    f"{system.name}: {score.metric} {'at least' if higher else 'at most'} {limit:g}"
                )
                yield Gate(name, passed, f"{score.metric} is {score.score:.2f}")


def not_worse(report: ScoreReport, base: str, level: float) -> Iterator[Gate]:
    """Yield for every system and metric whether it is not significantly worse than ``base``.

    Args:
        report: with tests between systems.
        base: the name of the system to compare with.
        level: a difference with a lower p-value is real.
    """
    lower_is_better = report.lower_is_better
    for one in report.differences:
        if base in {one.left, one.right}:
            gain = _gain(one, base) * (-1 if one.metric in lower_is_better else 1)
            other = one.left if one.right == base else one.right
            yield Gate(
                f"{other}: {one.metric} not worse than {base}",
                gain >= 0 or one.p >= level,
                f"the difference is {_gain(one, base):+.2f} (p = {one.p:.4f}, {one.test})",
            )


def _gain(difference: Difference, base: str) -> float:
    return difference.delta if difference.right == base else -difference.delta


def terms_rendered(habits: Sequence[Habit], least: float) -> Iterator[Gate]:
    """Yield for every system whether it renders enough terms of the glossary.

    Raises:
        QAError: no term of the glossary is in the test set, so that nothing can be said.
    """
    for habit in habits:
        if TERMS not in habit.terms:
            raise QAError(
                "--min-term-accuracy: no term of the glossary is in the segments",
                "check the languages of the glossary, and that --source is given",
            )
        share = habit.terms[TERMS]
        name = f"{habit.system}: terms rendered at least {least:g}"
        yield Gate(name, share >= least, f"the share of terms rendered is {share:.3f}")
