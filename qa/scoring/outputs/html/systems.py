"""How the systems stand: ranks, intervals, tests, distributions, buckets and documents."""

from collections.abc import Iterator
from itertools import groupby
from math import isfinite

from qa.markup import Markup, element, joined
from qa.pages.grids import Cell, number, shades, table
from qa.scoring import presentation as say
from qa.scoring.model import Bucket, ScoreReport, SystemScores
from qa.scoring.outputs.html.plots import Dot, Row, distributions, dot_plot

# A plot with more rows than this is longer than anyone reads; the table of documents goes on.
_ROWS = 40
_DOCUMENT = "document"


def legend(report: ScoreReport) -> Markup:
    """Return the marks and names of the systems that have a colour of their own."""
    colours = say.series(report)
    items = [_item(n, name) for name, n in colours.items() if n < say.COLOURS]
    others = len(colours) - len(items)
    more = [_item(say.COLOURS, f"{others} more")] if others else []
    return element("ul", *items, *more, class_="legend")


def _item(colour: int, name: str) -> Markup:
    return element("li", _mark(colour), element("bdi", name), class_=f"series-{colour}")


def _mark(colour: int) -> Markup:
    drawn = element("use", href=f"#mark-{colour}", x=8, y=8)
    return element("svg", drawn, width=16, height=16, aria_hidden="true")


def standing(report: ScoreReport, metric: str) -> Markup:
    """Return the dot plot of the systems with their intervals, best first."""
    colours = say.series(report)
    rows = [
        Row(
            system.name,
            [_dot(system, metric, colours)],
            _said(system, metric),
            _rank(system, metric),
        )
        for system in say.ordered(report, metric)
        if _measured(system, metric)
    ]
    title = f"{metric} of the whole set{_direction(report, metric)}"
    return dot_plot(rows, title) if rows else Markup()


def spread(report: ScoreReport, metric: str) -> Markup:
    """Return the histograms of the segment scores."""
    colours = say.series(report)
    rows = [
        (_dot(system, metric, colours), values)
        for system in say.ordered(report, metric)
        if _measured(system, metric) and (values := _values(system, metric))
    ]
    return distributions(rows, f"{metric} of the segments") if rows else Markup()


def buckets(report: ScoreReport, metric: str) -> Markup:
    """Return a dot plot for each kind of bucket but documents, which have their own table."""
    told = any(system.documents for system in report.systems)
    shown = (one for one in report.buckets if not (told and one.kind == _DOCUMENT))
    named = groupby(shown, key=lambda bucket: bucket.kind)
    return joined(*(_kind(kind, list(parts), report, metric) for kind, parts in named))


def documents(report: ScoreReport, metric: str) -> Markup:
    """Return the scores of all systems on all documents, shaded from worst to best."""
    known = {
        (one.document, system.name): one.scores.get(metric)
        for system in report.systems
        for one in system.documents
    }
    sizes = {one.document: one.segments for system in report.systems for one in system.documents}
    if not sizes:
        return Markup()
    colouring = shades(list(known.values()), reverse=metric in report.lower_is_better)
    shade = dict(zip(known, colouring, strict=True))
    names = [system.name for system in report.systems]
    rows = [
        [Cell(document), number(size, str(size))]
        + [_score(known.get((document, name)), shade.get((document, name))) for name in names]
        for document, size in sizes.items()
    ]
    return table(f"{metric} by document", ["document", "segments", *names], rows)


def scores(report: ScoreReport) -> Markup:
    """Return the scores of all systems by all metrics, and the signatures."""
    names = say.metrics(report)
    if not names:
        return Markup()
    best = {metric: say.leading(report, metric) for metric in names}
    rows = [
        [Cell(system.name), *(_scored(system, metric, best[metric]) for metric in names)]
        for system in report.systems
    ]
    signed = (
        joined(element("dt", metric), element("dd", element("code", signature)))
        for metric, signature in say.signatures(report).items()
    )
    shown = table("Scores; the best cluster is bold", ["system", *names], rows)
    said = element("summary", "Signatures, to cite with the scores")
    return joined(shown, element("details", said, element("dl", *signed)))


def tests(report: ScoreReport, metric: str) -> Markup:
    """Return the paired tests: a row for each pair of systems, a column for each kind of test."""
    kinds = say.kinds_of_test(report)
    rows = [_test(one, kinds) for one in say.tested(report) if one.metric == metric]
    headings = ["systems", "difference", *(f"p, {kind}" for kind in kinds), "speaks for"]
    return table(f"Paired tests by {metric}", headings, rows) if rows else Markup()


def _test(one: say.Tested, kinds: list[str]) -> list[Cell]:
    return [
        Cell(f"{one.left} − {one.right}"),
        number(one.delta, say.signed(one.delta)),
        *(number(one.chances.get(kind), one.chance(kind)) for kind in kinds),
        Cell(one.favoured or "could be chance", strong=one.favoured is not None),
    ]


def _kind(kind: str, parts: list[Bucket], report: ScoreReport, metric: str) -> Markup:
    rows = [row for bucket in parts[:_ROWS] for row in _bucket(bucket, report, metric)]
    return dot_plot(rows, f"{metric} by {kind}") if rows else Markup()


def _bucket(bucket: Bucket, report: ScoreReport, metric: str) -> Iterator[Row]:
    dots = [
        Dot(n, name, bucket.scores[name][metric])
        for name, n in say.series(report).items()
        if isfinite(bucket.scores.get(name, {}).get(metric, float("nan")))
    ]
    if dots:
        best = (min if metric in report.lower_is_better else max)(dots, key=lambda dot: dot.value)
        said = f"{best.name} {say.figure(best.value)}"
        yield Row(bucket.name, dots, said, f"{bucket.segments} segments")


def _dot(system: SystemScores, metric: str, colours: dict[str, int]) -> Dot:
    one = say.score_of(system, metric)
    colour = colours[system.name]
    if one is None:
        return Dot(colour, system.name, 0.0)
    return Dot(colour, system.name, one.score, one.low, one.high)


def _measured(system: SystemScores, metric: str) -> bool:
    one = say.score_of(system, metric)
    return one is not None and isfinite(one.score)


def _values(system: SystemScores, metric: str) -> list[float]:
    values = (segment.scores.get(metric) for segment in system.segments)
    return [value for value in values if value is not None and isfinite(value)]


def _said(system: SystemScores, metric: str) -> str:
    one = say.score_of(system, metric)
    return f"{say.figure(one.score)}  {say.interval(one)}".strip() if one else ""


def _rank(system: SystemScores, metric: str) -> str:
    return f"cluster {system.rank[metric]}" if metric in system.rank else ""


def _direction(report: ScoreReport, metric: str) -> str:
    return "; lower is better" if metric in report.lower_is_better else ""


def _score(value: float | None, shade: float | None) -> Cell:
    return Cell("–") if value is None else number(value, say.figure(value), shade)


def _scored(system: SystemScores, metric: str, best: set[str]) -> Cell:
    one = say.score_of(system, metric)
    if one is None:
        return Cell("–")
    limits = element("small", say.interval(one))
    shown = joined(say.figure(one.score), " ", limits)
    return Cell(shown, one.score, strong=system.name in best)
