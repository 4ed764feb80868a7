"""Files written whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from qa.errors import QAError


def write(path: Path, content: bytes) -> None:
    """Put ``content`` in the place of a file.

    Raises:
        QAError: as for ``opened``.
    """
    with opened(path) as file:
        file.write(content)


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a file that takes its place when it is whole; a half-written one would pass for short.

    Raises:
        QAError: the file cannot be written; what was there is still there.
    """
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            yield file
        part.replace(path)
    except OSError as error:
        raise QAError(
            f"{path}: cannot be written: {error.strerror}", "name a file in a folder that is there"
        ) from error
    finally:
        part.unlink(missing_ok=True)
