"""Plots as rows of SVG whose horizontal places are percentages.

A row has its label and its figures as text outside of the drawing, so that a plot fits a phone
without its writing becoming small, and a screen reader has all of it.
"""

from collections.abc import Sequence
from math import floor, log10
from statistics import quantiles
from typing import NamedTuple

from qa.markup import Markup, element, joined

_HEIGHT = 26
_MIDDLE = _HEIGHT / 2
# Lines of the grid cross the gaps between rows.
_GAP = 8
_BARS = 24
_TALL = 52
# Of the range of the values, on either side.
_MARGIN = 0.06
_TICKS = 5


class Dot(NamedTuple):
    """A value in a row: which series it belongs to (from 0), and its interval."""

    series: int
    name: str
    value: float
    low: float | None = None
    high: float | None = None


class Row(NamedTuple):
    """A labelled line of a dot plot; ``said`` stands at its end."""

    label: str
    dots: Sequence[Dot]
    said: str
    note: str = ""


class Scale(NamedTuple):
    """What the width of a plot stands for."""

    low: float
    high: float

    def place(self, value: float) -> str:
        """Return where ``value`` stands, as a percentage of the width."""
        return f"{100 * (value - self.low) / (self.high - self.low):.2f}%"


def scale(values: Sequence[float]) -> Scale:
    """Return a scale with room for ``values``."""
    low, high = min(values), max(values)
    margin = (high - low) * _MARGIN or 1.0
    return Scale(low - margin, high + margin)


def dot_plot(rows: Sequence[Row], title: str) -> Markup:
    """Return rows of dots with their intervals on one scale."""
    ends = [end for row in rows for dot in row.dots for end in (dot.low, dot.value, dot.high)]
    width = scale([end for end in ends if end is not None])
    drawn = (_row(row.label, row.note, _dots(row, width), row.said) for row in rows)
    return _plot(title, width, *drawn)


def distributions(rows: Sequence[tuple[Dot, Sequence[float]]], title: str) -> Markup:
    """Return a histogram for each series on one scale; the dot marks its score."""
    width = scale([value for dot, values in rows for value in (*values, dot.value)])
    counted = [_counts(values, width) for _, values in rows]
    most = max(max(counts) / sum(counts) for counts in counted)
    drawn = (
        _row(dot.name, f"{len(values)} segments", _bars(dot, counts, width, most), _spread(values))
        for (dot, values), counts in zip(rows, counted, strict=True)
    )
    return _plot(title, width, *drawn)


def ticks(width: Scale) -> list[float]:
    """Return the round values of a scale that deserve a line."""
    rough = (width.high - width.low) / _TICKS
    power = 10.0 ** floor(log10(rough))
    step = next(power * times for times in (1, 2, 5, 10) if power * times >= rough)
    first = floor(width.low / step) + 1
    return [step * (first + n) for n in range(floor(width.high / step) - first + 1)]


def _plot(title: str, width: Scale, *rows: Markup) -> Markup:
    return element(
        "figure",
        element("figcaption", title),
        element("div", *rows, _axis(width), class_="rows"),
        class_="plot",
    )


def _row(label: str, note: str, drawn: Markup, said: str) -> Markup:
    named = joined(element("bdi", label), element("small", note) if note else "")
    return element(
        "div",
        element("div", named, class_="label"),
        drawn,
        element("div", said, class_="said"),
        class_="row",
    )


def _axis(width: Scale) -> Markup:
    written = (
        element("text", f"{tick:g}", x=width.place(tick), y=14, text_anchor="middle")
        for tick in ticks(width)
    )
    drawn = element("svg", *written, height=20, class_="axis", aria_hidden="true")
    return element("div", element("span"), drawn, element("span"), class_="row scale")


def _svg(title: str, height: int, width: Scale, *drawn: Markup) -> Markup:
    grid = (
        element(
            "line",
            class_="grid",
            x1=width.place(tick),
            x2=width.place(tick),
            y1=-_GAP,
            y2=height + _GAP,
        )
        for tick in ticks(width)
    )
    return element("svg", *grid, *drawn, role="img", aria_label=title, height=height)


def _dots(row: Row, width: Scale) -> Markup:
    said = "; ".join(f"{dot.name} {dot.value:.2f}" for dot in row.dots)
    marks = (_dot(dot, width) for dot in row.dots)
    return _svg(f"{row.label}: {said}", _HEIGHT, width, _between(row.dots, width), *marks)


def _between(dots: Sequence[Dot], width: Scale) -> Markup:
    """Return a line from the least to the greatest of several dots."""
    values = [dot.value for dot in dots]
    return _line("between", min(values), max(values), width)


def _dot(dot: Dot, width: Scale) -> Markup:
    limits = dot.low is not None and dot.high is not None
    said = f"{dot.name}: {dot.value:.2f}"
    if limits:
        said += f" ({dot.low:.2f} to {dot.high:.2f})"
    return element(
        "g",
        element("title", said),
        _line("interval", dot.low or 0, dot.high or 0, width) if limits else "",
        element("use", href=f"#mark-{dot.series}", x=width.place(dot.value), y=_MIDDLE),
        class_=f"series-{dot.series}",
    )


def _line(kind: str, low: float, high: float, width: Scale) -> Markup:
    return element(
        "line", class_=kind, x1=width.place(low), x2=width.place(high), y1=_MIDDLE, y2=_MIDDLE
    )


def _counts(values: Sequence[float], width: Scale) -> list[int]:
    counts = [0] * _BARS
    for value in values:
        share = (value - width.low) / (width.high - width.low)
        counts[min(_BARS - 1, int(share * _BARS))] += 1
    return counts


def _bars(dot: Dot, counts: Sequence[int], width: Scale, most: float) -> Markup:
    total = sum(counts)
    bars = (
        _bar(n, count / total / most, _reach(n, width), count) for n, count in enumerate(counts)
    )
    place = width.place(dot.value)
    score = element("line", class_="score", x1=place, x2=place, y1=0, y2=_TALL)
    drawn = element("g", *bars, score, class_=f"series-{dot.series}")
    return _svg(f"Distribution of segment scores of {dot.name}", _TALL, width, drawn)


def _reach(number: int, width: Scale) -> str:
    step = (width.high - width.low) / _BARS
    return f"{width.low + number * step:.1f} to {width.low + (number + 1) * step:.1f}"


def _bar(number: int, share: float, reach: str, count: int) -> Markup:
    height = round(share * (_TALL - 4), 1)
    return element(
        "rect",
        element("title", f"{reach}: {count} segments"),
        x=f"{100 * number / _BARS:.2f}%",
        width=f"{92 / _BARS:.2f}%",
        y=_TALL - height,
        height=height,
        rx=1,
    )


def _spread(values: Sequence[float]) -> str:
    several = values if len(values) > 1 else [*values, *values]
    quarter, middle, last = quantiles(several, n=4, method="inclusive")
    return f"median {middle:.1f}, half in {quarter:.0f} to {last:.0f}"
