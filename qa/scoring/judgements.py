"""Scores that people gave to segments, read from a table."""

import csv
from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import get_close_matches
from math import isfinite
from pathlib import Path
from statistics import fmean

from msgspec import Struct

from qa.errors import QAError

_COLUMNS = ("system", "segment", "score")


class Judgement(Struct, frozen=True):
    """A score for a segment (numbered from 1) of a system; ``line`` is where it stands."""

    line: int
    system: str
    segment: int
    score: float


def read(path: Path, systems: Collection[str], size: int) -> dict[str, dict[int, float]]:
    """Read scores from a TSV with the columns ``system``, ``segment`` and ``score``.

    Higher scores are better: errors have to be counted below 0, as MQM does. Further columns are
    left alone; several scores of one segment are averaged.

    Args:
        path: the table.
        systems: the names of the systems that are scored.
        size: how many segments there are.

    Returns:
        The scores by system, by index of the segment from 0.

    Raises:
        QAError: the file cannot be read, or a row is not about these systems and segments.
    """
    found: dict[str, dict[int, list[float]]] = {}
    for one in _judgements(path):
        _require_known(one, systems, size, f"{path}:{one.line}")
        found.setdefault(one.system, {}).setdefault(one.segment - 1, []).append(one.score)
    if not found:
        raise QAError(f"{path}: there are no scores in it", "a row for each system and segment")
    return {system: _averaged(scores) for system, scores in found.items()}


def _averaged(scores: Mapping[int, Sequence[float]]) -> dict[int, float]:
    return {segment: fmean(several) for segment, several in sorted(scores.items())}


def _judgements(path: Path) -> Iterator[Judgement]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            missing = set(_COLUMNS) - set(rows.fieldnames or ())
            if missing:
                raise QAError(
                    f"{path}:1: no column called {' or '.join(sorted(missing))}",
                    "the first line names the columns: system, segment, score, divided by tabs",
                )
            yield from (_judgement(path, rows.line_num, row) for row in rows)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise QAError(f"{path}: cannot be read: {error}", "a TSV of scores, UTF-8") from error


def _judgement(path: Path, line: int, row: Mapping[str, str | None]) -> Judgement:
    try:
        found = Judgement(
            line, row["system"] or "", int(row["segment"] or ""), float(row["score"] or "")
        )
    except ValueError as error:
        raise QAError(
            f"{path}:{line}: segment '{row['segment']}', score '{row['score']}'",
            "a segment is a number from 1, a score is a number such as 73.5",
        ) from error
    if not isfinite(found.score):
        raise QAError(f"{path}:{line}: a score that is no number", "leave the row out")
    return found


def _require_known(one: Judgement, systems: Collection[str], size: int, where: str) -> None:
    if one.system not in systems:
        near = get_close_matches(one.system, systems, n=1)
        hint = f"did you mean '{near[0]}'?" if near else f"there are {', '.join(systems)}"
        raise QAError(f"{where}: there is no system '{one.system}'", hint)
    if not 1 <= one.segment <= size:
        raise QAError(
            f"{where}: there is no segment {one.segment}", f"segments are numbered from 1 to {size}"
        )
