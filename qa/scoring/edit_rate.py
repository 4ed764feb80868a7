"""The edits that TER counts (Snover et al. 2006), as sacrebleu counts them, but sooner.

sacrebleu fills a banded table of Python tuples for every shift it tries. Here a row of the table
is two integers (Myers 1999, Hyyrö 2003), and the rest of a row is only looked at on the way back.
Where the best path would leave sacrebleu's band, sacrebleu's own table is asked.
"""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

# The limits of Tercom, and sacrebleu's own on the shifts tried.
LONGEST_SHIFT = 10
FARTHEST_SHIFT = 50
BAND = 25
SHIFTS_TRIED = 1000

KEEP, REPLACE, INSERT, DELETE = " ", "s", "i", "d"

Row = tuple[int, int]


class Shift(NamedTuple):
    """Words that may move; of several, the greatest tuple is Tercom's choice."""

    gain: int
    length: int
    before_start: int
    before_target: int
    words: list[str]


class Alignment(NamedTuple):
    """Where reference words stand in the hypothesis, and which words of either are wrong."""

    positions: list[int]
    reference_errors: list[bool]
    hypothesis_errors: list[bool]


def edits(hypothesis: list[str], reference: list[str]) -> int:
    """Return the number of edits, shifts included, that turn one list of words into the other."""
    if not reference:
        return len(hypothesis)
    return _shifted(hypothesis, Table(reference, len(hypothesis)))


def _shifted(words: list[str], table: "Table") -> int:
    shifts = tried = 0
    while True:
        rows = table.rows(words)
        distance, trace = table.traced(words, rows)
        best, tried = _best_shift(words, rows, table, aligned(trace), distance, tried)
        if tried >= SHIFTS_TRIED or best is None:
            return shifts + distance
        shifts += 1
        words = best.words


def _best_shift(  # noqa: PLR0913, PLR0917 - the state of one loop
    words: list[str],
    rows: list[Row],
    table: "Table",
    alignment: Alignment,
    distance: int,
    tried: int,
) -> tuple[Shift | None, int]:
    best: Shift | None = None
    for start, length, targets in _moves(words, table.places, alignment):
        for target in targets:
            shifted = _moved(words, start, length, target)
            least = distance - (best.gain if best else 1)
            found = table.reached(shifted, rows[min(start, target)], min(start, target), least)
            shift = Shift(distance - found, length, -start, -target, shifted)
            if shift.gain > 0 and (best is None or shift > best):
                best = shift
        tried += len(targets)
        if tried >= SHIFTS_TRIED:
            break
    return best, tried


def _moves(
    words: list[str], places: dict[str, list[int]], alignment: Alignment
) -> Iterator[tuple[int, int, list[int]]]:
    """Yield starts and lengths of runs that stand wrong, with the positions to try for each."""
    for start, position, length in _common_runs(words, places, len(alignment.positions)):
        wrong = any(alignment.hypothesis_errors[start : start + length]) and any(
            alignment.reference_errors[position : position + length]
        )
        if wrong and not start <= alignment.positions[position] < start + length:
            yield start, length, _targets(alignment.positions, position, length)


def _common_runs(
    words: list[str], places: dict[str, list[int]], size: int
) -> Iterator[tuple[int, int, int]]:
    # A position of the reference is looked up by its word; the last word of a run decides.
    held = [frozenset(places.get(word, ())) for word in words]
    for start, word in enumerate(words):
        for position in places.get(word, ()):
            if abs(position - start) <= FARTHEST_SHIFT:
                yield from _runs(held, start, position, size)


def _runs(
    held: list[frozenset[int]], start: int, position: int, size: int
) -> Iterator[tuple[int, int, int]]:
    longest = min(LONGEST_SHIFT, len(held) - start, size - position)
    for length in range(1, longest + 1):
        if position + length - 1 not in held[start + length - 1]:
            return
        yield start, position, length


def _targets(positions: list[int], position: int, length: int) -> list[int]:
    targets: list[int] = []
    for place in range(position - 1, min(position + length, len(positions))):
        target = positions[place] + 1 if place >= 0 else 0
        if not targets or targets[-1] != target:
            targets.append(target)
    return targets


def _moved(words: list[str], start: int, length: int, target: int) -> list[str]:
    run, rest = words[start : start + length], words[:start] + words[start + length :]
    # A target inside the run is counted from its start, as sacrebleu does.
    place = target - length if target > start + length else target
    return rest[:place] + run + rest[place:]


def aligned(trace: str) -> Alignment:
    """Return the alignment that a trace of operations, first to last, stands for."""
    alignment = Alignment([], [], [])
    hypothesis = -1
    for operation in trace:
        if operation != INSERT:
            hypothesis += 1
            alignment.hypothesis_errors.append(operation != KEEP)
        if operation != DELETE:
            alignment.positions.append(hypothesis)
            alignment.reference_errors.append(operation != KEEP)
    return alignment


class Table:
    """Edit distances of lists of words, all of one length, to a reference.

    Args:
        reference: its words; at least one.
        length: how many words the hypothesis has.
    """

    def __init__(self, reference: list[str], length: int) -> None:
        self.places: dict[str, list[int]] = {}
        for place, word in enumerate(reference):
            self.places.setdefault(word, []).append(place)
        self._reference = reference
        self._bits = {word: sum(1 << at for at in self.places[word]) for word in self.places}
        self._mask = (1 << len(reference)) - 1
        self._slope = len(reference) / length if length else 1
        narrow = self._slope / 2 <= BAND
        self._band = BAND if narrow else math.ceil(self._slope / 2 + BAND)
        # A path of so few edits cannot leave the band.
        self._surely_inside = 2 * (BAND - 2) - abs(len(reference) - length)

    def rows(self, words: Sequence[str]) -> list[Row]:
        """Return the rows of the table: where it steps up and where down, as bits."""
        rows = [(self._mask, 0)]
        for word in words:
            rows.append(self._next(rows[-1], word))
        return rows

    def distance(self, words: list[str]) -> int:
        """Return the edit distance to the reference, within the band."""
        return self.traced(words, self.rows(words))[0]

    def reached(self, words: list[str], row: Row, start: int, least: int) -> int:
        """Return the distance from a known row on; above ``least`` it may be too low."""
        for word in words[start:]:
            row = self._next(row, word)
        found = self._value(row, len(words), len(self._reference))
        if found > least or found <= self._surely_inside:
            return found
        return self.distance(words)

    def traced(self, words: list[str], rows: list[Row]) -> tuple[int, str]:
        """Return the distance, and the operations that sacrebleu would choose, first to last."""
        found = self._value(rows[-1], len(words), len(self._reference))
        trace = self._trace(words, rows)
        return (found, trace) if trace is not None else self._within_band(words)

    def _next(self, row: Row, word: str) -> Row:
        up, down = row
        same = self._bits.get(word, 0)
        diagonal = (((same & up) + up) ^ up) | same | down
        across = ((down | (self._mask & ~(diagonal | up))) << 1) | 1
        back = (diagonal & up) << 1
        return (back | ~(diagonal | across)) & self._mask, across & diagonal & self._mask

    def _trace(self, words: list[str], rows: list[Row]) -> str | None:
        row, column = len(words), len(self._reference)
        trace = []
        while row or column:
            if row and not self._inside(row, column, len(words)):
                return None
            operation = self._operation(words, rows, row, column)
            trace.append(operation)
            row -= operation != INSERT
            column -= operation != DELETE
        return "".join(reversed(trace))

    def _operation(self, words: list[str], rows: list[Row], row: int, column: int) -> str:
        if not (row and column):
            return DELETE if row else INSERT
        here = self._value(rows[row], row, column)
        same = words[row - 1] == self._reference[column - 1]
        if self._value(rows[row - 1], row - 1, column - 1) + (not same) == here:
            return KEEP if same else REPLACE
        return DELETE if self._value(rows[row - 1], row - 1, column) + 1 == here else INSERT

    def _inside(self, row: int, column: int, length: int) -> bool:
        middle = math.floor(row * self._slope)
        return middle - self._band <= column and (row == length or column < middle + self._band)

    def _within_band(self, words: list[str]) -> tuple[int, str]:
        from sacrebleu.metrics.lib_ter import BeamEditDistance

        return BeamEditDistance(self._reference)(words)

    @staticmethod
    def _value(row: Row, number: int, column: int) -> int:
        passed = (1 << column) - 1
        return number + (row[0] & passed).bit_count() - (row[1] & passed).bit_count()
