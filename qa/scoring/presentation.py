"""What every output of scores says in the same way: order, figures, and marked words."""

from collections.abc import Iterable, Iterator
from math import inf, isfinite
from typing import NamedTuple

from qa.scoring.model import Change, Difference, Score, ScoreReport, SystemScores

# Below this chance of an accident, a difference is called real.
SIGNIFICANT = 0.05
# Headline metric where there is a choice: the lexical one that agrees best with people.
_HEADLINE = "chrF2"
_LEAST = 0.001
# Systems from here on share one colour.
COLOURS = 6


class Piece(NamedTuple):
    """A part of a text, and whether the other system does not have it."""

    text: str
    marked: bool


class Tested(NamedTuple):
    """Two systems and a metric: the difference, and its p-value by each kind of test.

    ``favoured`` is the system that the tests speak for; None where it could be chance.
    """

    left: str
    right: str
    metric: str
    delta: float
    chances: dict[str, float]
    favoured: str | None

    def chance(self, kind: str) -> str:
        """Return the p-value by one kind of test; a dash where it was not made."""
        return chance(self.chances[kind]) if kind in self.chances else "–"


def metrics(report: ScoreReport) -> list[str]:
    """Return the names of the metrics of a report, in its order."""
    return list(dict.fromkeys(one.metric for system in report.systems for one in system.scores))


def headline(report: ScoreReport) -> str | None:
    """Return the metric to show where there is room for one; None if nothing was scored."""
    names = metrics(report)
    compared = [comparison.metric for comparison in report.comparisons]
    return next((name for name in (*compared, _HEADLINE) if name in names), None) or next(
        iter(names), None
    )


def score_of(system: SystemScores, metric: str) -> Score | None:
    """Return what ``system`` scores by ``metric``, if that was measured."""
    return next((one for one in system.scores if one.metric == metric), None)


def ordered(report: ScoreReport, metric: str) -> list[SystemScores]:
    """Return the systems from best to worst by ``metric``; those without a score come last."""
    sign = 1 if metric in report.lower_is_better else -1

    def place(system: SystemScores) -> tuple[float, float]:
        one = score_of(system, metric)
        return system.rank.get(metric, inf), sign * one.score if one else inf

    return sorted(report.systems, key=place)


def leading(report: ScoreReport, metric: str) -> set[str]:
    """Return the names of the systems in the best cluster, or of the best where none are ranked."""
    ranked = {system.name for system in report.systems if system.rank.get(metric) == 1}
    return ranked or {system.name for system in ordered(report, metric)[:1]}


def series(report: ScoreReport) -> dict[str, int]:
    """Return the colour of each system, from 0 for the best; the many share the last."""
    best_first = ordered(report, headline(report) or "")
    return {system.name: min(n, COLOURS) for n, system in enumerate(best_first)}


def signatures(report: ScoreReport) -> dict[str, str]:
    """Return the signature of every metric."""
    return {one.metric: one.signature for system in report.systems for one in system.scores}


def tested(report: ScoreReport) -> list[Tested]:
    """Return the paired tests, those of the same systems and metric in one."""
    grouped: dict[tuple[str, str, str], list[Difference]] = {}
    for one in report.differences:
        grouped.setdefault((one.left, one.right, one.metric), []).append(one)
    lower_is_better = report.lower_is_better
    return [
        Tested(
            *pair,
            together[0].delta,
            {one.test: one.p for one in together},
            _favoured(together, higher_is_better=pair[-1] not in lower_is_better),
        )
        for pair, together in grouped.items()
    ]


def _favoured(together: list[Difference], *, higher_is_better: bool) -> str | None:
    one = together[0]
    if one.delta == 0 or any(test.p >= SIGNIFICANT for test in together):
        return None
    return one.left if (one.delta > 0) == higher_is_better else one.right


def kinds_of_test(report: ScoreReport) -> list[str]:
    """Return the kinds of paired test that were made."""
    return list(dict.fromkeys(one.test for one in report.differences))


def figure(score: float) -> str:
    """Return a score with the two decimals that papers print."""
    return f"{score:.2f}"


def signed(delta: float) -> str:
    """Return a difference of scores with its sign."""
    return f"{delta:+.2f}".replace("-", "−")


def interval(score: Score, dash: str = "–") -> str:
    """Return the interval of a score; empty if there is none."""
    if score.low is None or score.high is None:
        return ""
    return f"{score.low:.2f}{dash}{score.high:.2f}"


def limits(score: Score) -> tuple[float, float]:
    """Return the ends of the interval of a score; the score itself where there is none."""
    low = score.score if score.low is None else score.low
    return low, score.score if score.high is None else score.high


def coefficient(value: float) -> str:
    """Return a correlation; a dash where it cannot be told."""
    return f"{value:.3f}".replace("-", "−") if isfinite(value) else "–"


def chance(p: float) -> str:
    """Return a p-value with three decimals, and never as nought."""
    return f"< {_LEAST}" if p < _LEAST else f"{p:.3f}"


def percent(share: float | None) -> str:
    """Return a share as a percentage; a dash where it is not known."""
    return "–" if share is None else f"{share:.1%}"


def pieces(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[Piece]:
    """Yield ``text`` in order, cut at ``spans``, which may touch but not overlap."""
    end = 0
    for start, stop in spans:
        if text[end:start]:
            yield Piece(text[end:start], marked=False)
        yield Piece(text[start:stop], marked=True)
        end = stop
    if text[end:]:
        yield Piece(text[end:], marked=False)


def given(report: ScoreReport, number: int) -> tuple[str | None, str | None]:
    """Return the first reference and the source of a segment by its number, as far as known."""
    at = slice(number - 1, number)
    return next(iter(report.references[at]), None), next(iter(report.sources[at]), None)


def changes(report: ScoreReport) -> Iterator[Change]:
    """Yield every change of every comparison."""
    for comparison in report.comparisons:
        yield from comparison.gains
        yield from comparison.losses
