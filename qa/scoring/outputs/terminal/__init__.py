"""Scores for reading on a terminal: warnings first, then who leads, whether it is real, and why.

Colour appears on a terminal only, and never when ``NO_COLOR`` is set (https://no-color.org); words
that differ stand in brackets where there is no colour.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from shutil import get_terminal_size
from typing import TextIO

from qa.scoring import presentation as say
from qa.scoring.model import Bucket, ScoreReport, SystemScores
from qa.scoring.outputs.terminal.changes import argument, comparison
from qa.scoring.outputs.terminal.layout import Screen, bar, fitting, table
from qa.scoring.tabular import conditions, disputed, tables
from qa.text.columns import clipped, flat, width

_STRONG, _WARNING, _QUIET, _DRAWN = "1", "33;1", "2", "36"
_WIDEST = 120
_GAP = "   "
# More parts of a kind than these are for the page.
_PARTS = 12
_DISPUTED = 3


def render(report: ScoreReport, out: TextIO) -> None:
    """Write the report for the width and the colours of ``out``."""
    coloured = out.isatty() and "NO_COLOR" not in os.environ
    screen = Screen(min(get_terminal_size().columns, _WIDEST), coloured)
    scores = (_warnings, _conditions, _systems, _tests)
    for part in (*scores, _comparisons, _buckets, _disputed, _others):
        out.writelines(line.rstrip() + "\n" for line in part(report, screen))


def _titled(title: str, lines: Iterable[str], screen: Screen) -> Iterator[str]:
    yield screen.paint(clipped(flat(title), screen.width), _STRONG)
    yield from lines
    yield ""


def _warnings(report: ScoreReport, screen: Screen) -> Iterator[str]:
    for warning in report.warnings:
        first, *rest = screen.wrapped(f"warning: {warning}", "")
        yield first.replace("warning:", screen.paint("warning:", _WARNING), 1)
        yield from rest
    if report.warnings:
        yield ""


def _systems(report: ScoreReport, screen: Screen) -> Iterator[str]:
    for metric, signature in say.signatures(report).items():
        better = " (lower is better)" if metric in report.lower_is_better else ""
        yield from _titled(metric + better, _standing(report, metric, screen), screen)
        for line in _signed(signature, screen):
            yield screen.paint(line, _QUIET)
        yield ""


def _signed(signature: str, screen: Screen) -> list[str]:
    """Return the lines of a signature, which is there to be copied: whole, divided at a bar."""
    whole = screen.wrapped(signature, "  ")
    if len(whole) == 1:
        return whole
    divided = screen.wrapped(signature.replace("|", "| "), "  ")
    return [line.replace("| ", "|") for line in divided]


def _standing(report: ScoreReport, metric: str, screen: Screen) -> Iterator[str]:
    systems = [one for one in say.ordered(report, metric) if say.score_of(one, metric)]
    rows = [_scored(system, metric) for system in systems]
    heading, *lines = table(("system", "cluster", "score", "95 % interval"), rows, screen.width)
    yield heading
    bars = _bars(systems, metric, screen.width - max(map(width, lines)) - len(_GAP))
    leading = say.leading(report, metric)
    for line, system, drawn in zip(lines, systems, bars, strict=True):
        shown = screen.paint(line, _STRONG) if system.name in leading else line
        yield shown + _GAP + screen.paint(drawn, _DRAWN)


def _scored(system: SystemScores, metric: str) -> tuple[str, ...]:
    one = say.score_of(system, metric)
    rank = str(system.rank.get(metric, ""))
    return system.name, rank, say.figure(one.score) if one else "", say.interval(one) if one else ""


def _bars(systems: Sequence[SystemScores], metric: str, cells: int) -> list[str]:
    """Return a bar for each system on one scale."""
    scores = [one for system in systems if (one := say.score_of(system, metric))]
    limits = [say.limits(one) for one in scores]
    ends = min(low for low, _ in limits), max(high for _, high in limits)
    return [
        bar(low, one.score, high, ends, cells)
        for one, (low, high) in zip(scores, limits, strict=True)
    ]


def _tests(report: ScoreReport, screen: Screen) -> Iterator[str]:
    kinds = say.kinds_of_test(report)
    rows = [
        (
            one.left,
            one.right,
            one.metric,
            say.signed(one.delta),
            *(one.chance(kind) for kind in kinds),
            "*" if one.favoured else "",
        )
        for one in say.tested(report)
    ]
    headings = ("left", "right", "metric", "difference", *kinds, "")
    if rows:
        lines = table(headings, rows, screen.width, names=2)
        title = f"Paired tests: p-values; * where all are below {say.SIGNIFICANT}"
        yield from _titled(title, lines, screen)


def _comparisons(report: ScoreReport, screen: Screen) -> Iterator[str]:
    for one in report.comparisons:
        yield from _titled(f"{one.left} against {one.right}", comparison(one, screen), screen)


def _buckets(report: ScoreReport, screen: Screen) -> Iterator[str]:
    metric = say.headline(report) or ""
    names = [system.name for system in say.ordered(report, metric)]
    for kind, parts in groupby(report.buckets, key=lambda bucket: bucket.kind):
        lines = _parts(list(parts), names, metric, screen)
        yield from _titled(f"{metric} by {kind}", lines, screen)


def _parts(
    parts: Sequence[Bucket], names: Sequence[str], metric: str, screen: Screen
) -> Iterator[str]:
    longest = max(width(flat(part.name)) for part in parts)
    taken = min(longest, screen.width // 3) + len("  segments  ")
    shown = names[: fitting(names, taken, screen.width)]
    rows = [_part(part, metric, shown) for part in parts[:_PARTS]]
    yield from table(("", "segments", *shown), rows, screen.width)
    if len(parts) > _PARTS or len(names) > len(shown):
        yield f"  {len(rows)} of {len(parts)} parts, {len(shown)} of {len(names)} systems"


def _part(part: Bucket, metric: str, names: Sequence[str]) -> tuple[str, ...]:
    scores = [part.scores.get(name, {}).get(metric) for name in names]
    figures = ("–" if score is None else say.figure(score) for score in scores)
    return part.name, str(part.segments), *figures


def _disputed(report: ScoreReport, screen: Screen) -> Iterator[str]:
    lines = [line for one in disputed(report, _DISPUTED) for line in argument(one, screen)]
    if lines:
        yield from _titled("Where metrics disagree", lines, screen)


def _conditions(report: ScoreReport, screen: Screen) -> Iterator[str]:
    judged = conditions(report)
    said = (f"{outcome.text}: {name.text}: {found.text}" for name, outcome, found in judged.rows)
    lines = [line for one in said for line in screen.wrapped(one, "  ")]
    if lines:
        yield from _titled(judged.title, lines, screen)


def _others(report: ScoreReport, screen: Screen) -> Iterator[str]:
    for one in tables(report):
        rows = [[entry.text for entry in row] for row in one.rows]
        yield from _titled(one.title, table(one.headings, rows, screen.width), screen)
