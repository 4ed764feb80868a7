"""JSON with one long array in it, written an item at a time."""

from collections.abc import Iterable, Iterator

from msgspec import json


def spread(around: object, key: str, items: Iterable[object]) -> Iterator[str]:
    """Yield the text of ``around``, indented, with ``items`` in its empty array ``key``.

    Args:
        around: an object whose first empty array under a key of this name is to be filled.
        key: of the array.
        items: anything that msgspec encodes; one at a time is held.
    """
    before, opening, after = indented(around).partition(f'"{key}": [')
    depth = len(before) - len(before.rstrip(" "))
    yield before + opening
    yield from _listed(items, " " * depth)
    yield after + "\n"


def array(items: Iterable[object]) -> Iterator[str]:
    """Yield the text of an array of ``items``, indented."""
    yield "["
    yield from _listed(items, "")
    yield "]\n"


def indented(value: object) -> str:
    """Return the JSON of a value."""
    return json.format(json.encode(value), indent=2).decode()


def _listed(items: Iterable[object], depth: str) -> Iterator[str]:
    separator = "\n"
    for item in items:
        # Only line feeds are line ends here: other separators stand unescaped within strings.
        yield (separator + indented(item)).replace("\n", f"\n{depth}  ")
        separator = ",\n"
    if separator != "\n":
        yield f"\n{depth}"
