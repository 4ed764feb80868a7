"""The one place that knows where ``corpora/`` is."""

from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from qa.cache import kept
from qa.errors import QAError

T = TypeVar("T")


@cache
def root() -> Path:
    """Return the folder of linguistic data: inside the wheel, else beside the package."""
    package = Path(__file__).parent
    installed = package / "corpora"
    return installed if installed.is_dir() else package.parent / "corpora"


def paths(pattern: str) -> list[Path]:
    """Return the files under ``corpora/`` that match a glob, sorted by name."""
    return sorted(root().glob(pattern))


@cache
def exists(name: str) -> bool:
    """Tell whether ``corpora/`` has the file ``name``."""
    return (root() / name).is_file()


@cache
def lines(name: str) -> frozenset[str]:
    """Return the entries of a bare list: one a line, ``#`` starts a comment."""
    text = (root() / name).read_text(encoding="utf-8")
    entries = (line.split("#", 1)[0].strip() for line in text.splitlines())
    return frozenset(entry for entry in entries if entry)


def mapping(name: str) -> dict[str, frozenset[str]]:
    """Return a JSON file of ``corpora/`` that has lists of words by word."""
    return msgspec.json.decode((root() / name).read_bytes(), type=dict[str, frozenset[str]])


def figures(name: str, shape: type[T]) -> T:
    """Return a JSON file of ``corpora/`` that a measurement wrote, as ``shape``."""
    return msgspec.json.decode((root() / name).read_bytes(), type=shape)


def table(name: str, shape: type[T]) -> T:
    """Return a TOML file of ``corpora/`` as ``shape``, strictly."""
    return read(root() / name, shape)


def read(path: Path, shape: type[T]) -> T:
    """Decode a TOML file strictly, or take what was kept of it.

    Raises:
        QAError: it cannot be read, is not TOML, or not of that shape; the message has the path.
    """
    found = content(path)
    return kept(found, shape, lambda: decode(path, found, shape))


def content(path: Path) -> bytes:
    """Read a file.

    Raises:
        QAError: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        message = f"{path}: cannot be read: {error.strerror}"
        raise QAError(message, "check the path") from error


def decode(path: Path, content: bytes, shape: type[T]) -> T:
    """Decode TOML strictly.

    Raises:
        QAError: it is not TOML, or not of that shape; the message has the path.
    """
    try:
        return msgspec.toml.decode(content, type=shape)
    except msgspec.DecodeError as error:
        raise QAError(f"{path}: {error}", hint="see corpora/README.md for the format") from error
