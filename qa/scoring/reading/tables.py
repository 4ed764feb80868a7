"""What a file holds, whatever its format: named columns with one cell for every segment."""

from array import array
from collections.abc import Callable, Mapping, Sequence
from itertools import repeat
from pathlib import PurePath
from typing import cast

from msgspec import Struct

from qa.scoring.packed import Packed
from qa.scoring.reading.opening import named

Cells = Sequence[str | None]


class Table(Struct, frozen=True):
    """The segments in a file.

    Attributes:
        path: of the file.
        columns: cells by the name of their column, all of one length; None is a missing cell.
        lines: the line that each segment starts on, from 1; empty where a format has none.
        target_language: BCP 47 tag of the language that the file says it is translated into.
        plain: whether every line is a segment, blank ones too.
    """

    path: str
    columns: dict[str, Cells]
    lines: Sequence[int] = ()
    target_language: str | None = None
    plain: bool = False

    @property
    def size(self) -> int:
        """Return the number of segments."""
        return max(map(len, self.columns.values()), default=0)

    @property
    def unit(self) -> str:
        """Return what a segment of the file is called: "line" or "segment"."""
        return "line" if self.plain else "segment"

    def place(self, index: int) -> str:
        """Return where the segment at an index (from 0) stands."""
        return f"{named(self.path)}:{self.number(index)}"

    def number(self, index: int) -> int:
        """Return the line of the segment at an index, or its number where there are no lines."""
        return self.lines[index] if index < len(self.lines) else index + 1

    def reduced(self, kept: Sequence[int], further: Mapping[str, Cells]) -> "Table":
        """Return the table with only the segments at ``kept``, and further columns."""
        columns = {
            name: Packed(cells[index] for index in kept) for name, cells in self.columns.items()
        }
        lines = array("q", map(self.number, kept))
        return Table(self.path, {**columns, **further}, lines, self.target_language, self.plain)


class Stream(Struct, frozen=True):
    """A column of a table in the role that it was given in.

    Attributes:
        name: of the system or the reference.
        table: that it stands in.
        cells: of the column.
    """

    name: str
    table: Table
    cells: Cells

    @property
    def texts(self) -> Sequence[str]:
        """Return the cells, missing ones as empty texts."""
        if None in self.cells:
            return Packed(cell or "" for cell in self.cells)
        return cast("Sequence[str]", self.cells)

    @property
    def said(self) -> str:
        """Return what messages call the stream: its file, and its name if that is another."""
        path = named(self.table.path)
        return path if self.name in {path, PurePath(path).name} else f"{path} ({self.name})"

    def empty(self) -> list[int]:
        """Return the indexes of the cells without words."""
        return [index for index, cell in enumerate(self.cells) if not (cell and cell.strip())]


class Rows:
    """A table in the making; a row that lacks a column has a missing cell there."""

    def __init__(self) -> None:
        self._columns: dict[str, Packed[str | None]] = {}
        self._lines = array("q")
        self._size = 0

    def add(self, row: Mapping[str, str | None], line: int | None = None) -> None:
        """Append a segment.

        Args:
            row: its cells by column.
            line: that it starts on; all rows have one, or none has.
        """
        for name in row:
            if name not in self._columns:
                self._columns[name] = Packed(repeat(None, self._size))
        for name, column in self._columns.items():
            column.append(row.get(name))
        self._size += 1
        self._lines.extend(() if line is None else (line,))

    def table(self, path: str, target_language: str | None = None) -> Table:
        """Return the finished table."""
        return Table(path, dict(self._columns), self._lines, target_language)


Reader = Callable[[str, str | None], Table]


def folded(text: str) -> str:
    """Return a cell as one line, without white space at its end."""
    return " ".join(text.split()) if "\n" in text or "\r" in text else text.rstrip()
