"""Files written whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from qa.errors import QAError


def write(path: Path, content: bytes) -> None:
    """Put ``content`` in the place of a file; a half-written one would pass for a short one.

    Raises:
        QAError: the file cannot be written; what was there is still there.
    """
    with replaced(path) as file:
        file.write(content)


@contextmanager
def replaced(path: Path) -> Iterator[BinaryIO]:
    """Open a file for writing that takes its place when all is written.

    A device or a pipe, such as ``/dev/stdout``, is written to as it is.

    Raises:
        QAError: the file cannot be written; what was there is still there.
    """
    try:
        with _in_place(path) if _is_special(path) else _beside(path) as file:
            yield file
    except OSError as error:
        raise QAError(
            f"{path}: cannot be written: {error.strerror}", "name a file in a folder that is there"
        ) from error


@contextmanager
def _beside(path: Path) -> Iterator[BinaryIO]:
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            yield file
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


@contextmanager
def _in_place(path: Path) -> Iterator[BinaryIO]:
    with path.open("wb") as file:
        yield file


def _is_special(path: Path) -> bool:
    return path.exists() and not path.is_file() and not path.is_dir()
