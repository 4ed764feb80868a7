"""The table of an evaluation as lines of Markdown, for the terminal and the README."""

from collections.abc import Iterator

from qa.translationese.evaluation import LENGTHS
from qa.translationese.tables import Contrast, Table

_MODEL = ("model", "machine")
_HEAD = "| {} | " + " | ".join(f"{length} words" for length in LENGTHS) + " |"
_RULE = "|---" * (len(LENGTHS) + 1) + "|"


def lines(table: Table) -> Iterator[str]:
    """Yield the parts of a table, each with a heading."""
    yield from _part("Told apart, AUC (95 % interval)", _contrasts(table, ranges=True))
    yield from _part("Baselines, AUC", _contrasts(table, ranges=False))
    yield from _part("Calibration error (ECE)", _calibration(table))
    yield from _part("Native text called translated", _called(table))
    yield from _part("Native text above what finds 80 % of translations", _matched(table))
    yield from _part("Source language right, top 1", _origins(table))


def _part(heading: str, rows: dict[str, dict[int, str]]) -> Iterator[str]:
    if not rows:
        return
    yield from (_HEAD.format(heading), _RULE)
    for name, cells in rows.items():
        yield f"| {name} | " + " | ".join(cells.get(length, "–") for length in LENGTHS) + " |"
    yield ""


def _contrasts(table: Table, *, ranges: bool) -> dict[str, dict[int, str]]:
    rows: dict[str, dict[int, str]] = {}
    for one in table.contrasts:
        if (one.score in _MODEL) == ranges:
            rows.setdefault(_name(one), {})[one.words] = _area(one, ranges=ranges)
    return rows


def _name(one: Contrast) -> str:
    scored = "" if one.score in _MODEL else f", by {one.score}"
    return f"{one.source}: {one.left} against {one.right}{scored}"


def _area(one: Contrast, *, ranges: bool) -> str:
    between = f" ({one.area.low:.2f}–{one.area.high:.2f})" if ranges else ""
    return f"{one.area.auc:.2f}{between}"


def _calibration(table: Table) -> dict[str, dict[int, str]]:
    rows: dict[str, dict[int, str]] = {}
    for one in table.calibration:
        rows.setdefault(one.source, {})[one.words] = f"{one.error:.3f}"
    return rows


def _called(table: Table) -> dict[str, dict[int, str]]:
    rows: dict[str, dict[int, str]] = {}
    for one in table.false_alarms:
        rows.setdefault(one.source, {})[one.words] = f"{one.called:.1%}"
    return rows


def _matched(table: Table) -> dict[str, dict[int, str]]:
    rows: dict[str, dict[int, str]] = {}
    for one in table.false_alarms:
        name = f"{one.source}, translations of {one.reference}"
        rows.setdefault(name, {})[one.words] = f"{one.matched:.1%}"
    return rows


def _origins(table: Table) -> dict[str, dict[int, str]]:
    rows: dict[str, dict[int, str]] = {}
    for one in table.origins:
        rows.setdefault(f"{one.source}: {one.label}", {})[one.words] = f"{one.right:.0%}"
    return rows
