"""What stands beside the scores, as tables that every output draws in its own way."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from math import isfinite
from typing import NamedTuple

from qa.scoring import presentation as say
from qa.scoring.model import Habit, ScoreReport, SegmentScore
from qa.scoring.reliability import Correlation, Disagreement

# Two figures of systems, then three of segments.
_TRUST = ("metric", "systems: pairs", "Pearson", "segments: pairs", "Kendall", "Pearson")


class Entry(NamedTuple):
    """A cell: what it shows, and the number that it stands for, if it is one.

    Attributes:
        text: what it shows.
        value: the number.
        share: how much of all there can be, from 0 to 1; None where that is no question.
    """

    text: str
    value: float | None = None
    share: float | None = None


class Table(NamedTuple):
    """A table; the first cell of each row names it."""

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Entry]]


class Disputed(NamedTuple):
    """A segment that metrics disagree on, and its texts."""

    metrics: Disagreement
    hypothesis: str
    reference: str | None
    source: str | None

    @property
    def said(self) -> str:
        """Where each metric puts it among all segments of all systems."""
        one = self.metrics
        return (
            f"{one.left} {say.figure(one.left_score)} is better than {say.percent(one.left_rank)} "
            f"of all, {one.right} {say.figure(one.right_score)} than {say.percent(one.right_rank)}"
        )


def tables(report: ScoreReport) -> Iterator[Table]:
    """Yield what is said of systems and metrics, as far as there are rows."""
    for table in (habits, terms, agreement, trust):
        made = table(report)
        if made.rows:
            yield made


def conditions(report: ScoreReport) -> Table:
    """Return the conditions of a build, those not met first."""
    gates = sorted(report.gates, key=lambda gate: gate.passed)
    rows = [
        [Entry(gate.name), Entry("met" if gate.passed else "not met"), Entry(gate.message)]
        for gate in gates
    ]
    return Table("Conditions", ("condition", "", "found"), rows)


def habits(report: ScoreReport) -> Table:
    """Return what the systems do that no metric shows."""
    headings = ("system", "length ratio", "copied", "repeated", "empty")
    return Table("Habits", headings, [_habit(one) for one in report.habits])


def terms(report: ScoreReport) -> Table:
    """Return what share of the glossary's terms the systems render, by way of matching."""
    ways = list(dict.fromkeys(way for one in report.habits for way in one.terms))
    rows = [[Entry(one.system), *_shares(map(one.terms.get, ways))] for one in report.habits]
    return Table("Terms rendered", ("system", *ways), rows if ways else [])


def agreement(report: ScoreReport) -> Table:
    """Return how far every two metrics agree."""
    rows = [
        [
            Entry(f"{one.left}, {one.right}"),
            _coefficient(one.pearson),
            _coefficient(one.kendall),
            Entry(str(one.segments), one.segments),
        ]
        for one in report.agreements
    ]
    return Table("Agreement on segments", ("metrics", "Pearson", "Kendall", "segments"), rows)


def trust(report: ScoreReport) -> Table:
    """Return how far each metric agrees with people, the best on segments first."""
    best_first = sorted(report.correlations, key=_distrust)
    title = "Agreement with people: share of pairs in their order, and correlations"
    return Table(title, _TRUST, [_trusted(one) for one in best_first])


def disputed(report: ScoreReport, most: int) -> list[Disputed]:
    """Return segments that metrics disagree on, each once, the farthest apart first.

    Args:
        report: with disagreements.
        most: how many.
    """
    apart = sorted(report.disagreements, key=lambda one: -abs(one.left_rank - one.right_rank))
    farthest = {(one.system, one.number): one for one in reversed(apart)}
    segments = {system.name: system.segments for system in report.systems}
    return [
        Disputed(
            one, _text(segments.get(one.system, ()), one.number), *say.given(report, one.number)
        )
        for one in islice(reversed(farthest.values()), most)
    ]


def _text(segments: Sequence[SegmentScore], number: int) -> str:
    return next((one.hypothesis for one in segments[number - 1 : number]), "")


def _habit(one: Habit) -> list[Entry]:
    ratio = Entry(f"{one.length_ratio:.3f}", one.length_ratio)
    return [Entry(one.system), ratio, *_shares((one.copied, one.repeated, one.empty))]


def _shares(shares: Iterable[float | None]) -> Iterator[Entry]:
    return (Entry(say.percent(share), share) for share in shares)


def _coefficient(value: float) -> Entry:
    shown = say.coefficient(value)
    return Entry(shown, value, abs(value)) if isfinite(value) else Entry(shown)


def _trusted(one: Correlation) -> list[Entry]:
    systems = one.system_accuracy, one.system_pearson
    of_segments = one.segment_accuracy, one.segment_grouped_kendall, one.segment_pearson
    return [Entry(one.metric), *map(_coefficient, (*systems, *of_segments))]


def _distrust(one: Correlation) -> tuple[bool, float]:
    """Return where a metric stands; one that cannot be told comes last."""
    return not isfinite(one.segment_accuracy), -one.segment_accuracy
