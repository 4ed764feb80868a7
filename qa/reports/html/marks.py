"""Where marks stand in a text: stretches that may overlap become pieces that do not."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from qa.article import Passage
from qa.model import Span


class Stretch(NamedTuple):
    """Half-open range of a passage's text that number ``number`` of something takes."""

    number: int
    start: int
    end: int


class Piece(NamedTuple):
    """Part of a text that the same stretches cover.

    Attributes:
        start: where it starts in the text.
        end: where it ends; where it starts for a stretch without width.
        numbers: of the stretches that cover it, sorted.
        first: those of them that begin here.
    """

    start: int
    end: int
    numbers: tuple[int, ...]
    first: tuple[int, ...]


def spread(passages: Sequence[Passage], places: Sequence[Span]) -> list[list[Stretch]]:
    """Return for each passage the stretches of it that ``places`` take.

    A place that lies across passages is in each of them; one whose words none of them has is a
    stretch without width in the passage around it, and in none if there is no such passage.

    Args:
        passages: in the order of the file.
        places: in the file, in any order; their numbers are those in this sequence.
    """
    waiting = sorted(range(len(places)), key=lambda number: places[number].start, reverse=True)
    near: list[int] = []
    worded: set[int] = set()
    found: list[list[Stretch]] = []
    for passage in passages:
        while waiting and places[waiting[-1]].start <= passage.end:
            near.append(waiting.pop())
        near = [number for number in near if places[number].end >= passage.start]
        stretches = [_stretch(passage, number, places[number]) for number in near]
        worded.update(one.number for one in stretches if one.start < one.end)
        found.append(stretches)
    return list(_settled(found, worded))


def pieces(length: int, stretches: Sequence[Stretch]) -> Iterator[Piece]:
    """Yield the pieces of a text in order; together they are the whole text.

    Args:
        length: of the text.
        stretches: of it, in any order.
    """
    bounds = {0, length, *(one.start for one in stretches), *(one.end for one in stretches)}
    starting = sorted(stretches, key=lambda one: (one.start, one.number), reverse=True)
    covering: list[Stretch] = []
    for start, end in pairwise((*sorted(bounds), length)):
        begun = []
        while starting and starting[-1].start == start:
            begun.append(starting.pop())
        covering = [one for one in (*covering, *begun) if one.end > start]
        for one in begun:
            if one.end == start:
                yield _piece(start, start, (*covering, one), (one,))
        if start < end:
            yield _piece(start, end, covering, [one for one in begun if one.end > start])


def _piece(start: int, end: int, covering: Iterable[Stretch], begun: Iterable[Stretch]) -> Piece:
    numbers = tuple(sorted(one.number for one in covering))
    return Piece(start, end, numbers, tuple(one.number for one in begun))


def _stretch(passage: Passage, number: int, place: Span) -> Stretch:
    length = len(passage.text.content)
    start = passage.find(place.start) if place.start > passage.start else 0
    end = passage.find(place.end) if place.end < passage.end else length
    return Stretch(number, min(start, length), max(start, end))


def _settled(found: Iterable[list[Stretch]], worded: set[int]) -> Iterator[list[Stretch]]:
    """Yield the stretches with words, and of each place that has none anywhere the first."""
    seen: set[int] = set()
    for stretches in found:
        kept = [
            one
            for one in stretches
            if one.start < one.end or (one.number not in worded and one.number not in seen)
        ]
        seen.update(one.number for one in kept)
        yield kept
