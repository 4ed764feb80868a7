"""XLIFF, TMX and message catalogues: the columns ``document``, ``source`` and ``target``.

They are read as for a check, but unfinished translations are taken as they stand. Units without a
source are left out, and so are inline codes.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa import formats
from qa.formats.markup.assembly import GAP
from qa.model import Lines
from qa.scoring.reading.opening import content, named, suffix
from qa.scoring.reading.tables import Rows, Table

if TYPE_CHECKING:
    from qa.formats.bilingual import Side, Unit


def read(path: str, target_language: str | None = None) -> Table:
    """Return what is in a file, by its suffix.

    Raises:
        QAError: the file cannot be read, or is not of its format.
    """
    return table(content(path), path, suffix(path), target_language)


def table(content: str, path: str, suffix: str, target_language: str | None = None) -> Table:
    """Return what is in a decoded file.

    Args:
        content: of the file.
        path: of the file.
        suffix: of the format, such as ``.xlf``.
        target_language: of the side that is the target; None where there is only one.

    Raises:
        QAError: the file is not of the format.
    """
    rows, lines = Rows(), Lines(content)
    language = None
    for unit in _units(content, path, suffix, target_language):
        language = language or unit.target.language
        if unit.source.text:
            line = lines.position(unit.source.text.locate(0)).line
            rows.add(_row(unit), line)
    return rows.table(path, language)


def _units(content: str, path: str, suffix: str, target_language: str | None) -> Iterator["Unit"]:
    reader = formats.readers()[suffix]
    for row in reader.rows(iter([content]), named(path), target_language):
        yield from row.units(content, 0)


def _row(unit: "Unit") -> dict[str, str | None]:
    document = {"document": unit.document} if unit.document else {}
    return {**document, "source": _words(unit.source), "target": _words(unit.target)}


def _words(side: "Side") -> str | None:
    return " ".join(side.text.content.replace(GAP, "").split()) if side.text else None
