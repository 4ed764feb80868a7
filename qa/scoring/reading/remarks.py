"""What is odd about inputs that can be scored: said out loud, for the user to judge."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import PurePath

from qa.regex import lazy
from qa.scoring.reading.opening import named
from qa.scoring.reading.tables import Cells, Stream

_SHOWN = 5
_REFERENCE = lazy(r"(?<![^\W\d_])ref(?:erence)?s?(?![^\W\d_])", re.IGNORECASE)


def unreferenced(references: Sequence[Stream]) -> Iterator[str]:
    """Say which segments have no reference at all."""
    first = references[0]
    gaps = set(first.empty()).intersection(*(one.empty() for one in references[1:]))
    if gaps:
        where = _numbers(first, sorted(gaps))
        yield f"{named(first.table.path)}: no reference at {where}: nothing can match there"


def untranslated(systems: Sequence[Stream]) -> Iterator[str]:
    """Say which segments of a system have no hypothesis."""
    for one in systems:
        gaps = one.empty()
        if gaps:
            where = _numbers(one, gaps)
            yield f"{one.said}: no hypothesis at {where}"


def identical(
    systems: Sequence[Stream], references: Sequence[Stream], source: Stream | None
) -> Iterator[str]:
    """Say which streams are the same in every segment though they should not be."""
    streams = [
        *((one, "candidate") for one in systems),
        *((one, "reference") for one in references),
        *([(source, "source")] if source else ()),
    ]
    for (left, role), (right, other) in combinations(streams, 2):
        if left.cells == right.cells:
            yield f"the {role} {left.said} and the {other} {right.said} are the same"


def swapped(systems: Sequence[Stream], references: Sequence[Stream]) -> Iterator[str]:
    """Say which candidate is called a reference while no reference is."""
    if any(map(_is_called_reference, references)):
        return
    for one in filter(_is_called_reference, systems):
        path = named(references[0].table.path)
        yield f"{named(one.table.path)} is scored against {path}: is it the other way round?"


def tabs(systems: Sequence[Stream], references: Sequence[Stream]) -> Iterator[str]:
    """Say which plain references look like several, divided by tabs, as sacrebleu can read them."""
    usual = max(_tabs(one.cells) for one in systems)
    for one in references:
        count = _tabs(one.cells) if one.table.plain else 0
        if count > usual:
            yield (
                f"{named(one.table.path)}: every line has {count} tab{'s' * (count > 1)}: several"
                " references go into a file each, or under names in the first line of a .tsv file"
            )


def differing_documents(documents: Sequence[tuple[str, Cells]]) -> Iterator[str]:
    """Say where files do not agree on the document of a segment.

    Args:
        documents: of each file that has them, with its path; the first are those used.
    """
    for path, cells in documents[1:]:
        used, first = documents[0]
        pairs = enumerate(zip(first, cells, strict=True), 1)
        found = next((one for one in pairs if one[1][0] != one[1][1]), None)
        if found:
            number, (here, there) = found
            yield (
                f"segment {number} is of document {here!r} in {named(used)} and of {there!r}"
                f" in {named(path)}: the former is used"
            )


def _numbers(stream: Stream, indexes: Sequence[int]) -> str:
    table = stream.table
    unit = table.unit if len(indexes) == 1 else f"{table.unit}s"
    shown = ", ".join(str(table.number(index)) for index in indexes[:_SHOWN])
    more = len(indexes) - _SHOWN
    return f"{unit} {shown}" + (f" and {more:,} more" if more > 0 else "")


def _is_called_reference(stream: Stream) -> bool:
    return bool(_REFERENCE.search(PurePath(stream.table.path).name))


def _tabs(cells: Cells) -> int:
    """Return the number of tabs in every line, 0 where it differs."""
    counts = {cell.count("\t") for cell in cells if cell}
    return counts.pop() if len(counts) == 1 else 0
