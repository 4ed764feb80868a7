"""JSON lines: an object a segment, or an object a document with a list for each text.

``{"source": "…", "hypothesis": "…", "references": ["…", "…"]}`` is a segment,
``{"docid": "…", "src": ["…"], "refs": {"A": ["…"]}, "hyps": {"X": ["…"]}}`` is a document; what a
document says once holds for each of its segments.
"""

from collections.abc import Iterator
from typing import Any

from msgspec import DecodeError, json

from qa.errors import QAError
from qa.scoring.reading import roles
from qa.scoring.reading.opening import lines, named
from qa.scoring.reading.tables import Rows, Table, folded

_Record = dict[str, Any]


def read(path: str, _target_language: str | None = None) -> Table:
    """Return the keys of the records as columns.

    Raises:
        QAError: the file cannot be read, or a line is not an object, or its lists differ in length.
    """
    rows = Rows()
    decoder = json.Decoder(dict[str, Any])
    for number, line in enumerate(lines(path), 1):
        for row in _rows(_record(decoder, line, f"{named(path)}:{number}")):
            rows.add(row, number)
    return rows.table(path)


def _record(decoder: "json.Decoder[_Record]", line: str, place: str) -> _Record:
    """Return the record of a line with everything below its top in keys such as ``refs.A``."""
    if not line.strip():
        return {}
    try:
        record = dict(_flat(decoder.decode(line)))
    except (DecodeError, RecursionError) as error:
        raise QAError(f"{place}: {error}", "a line is one JSON object") from error
    sizes = {name: len(cells) for name, cells in _lists(record).items()}
    if len(set(sizes.values())) > 1:
        told = ", ".join(f"{size} in '{name}'" for name, size in sizes.items())
        raise QAError(f"{place}: the lists differ in length: {told}", "null marks a missing text")
    return record


def _flat(record: _Record) -> Iterator[tuple[str, Any]]:
    segment = any(isinstance(value, str) for name, value in record.items() if roles.is_text(name))
    for name, value in record.items():
        if isinstance(value, dict):
            yield from ((f"{name}.{key}", below) for key, below in value.items())
        elif isinstance(value, list) and segment and roles.is_reference(name):
            yield from ((f"{name}.{key}", one) for key, one in enumerate(value, 1))
        else:
            yield name, value


def _lists(record: _Record) -> dict[str, list[Any]]:
    return {
        name: value
        for name, value in record.items()
        if isinstance(value, list) and roles.is_text(name)
    }


def _rows(record: _Record) -> Iterator[dict[str, str | None]]:
    lists = _lists(record)
    once = {name: _cell(value) for name, value in record.items() if name not in lists}
    if not lists:
        yield from [once] if once else []
        return
    for cells in zip(*lists.values(), strict=True):
        yield {**once, **dict(zip(lists, map(_cell, cells), strict=True))}


def _cell(value: object) -> str | None:
    if value is None:
        return None
    return folded(value) if isinstance(value, str) else json.encode(value).decode()
