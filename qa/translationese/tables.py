"""The table of an evaluation: its rows, and the file that it is kept in."""

from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from qa import files
from qa.errors import QAError
from qa.translationese.ranking import Area


class Contrast(Struct, frozen=True):
    """How well two kinds of text of one source are told apart at one length in words.

    ``score`` is "model", "machine" for that of machines against people, or a baseline's name.
    """

    source: str
    left: str
    right: str
    words: int
    score: str
    area: Area


class Calibrated(Struct, frozen=True):
    """Expected calibration error of native against real translations of one source."""

    source: str
    words: int
    error: float


class Traced(Struct, frozen=True):
    """How often the likeliest source language is the right one, for one kind of translation."""

    source: str
    label: str
    words: int
    texts: int
    right: float


class FalseAlarms(Struct, frozen=True):
    """Native texts of one source that are taken for translations.

    ``called`` is the share that the verdict calls translated; ``matched`` the share above the
    score that four in five real translations of ``reference`` reach.
    """

    source: str
    words: int
    texts: int
    called: float
    matched: float
    reference: str


class Table(Struct, frozen=True, kw_only=True):
    """All that was measured of a model.

    ``model`` is the SHA-256 of its file; ``data`` maps the files of the test set to theirs.
    """

    schema: Literal["qa-evaluation/1"] = "qa-evaluation/1"
    language: str
    model: str
    data: dict[str, str]
    contrasts: tuple[Contrast, ...]
    calibration: tuple[Calibrated, ...]
    false_alarms: tuple[FalseAlarms, ...]
    origins: tuple[Traced, ...]


def read(path: Path) -> Table:
    """Read a table.

    Raises:
        QAError: the file cannot be read, or is no table.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=Table)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise QAError(f"{path}: cannot be read: {error}", "write it with `qa evaluate`") from error


def write(table: Table, path: Path) -> None:
    """Write a table as JSON.

    Raises:
        QAError: the file cannot be written.
    """
    files.write(path, msgspec.json.format(msgspec.json.encode(table), indent=1) + b"\n")
