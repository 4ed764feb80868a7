"""Segments as tab-separated values for Marot, the viewer of translation-quality data.

Ten columns and one line for each segment of each system; scores stand in the metadata, so rater,
category and severity stay empty, as Marot's manual asks. Marot takes a higher score for a better
one, whatever the metric.

Source: the manual of Marot (https://github.com/google-research/google-research/tree/master/marot).
"""

from collections.abc import Iterator
from typing import Any, TextIO

from msgspec import json

from qa.scoring.model import ScoreReport, SegmentScore
from qa.scoring.presentation import given
from qa.text.columns import flat

COLUMNS = (
    "system", "doc", "docSegId", "globalSegId", "rater", "source", "target", "category",
    "severity", "metadata",
)  # fmt: skip
_NO_DOCUMENT = "all"
_REFERENCE = "ref"


def render(report: ScoreReport, out: TextIO) -> None:
    """Write a header and one line for each segment of each system."""
    out.write("\t".join(COLUMNS) + "\n")
    out.writelines("\t".join(row) + "\n" for row in _rows(report))


def _rows(report: ScoreReport) -> Iterator[tuple[str, ...]]:
    for system in report.systems:
        seen: dict[str, int] = {}
        for segment in system.segments:
            document = segment.document or _NO_DOCUMENT
            seen[document] = seen.get(document, 0) + 1
            reference, source = given(report, segment.number)
            place = system.name, document, str(seen[document]), str(segment.number)
            cells = *place, "", source or "", segment.hypothesis, "", ""
            yield *map(flat, cells), _metadata(segment, reference)


def _metadata(segment: SegmentScore, reference: str | None) -> str:
    said: dict[str, Any] = {"metrics": segment.scores}
    if reference is not None:
        said |= {"references": {_REFERENCE: reference}, "primary_reference": _REFERENCE}
    return json.encode({"segment": said}).decode()
