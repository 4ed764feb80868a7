"""The scatter of two systems: its data, which the page's script draws and explains."""

from collections.abc import Iterator
from heapq import nsmallest
from math import isfinite
from typing import Any

from qa.markup import Markup, element, joined
from qa.pages.grids import Cell, number, table
from qa.scoring import presentation as say
from qa.scoring.model import ScoreReport, SegmentScore

# More points than this hide each other and make the file heavy.
_SHOWN = 3000
_WEAKEST = 30
_PAIR = 2


def shown(report: ScoreReport) -> list[int]:
    """Return the numbers of the segments to draw: those compared, then evenly over the set."""
    numbers = range(1, _size(report) + 1)
    if len(numbers) <= _SHOWN:
        return list(numbers)
    compared = {change.number for change in say.changes(report)}
    even = numbers[:: -(-len(numbers) // _SHOWN)]
    return sorted(compared.intersection(numbers) | set(even))


def points(report: ScoreReport) -> dict[str, Any]:
    """Return what the script needs: for each system and metric one score a segment, and texts.

    A score that is missing or not finite is None; a text that is missing is None.
    """
    numbers = shown(report)
    drawn = set(numbers)
    held = [
        {one.number: one for one in system.segments if one.number in drawn}
        for system in report.systems
    ]
    return {
        "names": [system.name for system in report.systems],
        "series": [say.series(report)[system.name] for system in report.systems],
        "metrics": say.metrics(report),
        "errors": sorted(report.lower_is_better),
        "numbers": numbers,
        "documents": [_document(held, number) for number in numbers],
        "texts": [[_text(one.get(number)) for number in numbers] for one in held],
        "scores": {metric: list(_scores(held, metric, numbers)) for metric in say.metrics(report)},
        "given": {number: say.given(report, number) for number in numbers},
    }


def scatter(report: ScoreReport) -> Markup:
    """Return the controls and the place of the scatter, which takes two systems."""
    if len(report.systems) < _PAIR:
        return Markup()
    names = [system.name for system in report.systems]
    total = _size(report)
    drawn = len(shown(report))
    return joined(
        element("noscript", element("p", "This plot needs JavaScript.", class_="quiet")),
        element(
            "div",
            _choice("across", "Across", names, 0),
            _choice("up", "Up", names, min(1, len(names) - 1)),
            class_="choices",
        ),
        element("p", f"{drawn} of {total} segments are drawn.", class_="quiet")
        if drawn < total
        else "",
        element("div", _drawing(), _reading(), class_="scatter"),
    )


def weakest(report: ScoreReport, metric: str) -> Markup:
    """Return the segments that score worst, where no other system is there to compare."""
    if len(report.systems) >= _PAIR:
        return Markup()
    sign = -1 if metric in report.lower_is_better else 1
    scored = (
        (score, one)
        for one in report.systems[0].segments
        if (score := _rounded(one, metric)) is not None
    )
    rows = [
        [
            number(one.number, str(one.number)),
            number(score, say.figure(score)),
            Cell(one.document or ""),
            Cell(one.hypothesis),
            Cell(say.given(report, one.number)[0] or ""),
        ]
        for score, one in nsmallest(_WEAKEST, scored, key=lambda pair: sign * pair[0])
    ]
    headings = ["segment", metric, "document", "text", "reference"]
    return table(f"Worst by {metric}", headings, rows) if rows else Markup()


def _size(report: ScoreReport) -> int:
    return max((len(system.segments) for system in report.systems), default=0)


def _drawing() -> Markup:
    said = "Scores of segments by two systems. The arrow keys go through them by difference."
    return element("div", id="scatter", tabindex=0, role="group", aria_label=said)


def _reading() -> Markup:
    steps = element(
        "div",
        element("button", "← previous", type="button", id="previous"),
        element("button", "next →", type="button", id="next"),
        class_="steps",
    )
    return element("div", steps, element("div", id="segment", aria_live="polite"), class_="reading")


def _choice(identity: str, label: str, names: list[str], chosen: int) -> Markup:
    items = (element("option", name, value=n, selected=n == chosen) for n, name in enumerate(names))
    return element("label", f"{label} ", element("select", *items, id=identity))


def _document(held: list[dict[int, SegmentScore]], number: int) -> str | None:
    return next((one[number].document for one in held if number in one), None)


def _text(segment: SegmentScore | None) -> str | None:
    return segment.hypothesis if segment else None


def _scores(
    held: list[dict[int, SegmentScore]], metric: str, numbers: list[int]
) -> Iterator[list[float | None]]:
    for system in held:
        yield [_rounded(system.get(number), metric) for number in numbers]


def _rounded(segment: SegmentScore | None, metric: str) -> float | None:
    score = segment.scores.get(metric) if segment else None
    return None if score is None or not isfinite(score) else round(score, 2)
