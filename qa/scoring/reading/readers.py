"""The reader of a file, told by its suffix or, for XML, by its root element."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

from qa import safe_xml
from qa.errors import QAError
from qa.scoring.reading import (
    delimited_columns,
    evaluation_sets,
    json_records,
    message_catalogues,
    plain_lines,
    translation_memories,
    translation_units,
)
from qa.scoring.reading.opening import content, named, suffix
from qa.scoring.reading.tables import Reader, Table


def table(path: str, target_language: str | None = None) -> Table:
    """Return what is in a file.

    Args:
        path: of the file, ``-`` for standard input, which has one segment a line; so has a file
            with a suffix that nobody knows.
        target_language: BCP 47 tag, to choose a side of files with several.

    Raises:
        QAError: the file cannot be read, is not what its suffix says, or has no text.
    """
    read = _BY_SUFFIX.get(suffix(path), plain_lines.read)
    found = read(path, target_language)
    if not any(any(cells) for cells in found.columns.values()):
        raise QAError(f"{named(path)}: has no segments with text", "there is nothing to score")
    return found


def _markup(path: str, target_language: str | None) -> Table:
    root = safe_xml.parse(content(path), path)
    read = _BY_ROOT.get(root.tag)
    if not read:
        raise QAError(
            f"{named(path)}:1: its root element {root.tag!r} is of no format with segments",
            "XLIFF, TMX and test sets of the WMT kind are read",
        )
    return read(root, path, target_language)


_BY_ROOT: dict[str, Callable[[Element, str, str | None], Table]] = {
    "dataset": evaluation_sets.table,
    "tmx": translation_memories.table,
    "xliff": translation_units.table,
}


_BY_SUFFIX: dict[str, Reader] = {
    ".tsv": delimited_columns.read_tabs,
    ".tab": delimited_columns.read_tabs,
    ".csv": delimited_columns.read_commas,
    ".jsonl": json_records.read,
    ".ndjson": json_records.read,
    ".po": message_catalogues.read,
    ".pot": message_catalogues.read,
    ".sgm": evaluation_sets.read,
    ".sgml": evaluation_sets.read,
    **dict.fromkeys(
        (".xml", ".xlf", ".xliff", ".sdlxliff", ".mxliff", ".mqxliff", ".tmx"), _markup
    ),
}
