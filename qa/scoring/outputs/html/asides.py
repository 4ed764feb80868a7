"""What no metric shows: habits of the systems, and how far the metrics agree."""

from qa.scoring import presentation as say
from qa.scoring.model import Agreement, Habit, ScoreReport
from qa.scoring.outputs.html.grids import Cell, number, table
from qa.scoring.outputs.html.markup import Markup

_SHARES = ("copied source", "repetition", "empty")


def habits(report: ScoreReport) -> Markup:
    """Return the habits of each system; empty if none were looked for."""
    ways = list(dict.fromkeys(way for one in report.habits for way in one.terms))
    rows = [_habit(one, ways) for one in report.habits]
    headings = ["system", "length ratio", *_SHARES, *(f"terms, {way}" for way in ways)]
    return table("Habits", headings, rows) if rows else Markup()


def agreement(report: ScoreReport) -> Markup:
    """Return the correlations; empty if there are none."""
    rows = [_agreement(one) for one in report.agreements]
    headings = ["of", "with", "Pearson", "Kendall", "segments"]
    return table("Agreement on segments", headings, rows) if rows else Markup()


def _habit(one: Habit, ways: list[str]) -> list[Cell]:
    shares = [one.copied, one.repeated, one.empty, *(one.terms.get(way) for way in ways)]
    ratio = number(one.length_ratio, f"{one.length_ratio:.3f}")
    return [Cell(one.system), ratio, *(number(share, say.percent(share)) for share in shares)]


def _agreement(one: Agreement) -> list[Cell]:
    return [
        Cell(one.left),
        Cell(one.right),
        number(one.pearson, say.coefficient(one.pearson), abs(one.pearson)),
        number(one.kendall, say.coefficient(one.kendall), abs(one.kendall)),
        number(one.segments, str(one.segments)),
    ]
