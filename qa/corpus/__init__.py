"""Training and test text: what it is, where it came from, and how it is read from a folder.

A corpus is a folder; all files in it and below it are read, by name and content:

- ``<year>.<label>.txt`` or ``.txt.xz``: one document a line. Line 7 of ``2014.native.txt`` and of
  ``2014.roundtrip-deepl.txt`` are the same article; so are those of all other labels of a year.
  Where the folder's name ends in two tags (``news-de-en``), translations are from the first.
- ``*.jsonl`` or ``*.jsonl.xz``, one record a line, of any of these shapes:
  ``{"text", "label", "year", "document", "outlet"?, "origin"?}``;
  ``{"lang", "docid", "text": [], "source"?, "year"?, "outlet"?, "origlang"?}``, native text, or a
  human translation where ``origlang`` is another language;
  ``{"year", "lp", "docid", "src": [], "refs": {}, "hyps": {}}``, as in WMT's test sets.
- any other ``.txt`` or ``.txt.xz``: one document, of the kind that the reader is told.

A label is ``native``, ``human``, ``roundtrip-<engine>`` or the name of an engine, which stands for
machine translation.
"""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from qa.corpus import lines, records
from qa.corpus.samples import Kind, Sample, kind
from qa.errors import QAError

__all__ = ["Kind", "Sample", "digest", "digests", "files", "kind", "read"]

_TEXT_NAME_PARTS = 2


def read(folder: Path, language: str, otherwise: Kind | None = None) -> list[Sample]:
    """Read all text of one language in a folder, in the order of the file names.

    Args:
        folder: a corpus as described above.
        language: primary tag; a text file is taken to be in it.
        otherwise: the kind of the text files whose names do not tell it; None refuses them.

    Raises:
        QAError: a file cannot be read or has a line of another shape, or there is no text.
    """
    samples = {
        (sample.text, sample.kind, sample.source): sample
        for path in files(folder)
        for sample in _samples(path, language, otherwise)
        if sample.text
    }
    if not samples:
        raise QAError(
            f"{folder}: no text in '{language}'", hint="see `qa train --help` for the layout"
        )
    return list(samples.values())


def files(folder: Path) -> list[Path]:
    """Return the corpus files in a folder and below it, sorted by name."""
    if not folder.is_dir():
        raise QAError(f"{folder}: not a folder", hint="name a folder with training text")
    suffixes = (".txt", ".txt.xz", ".jsonl", ".jsonl.xz")
    found = (path for pattern in ("*", "*/*") for path in folder.glob(pattern))
    return sorted(path for path in found if path.name.endswith(suffixes) and path.is_file())


def digest(folders: Iterable[Path]) -> str:
    """Return one SHA-256 for all corpus files of several folders, by name and content."""
    found = {
        f"{number}/{name}": one
        for number, folder in enumerate(folders)
        for name, one in digests(folder).items()
    }
    return hashlib.sha256(msgspec.json.encode(found)).hexdigest()


def digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every corpus file, by its path within the folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files(folder)
    }


def _samples(path: Path, language: str, otherwise: Kind | None) -> Iterator[Sample]:
    year, *label = path.name.split(".")[:_TEXT_NAME_PARTS]
    if ".jsonl" in path.name:
        yield from records.documents(path, language)
    elif year.isdigit() and label not in ([], ["txt"]):
        yield from lines.documents(path, year, label[0])
    elif otherwise:
        yield lines.document(path, otherwise)
    else:
        raise QAError(f"{path}: the name is not <year>.<label>.txt", hint="2014.native.txt.xz")
