"""Scores as JSON, schema ``qa-score/1``: the keys are the fields of ``qa.scoring.model``."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TextIO

from msgspec import json, structs

from qa.scoring.model import SCHEMA, ScoreReport, SystemScores

_STEP = 2


def render(report: ScoreReport, out: TextIO) -> None:
    """Write one indented JSON object; a figure that is not a number becomes null.

    Items are written one at a time, as there may be a million segments.
    """
    out.writelines(_written({"schema": SCHEMA} | structs.asdict(report), 0))
    out.write("\n")


def _written(value: object, depth: int) -> Iterator[str]:
    """Yield the parts of a value that begins on a line indented by ``depth``."""
    if isinstance(value, SystemScores):
        value = structs.asdict(value)
    if isinstance(value, Mapping) and value:
        keyed = ((json.encode(key).decode() + ": ", one) for key, one in value.items())
        yield from _enclosed("{", keyed, "}", depth)
    elif isinstance(value, Sequence) and value and not isinstance(value, str):
        yield from _enclosed("[", (("", one) for one in value), "]", depth)
    else:
        # No text in JSON has a line feed of its own.
        lines = json.format(json.encode(value), indent=_STEP).decode()
        yield lines.replace("\n", "\n" + " " * depth)


def _enclosed(
    opening: str, items: Iterator[tuple[str, object]], closing: str, depth: int
) -> Iterator[str]:
    separator = opening
    for key, value in items:
        yield f"{separator}\n{' ' * (depth + _STEP)}{key}"
        yield from _written(value, depth + _STEP)
        separator = ","
    yield f"\n{' ' * depth}{closing}"
