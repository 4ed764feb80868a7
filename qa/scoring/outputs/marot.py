"""Segments as tab-separated values for Marot, the viewer of translation-quality data.

Ten columns and one line for each segment of each system; scores stand in the metadata, so rater,
category and severity stay empty, as Marot's manual asks. Source and references are known for the
segments that a comparison shows. Marot takes a higher score for a better one, whatever the metric.

Source: the manual of Marot (https://github.com/google-research/google-research/tree/master/marot).
"""

from collections.abc import Iterator
from typing import Any, TextIO

from msgspec import json

from qa.scoring.model import Change, ScoreReport, SegmentScore, SystemScores
from qa.scoring.presentation import changes
from qa.text.columns import flat

COLUMNS = (
    "system", "doc", "docSegId", "globalSegId", "rater", "source", "target", "category",
    "severity", "metadata",
)  # fmt: skip
_NO_DOCUMENT = "all"
_REFERENCE = "ref"


def render(report: ScoreReport, out: TextIO) -> None:
    """Write a header and one line for each segment of each system."""
    known = {change.number: change for change in changes(report)}
    out.write("\t".join(COLUMNS) + "\n")
    for system in report.systems:
        out.writelines("\t".join(row) + "\n" for row in _rows(system, known))


def _rows(system: SystemScores, known: dict[int, Change]) -> Iterator[tuple[str, ...]]:
    seen: dict[str, int] = {}
    for segment in system.segments:
        document = segment.document or _NO_DOCUMENT
        seen[document] = seen.get(document, 0) + 1
        yield _row(system.name, segment, seen[document], known.get(segment.number))


def _row(name: str, segment: SegmentScore, place: int, change: Change | None) -> tuple[str, ...]:
    source = (change.source if change else None) or ""
    cells = name, segment.document or _NO_DOCUMENT, str(place), str(segment.number), "", source
    metadata = json.encode({"segment": _segment(segment, change)}).decode()
    return *map(flat, (*cells, segment.hypothesis, "", "")), metadata


def _segment(segment: SegmentScore, change: Change | None) -> dict[str, Any]:
    metrics: dict[str, Any] = {"metrics": segment.scores}
    if change is None or change.reference is None:
        return metrics
    return metrics | {
        "references": {_REFERENCE: change.reference},
        "primary_reference": _REFERENCE,
    }
