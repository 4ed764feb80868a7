"""Plain text: one segment a line."""

from qa.scoring.packed import Packed
from qa.scoring.reading.opening import lines
from qa.scoring.reading.tables import Table

TEXT = "text"


def read(path: str, _target_language: str | None = None) -> Table:
    """Return the lines of a file as the column ``text``, without white space at their ends.

    Raises:
        QAError: the file cannot be read or decoded.
    """
    cells: Packed[str | None] = Packed(line.rstrip() for line in lines(path))
    return Table(path, {TEXT: cells}, range(1, len(cells) + 1), plain=True)
