"""The lines of a file that comes in blocks, with their places."""

from collections.abc import Iterator
from typing import NamedTuple


class Line(NamedTuple):
    """A line with its end: ``start`` counts code points from 0, ``number`` lines from 1."""

    start: int
    number: int
    text: str


def lines(blocks: Iterator[str]) -> Iterator[Line]:
    """Yield the lines of a file; they end at a line feed and nowhere else."""
    start, number = 0, 1
    for text in _lines(blocks):
        yield Line(start, number, text)
        start += len(text)
        number += 1


def _lines(blocks: Iterator[str]) -> Iterator[str]:
    open_line: list[str] = []
    for block in blocks:
        *finished, rest = block.split("\n")
        for text in finished:
            yield "".join((*open_line, text, "\n"))
            open_line = []
        open_line.append(rest)
    last = "".join(open_line)
    if last:
        yield last
