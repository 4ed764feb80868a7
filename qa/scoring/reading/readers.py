"""The reader of a file, told by its suffix or, for XML, by its root element."""

from qa import safe_xml
from qa.errors import QAError
from qa.formats import catalogues, tmx, xliff
from qa.scoring.reading import (
    bilingual_files,
    delimited_columns,
    evaluation_sets,
    json_records,
    plain_lines,
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
    decoded = content(path)
    root = safe_xml.parse(decoded, path)
    if root.tag == "dataset":
        return evaluation_sets.table(root, path)
    if root.tag in _BILINGUAL:
        return bilingual_files.table(decoded, path, _BILINGUAL[root.tag], target_language)
    raise QAError(
        f"{named(path)}:1: its root element {root.tag!r} is of no format with segments",
        "XLIFF, TMX and test sets of the WMT kind are read",
    )


_BILINGUAL = {"tmx": ".tmx", "xliff": ".xlf"}
_BY_SUFFIX: dict[str, Reader] = {
    ".tsv": delimited_columns.read_tabs,
    ".tab": delimited_columns.read_tabs,
    ".csv": delimited_columns.read_commas,
    ".jsonl": json_records.read,
    ".ndjson": json_records.read,
    ".sgm": evaluation_sets.read,
    ".sgml": evaluation_sets.read,
    ".xml": _markup,
    **dict.fromkeys((*xliff.SUFFIXES, *tmx.SUFFIXES, *catalogues.SUFFIXES), bilingual_files.read),
}
