"""What stands beside the scores: habits, agreement of metrics and people, conditions."""

from qa.markup import Markup
from qa.pages.grids import Cell, number, table
from qa.scoring import tabular
from qa.scoring.model import ScoreReport
from qa.scoring.tabular import Table

_DISPUTED = 30


def conditions(report: ScoreReport) -> Markup:
    """Return the conditions of the build; empty if there are none."""
    return _drawn(tabular.conditions(report))


def habits(report: ScoreReport) -> Markup:
    """Return the habits of each system; empty if none were looked for."""
    return _drawn(tabular.habits(report))


def terms(report: ScoreReport) -> Markup:
    """Return how many terms of the glossary each system renders; empty without a glossary."""
    return _drawn(tabular.terms(report))


def agreement(report: ScoreReport) -> Markup:
    """Return how far metrics agree with each other; empty if that was not measured."""
    return _drawn(tabular.agreement(report))


def trust(report: ScoreReport) -> Markup:
    """Return how far metrics agree with people; empty if that was not measured."""
    return _drawn(tabular.trust(report))


def disputed(report: ScoreReport) -> Markup:
    """Return the segments that metrics disagree on; empty if there are none."""
    rows = [
        [
            number(one.metrics.number, str(one.metrics.number)),
            *map(Cell, (one.metrics.system, one.said, one.hypothesis, one.reference or "")),
        ]
        for one in tabular.disputed(report, _DISPUTED)
    ]
    headings = ["segment", "system", "metrics", "text", "reference"]
    return table("Where metrics disagree", headings, rows) if rows else Markup()


def _drawn(one: Table) -> Markup:
    rows = [[Cell(*entry) for entry in row] for row in one.rows]
    return table(one.title, one.headings, rows) if rows else Markup()
