"""What stands in a corpus file, packed or not."""

import lzma
from collections.abc import Iterator
from pathlib import Path

from qa.errors import QAError


def lines_of(path: Path) -> Iterator[str]:
    """Yield the lines of a file that are not empty.

    Raises:
        QAError: it cannot be read, is not UTF-8, or not what its name says.
    """
    try:
        opener = lzma.open if path.suffix == ".xz" else open
        with opener(path, "rt", encoding="utf-8") as file:
            yield from (line for line in file if line.strip())
    except (OSError, UnicodeDecodeError, lzma.LZMAError) as error:
        raise QAError(
            f"{path}: cannot be read: {error}", hint="UTF-8 text, or .xz of it"
        ) from error
