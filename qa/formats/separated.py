"""Tab-separated and comma-separated values with a line of names on top: source and target."""

from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qa.formats.bilingual import Row

SUFFIXES = (".tsv", ".tab", ".csv")


def rows(blocks: Iterator[str], path: str, _language: str | None = None) -> Iterator["Row"]:
    """Yield the rows of a table.

    Raises:
        QAError: the columns are not named, or a row does not have them.
    """
    from qa.formats.bilingual import tables

    commas = PurePath(path).suffix.lower() == ".csv"
    return (tables.commas if commas else tables.tabs)(blocks, path)
