"""Floors: figures of an evaluation that a new model must not fall short of.

A floor is one figure of a track, the mean over the sources that it was measured on. Floors rise
with what is measured; one is lowered by name only, with a sentence that says why, which is kept.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import fmean
from typing import Literal

import msgspec
from msgspec import Struct

from qa import files
from qa.corpus import Kind, kind
from qa.errors import QAError
from qa.translationese.tables import Contrast, FalseAlarms, Table

_FEWEST_TEXTS = 30
_DIGITS = 4
_OWN = ("model", "machine")

Figures = dict[str, float]


class Lowered(Struct, frozen=True):
    """A floor that was lowered, and why."""

    figure: str
    before: float
    after: float
    because: str


class Floors(Struct, frozen=True):
    """The floors of one language; ``model`` is the SHA-256 of the weights they were measured on."""

    model: str
    figures: Mapping[str, float]
    lowered: tuple[Lowered, ...] = ()


class Baseline(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The floors of all languages, by tag."""

    schema: Literal["qa-baseline/1"] = "qa-baseline/1"
    languages: Mapping[str, Floors]


def read(path: Path) -> Baseline:
    """Read the floors; a file that is not there has none.

    Raises:
        QAError: the file cannot be read, or holds something else.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=Baseline)
    except FileNotFoundError:
        return Baseline(languages={})
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise QAError(f"{path}: cannot be read: {error}", "name a baseline.json") from error


def write(baseline: Baseline, path: Path) -> None:
    """Write the floors.

    Raises:
        QAError: the file cannot be written.
    """
    files.write(path, msgspec.json.format(msgspec.json.encode(baseline), indent=1) + b"\n")


def figures(table: Table) -> Figures:
    """Return the figures of a table that have floors; where lower is better, less than 1 by it."""
    found: dict[str, list[float]] = defaultdict(list)
    for name, value in _measured(table):
        found[name].append(value)
    return {name: round(fmean(values), _DIGITS) for name, values in sorted(found.items())}


def short(floors: Floors, found: Figures) -> Iterator[tuple[str, float]]:
    """Yield the figures that are below their floor, with what was found; 0 if not measured."""
    for name, floor in floors.figures.items():
        if found.get(name, 0.0) < floor:
            yield name, found.get(name, 0.0)


def risen(
    baseline: Baseline, table: Table, *, lower: tuple[str, ...] = (), because: str = ""
) -> Baseline:
    """Return the floors raised to what was measured of a model.

    Args:
        baseline: the floors so far.
        table: the evaluation of the model.
        lower: the figures whose floors may fall.
        because: why they may.

    Raises:
        QAError: another figure is below its floor, or it is not said why one may be lowered.
    """
    before = baseline.languages.get(table.language, Floors(table.model, {}))
    found = figures(table)
    fallen = dict(short(before, found))
    _require_allowed(before, fallen, lower)
    if fallen and not because.strip():
        raise QAError("a floor is lowered only with a reason", "say it: --because 'A sentence.'")
    lowered = (Lowered(name, before.figures[name], now, because) for name, now in fallen.items())
    after = Floors(table.model, found, (*before.lowered, *lowered))
    return Baseline(languages={**baseline.languages, table.language: after})


def _require_allowed(before: Floors, fallen: Figures, lower: tuple[str, ...]) -> None:
    if stuck := [name for name in fallen if name not in lower]:
        told = "; ".join(f"{one}: {fallen[one]} under {before.figures[one]}" for one in stuck)
        raise QAError(f"below the floor: {told}", f"--lower '{stuck[0]}' --because 'A sentence.'")
    if idle := [name for name in lower if name not in fallen]:
        raise QAError(f"'{idle[0]}' is not below a floor", "leave out --lower for it")


def _measured(table: Table) -> Iterator[tuple[str, float]]:
    for one in (one for one in table.contrasts if one.score in _OWN):
        yield f"{_track(one)}, AUC at {one.words} words", one.area.auc
    for calibrated in table.calibration:
        yield f"calibration, 1 - ECE at {calibrated.words} words", 1 - calibrated.error
    for alarms in table.false_alarms:
        yield from _spared(alarms)
    for traced in (one for one in table.origins if one.texts >= _FEWEST_TEXTS):
        yield f"source language right at {traced.words} words", traced.right


def _spared(one: FalseAlarms) -> Iterator[tuple[str, float]]:
    yield f"native not called translated at {one.words} words", 1 - one.called
    reach = f"native below what finds 80 % of translations at {one.words} words"
    yield reach, 1 - one.matched


def _track(one: Contrast) -> str:
    """Return what is held against what, engines and languages taken together."""
    left, right = (kind(label.split(" ")[0]) for label in (one.left, one.right))
    name = "round trip" if right is Kind.ROUND_TRIP else right.value
    return f"{left.value} against {name}"
