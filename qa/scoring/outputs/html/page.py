"""The page: its parts in order, its styles, its data and its script."""

from collections.abc import Callable, Iterator
from typing import TextIO

from qa import pages
from qa.markup import Markup, data, element, joined
from qa.scoring import presentation as say
from qa.scoring.model import ScoreReport
from qa.scoring.outputs.html import asides, comparisons, segments, systems

# Six shapes beside six colours, and a ring for whatever comes after them.
_SHAPES = (
    "M5.5 0a5.5 5.5 0 1 1-11 0a5.5 5.5 0 1 1 11 0z",
    "M-4.8-4.8h9.6v9.6h-9.6z",
    "M0-6.4l6 10.8h-12z",
    "M0-6.8l6.4 6.8l-6.4 6.8l-6.4-6.8z",
    "M0 6.4l6-10.8h-12z",
    "M-2-6h4v4h4v4h-4v4h-4v-4h-4v-4h4z",
    "M4 0a4 4 0 1 1-8 0a4 4 0 1 1 8 0z",
)
_Part = Callable[[ScoreReport], Markup]


def render(report: ScoreReport, out: TextIO) -> None:
    """Write one HTML document."""
    shell = pages.Shell(
        title=_title(report),
        styles=(pages.asset(pages.__name__, "grids.css"), pages.asset(__package__, "page.css")),
        scripts=(pages.asset(pages.__name__, "grids.js"), pages.asset(__package__, "page.js")),
        attributes=True,
    )
    pages.write(shell, (_shapes(), *_content(report), _data(report)), out)


def _title(report: ScoreReport) -> str:
    names = [system.name for system in report.systems]
    return f"Scores of {', '.join(names)}" if names else "Scores"


def _shapes() -> Markup:
    symbols = (element("path", id=f"mark-{n}", d=shape) for n, shape in enumerate(_SHAPES))
    drawn = element("defs", *symbols)
    return element("svg", drawn, width=0, height=0, class_="shapes", aria_hidden="true")


def _data(report: ScoreReport) -> Markup:
    return element("script", data(segments.points(report)), type="application/json", id="data")


def _content(report: ScoreReport) -> Iterator[Markup]:
    yield _header(report)
    if report.systems:
        yield element("nav", _metrics(report), systems.legend(report), aria_label="What is shown")
    yield element("main", *_sections(report))


def _header(report: ScoreReport) -> Markup:
    sizes = max((len(system.segments) for system in report.systems), default=0)
    said = f"{_count(len(report.systems), 'system')}, {_count(sizes, 'segment')}"
    warnings = [element("li", warning, dir="auto") for warning in report.warnings]
    first = element("h2", "Before you believe it")
    box = element("section", first, element("ul", *warnings), class_="warnings") if warnings else ""
    return element("header", element("h1", "Scores"), element("p", said, class_="quiet"), box)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}"


def _metrics(report: ScoreReport) -> Markup:
    chosen = say.headline(report)
    buttons = (
        element(
            "label",
            element("input", type="radio", name="metric", value=n, checked=metric == chosen),
            element("span", metric),
        )
        for n, metric in enumerate(say.metrics(report))
    )
    return element("fieldset", element("legend", "Metric"), *buttons, class_="metrics")


def _sections(report: ScoreReport) -> Iterator[Markup]:
    for title, said, part in _PARTS:
        content = part(report)
        if content:
            yield element("section", element("h2", title), element("p", said), content)


def _each_metric(drawing: Callable[[ScoreReport, str], Markup]) -> _Part:
    """Return a part that draws once for each metric, of which the page shows one."""

    def part(report: ScoreReport) -> Markup:
        drawn = ((n, drawing(report, metric)) for n, metric in enumerate(say.metrics(report)))
        return joined(*(element("div", one, data_metric=n) for n, one in drawn if one))

    return part


def _standing(report: ScoreReport) -> Markup:
    return joined(_each_metric(systems.standing)(report), systems.scores(report))


def _compared(report: ScoreReport) -> Markup:
    if not report.comparisons:
        return Markup()
    return joined(comparisons.options(report), comparisons.pairs(report))


_PARTS: tuple[tuple[str, str, _Part], ...] = (
    ("Conditions", "What the build asks for.", asides.conditions),
    ("Systems", "A dot is a score, a bar its 95 % bootstrap interval.", _standing),
    (
        "Is it real?",
        (
            "How often chance alone would make a difference as large as this one. "
            f"Below {say.SIGNIFICANT} it speaks for a system."
        ),
        _each_metric(systems.tests),
    ),
    (
        "How the segments spread",
        "Bars count segments; the line is the score of the whole set.",
        _each_metric(systems.spread),
    ),
    (
        "Part by part",
        "Scores of each part of the set; the best system stands at the end of its line.",
        _each_metric(systems.buckets),
    ),
    ("Documents", "The stronger the colour, the better.", _each_metric(systems.documents)),
    (
        "Segment by segment",
        (
            "A point is a segment. Choose one to read what both systems say; "
            "points far from the line are where they differ."
        ),
        segments.scatter,
    ),
    ("Weakest segments", "What to read first.", _each_metric(segments.weakest)),
    ("Gains and losses", "Words that the other system lacks are marked.", _compared),
    ("Habits", "What a score does not tell.", asides.habits),
    (
        "Terms rendered",
        (
            "Share of the glossary's terms: as they are listed, in any form, and with the words "
            "beside them that the reference has; 1-TERm also counts the edits around them."
        ),
        asides.terms,
    ),
    (
        "Do the metrics agree?",
        "Where two metrics agree little, look at segments before you trust either.",
        asides.agreement,
    ),
    (
        "Where they disagree",
        "Segments that one metric ranks far above another: read them, and see which is right.",
        asides.disputed,
    ),
    (
        "Which metric to trust",
        (
            "How far each agrees with people: the share of pairs in their order, and "
            "correlations. The best on segments comes first."
        ),
        asides.trust,
    ),
)
