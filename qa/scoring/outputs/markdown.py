"""Scores as Markdown tables (GitHub's), for a pull request or a page of notes."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TextIO

from qa.regex import lazy
from qa.scoring import presentation as say
from qa.scoring.model import Change, Comparison, Phrase, ScoreReport, SystemScores
from qa.scoring.tabular import Table, conditions, disputed, tables
from qa.text.columns import flat

# What Markdown or HTML would read as their own.
_SPECIAL = lazy(r"[\\`*_\[\]<>#|~&$@^]|:(?=\S)")
_CHANGES = 5
# For a backtick in code, which nothing can escape.
_QUOTE = "'"


def render(report: ScoreReport, out: TextIO) -> None:
    """Write warnings, scores, tests, buckets, changes, phrases, and what stands beside them."""
    scores = (_warnings, _conditions, _systems, _tests)
    for part in (*scores, _buckets, _comparisons, _disputed, _others):
        out.writelines(line + "\n" for line in part(report))


def escaped(text: str) -> str:
    """Return ``text`` on one line, so that Markdown shows it as it is.

    Special characters become character references, which work inside of tables and before any
    other mark, where a backslash would not.
    """
    return _SPECIAL.sub(lambda found: f"&#{ord(found[0])};", flat(text))


def _table(headings: Sequence[str], rows: Sequence[Sequence[str]], names: int = 1) -> Iterator[str]:
    """Yield a table, of which the first columns are words; the cells are Markdown."""
    yield f"| {' | '.join(headings)} |"
    yield "|---" * names + "|--:" * (len(headings) - names) + "|"
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""


def _warnings(report: ScoreReport) -> Iterator[str]:
    for warning in report.warnings:
        yield f"> **Warning:** {escaped(warning)}\n"


def _systems(report: ScoreReport) -> Iterator[str]:
    names = say.metrics(report)
    if not names:
        return
    yield "## Scores\n"
    rows = [
        [escaped(one.name), *(_score(one, metric, report) for metric in names)]
        for one in report.systems
    ]
    arrows = ("↓" if metric in report.lower_is_better else "↑" for metric in names)
    headings = (f"{escaped(name)} {arrow}" for name, arrow in zip(names, arrows, strict=True))
    yield from _table(["system", *headings], rows)
    for metric, signature in say.signatures(report).items():
        yield f"- {escaped(metric)}: `{flat(signature).replace('`', _QUOTE)}`"
    yield ""


def _score(system: SystemScores, metric: str, report: ScoreReport) -> str:
    one = say.score_of(system, metric)
    if one is None:
        return "–"
    figure = say.figure(one.score)
    strong = f"**{figure}**" if system.name in say.leading(report, metric) else figure
    return f"{strong} ({say.interval(one)})" if say.interval(one) else strong


def _tests(report: ScoreReport) -> Iterator[str]:
    kinds = say.kinds_of_test(report)
    rows = [
        [
            f"{escaped(one.left)} − {escaped(one.right)}",
            escaped(one.metric),
            say.signed(one.delta),
            *(escaped(one.chance(kind)) for kind in kinds),
            f"**{escaped(one.favoured)}**" if one.favoured else "could be chance",
        ]
        for one in say.tested(report)
    ]
    if rows:
        yield "## Paired tests\n"
        chances = (f"p, {escaped(kind)}" for kind in kinds)
        yield from _table(["systems", "metric", "difference", *chances, "speaks for"], rows)


def _buckets(report: ScoreReport) -> Iterator[str]:
    metric = say.headline(report) or ""
    names = [system.name for system in report.systems]
    for kind, parts in groupby(report.buckets, key=lambda bucket: bucket.kind):
        yield f"## {escaped(metric)} by {escaped(kind)}\n"
        rows = [
            [escaped(part.name), str(part.segments)]
            + [_known(part.scores.get(name, {}).get(metric)) for name in names]
            for part in parts
        ]
        yield from _table(["", "segments", *map(escaped, names)], rows)


def _known(score: float | None) -> str:
    return "–" if score is None else say.figure(score)


def _comparisons(report: ScoreReport) -> Iterator[str]:
    for one in report.comparisons:
        yield f"## {escaped(one.left)} against {escaped(one.right)}\n"
        for title, changes in (("gains", one.gains), ("loses", one.losses)):
            yield from _changes(one, title, changes[:_CHANGES])
        yield from _phrases(one.left, one.right, one.only_left)
        yield from _phrases(one.right, one.left, one.only_right)


def _changes(one: Comparison, title: str, changes: Sequence[Change]) -> Iterator[str]:
    rows = [
        [
            f"{change.number}" + (f", {escaped(change.document)}" if change.document else ""),
            say.signed(change.delta),
            _marked(change.left, change.left_spans),
            _marked(change.right, change.right_spans),
            escaped(change.reference or ""),
        ]
        for change in changes
    ]
    if rows:
        yield f"Where {escaped(one.left)} {title} most by {escaped(one.metric)}:\n"
        headings = ["segment", "difference", escaped(one.left), escaped(one.right), "reference"]
        yield from _table(headings, rows, names=len(headings))


def _marked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return ``text`` with its differing words strong, by elements since marks may fail at ends."""
    return "".join(
        f"<b>{escaped(one.text)}</b>" if one.marked else escaped(one.text)
        for one in say.pieces(text, spans)
    )


def _phrases(one: str, other: str, phrases: Sequence[Phrase]) -> Iterator[str]:
    rows = [
        [escaped(each.text), str(each.left), str(each.right), str(each.reference)]
        for each in phrases
    ]
    if rows:
        yield f"In the references and in {escaped(one)}, missed by {escaped(other)}:\n"
        yield from _table(["words", "left", "right", "references"], rows)


def _disputed(report: ScoreReport) -> Iterator[str]:
    rows = [
        [
            str(one.metrics.number),
            *map(escaped, (one.metrics.system, one.said, one.hypothesis, one.reference or "")),
        ]
        for one in disputed(report, _CHANGES)
    ]
    if rows:
        yield "## Where metrics disagree\n"
        headings = ["segment", "system", "metrics", "text", "reference"]
        yield from _table(headings, rows, names=len(headings))


def _conditions(report: ScoreReport) -> Iterator[str]:
    judged = conditions(report)
    if judged.rows:
        yield from _drawn(judged, names=len(judged.headings))


def _others(report: ScoreReport) -> Iterator[str]:
    for one in tables(report):
        yield from _drawn(one)


def _drawn(one: Table, names: int = 1) -> Iterator[str]:
    yield f"## {one.title}\n"
    rows = [[escaped(entry.text) for entry in row] for row in one.rows]
    yield from _table([*map(escaped, one.headings)], rows, names)
