"""Training and test text: what it is, where it came from, and how it is read from a folder.

A corpus is a folder; all files in it and below it are read, by name and content:

- ``<year>.<label>.txt`` or ``.txt.xz``: one document a line. Line 7 of ``2014.native.txt`` and of
  ``2014.roundtrip-deepl.txt`` are the same article; so are those of all other labels of a year.
  Where the folder's name ends in two tags (``news-de-en``), translations are from the first.
- ``*.jsonl`` or ``*.jsonl.xz``, one record a line, of any of these shapes:
  ``{"text", "label", "year", "document", "outlet"?, "origin"?}``;
  ``{"lang", "source", "docid", "year", "text": [], "outlet"?}``, native text;
  ``{"year", "lp", "docid", "src": [], "refs": {}, "hyps": {}}``, as in WMT's test sets.

A label is ``native``, ``human``, ``roundtrip-<engine>`` or the name of an engine, which stands for
machine translation.
"""

import hashlib
import lzma
import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from random import Random
from typing import NamedTuple

import msgspec
from msgspec import Struct

from qa.errors import QAError

_ENGINES_PER_DOCUMENT = 3
_TEXT_NAME_PARTS = 2
_PAIR = re.compile(r"-([a-z]{2,3})-[a-z]{2,3}\Z")
_YEAR = re.compile(r"\b\d{4}\b")


class Kind(StrEnum):
    """How a text came to be."""

    NATIVE = "native"
    ROUND_TRIP = "roundtrip"
    HUMAN = "human"
    MACHINE = "machine"


class Sample(Struct, frozen=True):
    """One document.

    Attributes:
        text: its words, paragraphs joined by a space.
        kind: how it came to be.
        system: the engine or reference that made it; the kind for native and human text.
        origin: the language it was translated from; None for native text and where not known.
        year: of publication, 0 where not known.
        document: the same for all versions of one article.
        source: the set it belongs to.
        outlet: what must not be split between training and test: the newspaper, or the year.
    """

    text: str
    kind: Kind
    system: str
    origin: str | None
    year: int
    document: str
    source: str
    outlet: str


class _Record(Struct, frozen=True):
    """A line of any of the three shapes; what a shape lacks is empty."""

    text: str | list[str] = ""
    label: str | None = None
    year: int | str | None = None
    document: str = ""
    outlet: str | None = None
    origin: str | None = None
    lang: str = ""
    docid: str | None = None
    first_seg: int | None = None
    lp: str = ""
    src: list[str] = []
    refs: dict[str, list[str | None]] = {}
    hyps: dict[str, list[str | None]] = {}
    suspected_post_edited: list[str] = []


def read(folder: Path, language: str) -> list[Sample]:
    """Read all text of one language in a folder, in the order of the file names.

    Args:
        folder: a corpus as described above.
        language: primary tag; a text file is taken to be in it.

    Raises:
        QAError: a file cannot be read or has a line of another shape, or there is no text.
    """
    samples = {
        (sample.text, sample.kind, sample.source): sample
        for path in files(folder)
        for sample in _samples(path, language)
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


def digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every corpus file, by its path within the folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files(folder)
    }


def kind(label: str) -> Kind:
    """Return the kind of text that a label stands for."""
    if label.startswith(Kind.ROUND_TRIP):
        return Kind.ROUND_TRIP
    return Kind(label) if label in {Kind.NATIVE, Kind.HUMAN} else Kind.MACHINE


def _samples(path: Path, language: str) -> Iterator[Sample]:
    if ".jsonl" in path.name:
        yield from _records(path, language)
    else:
        yield from _lines(path)


def _lines(path: Path) -> Iterator[Sample]:
    year, *label = path.name.split(".")[:_TEXT_NAME_PARTS]
    if not year.isdigit() or label in ([], ["txt"]):
        raise QAError(f"{path}: the name is not <year>.<label>.txt", hint="2014.native.txt.xz")
    what = kind(label[0])
    foreign = what not in {Kind.NATIVE, Kind.ROUND_TRIP}
    side = "foreign" if foreign else "original"
    pair = _PAIR.search(path.parent.name)
    for number, line in enumerate(_content(path), 1):
        document = f"{path.parent.name}/{year}/{side}/{number}"
        yield Sample(
            text=" ".join(line.split()),
            kind=what,
            system=label[0],
            origin=pair[1] if pair and foreign else None,
            year=int(year),
            document=document,
            source=path.parent.name,
            outlet=f"{path.parent.name}/{year}",
        )


def _records(path: Path, language: str) -> Iterator[Sample]:
    decoder = msgspec.json.Decoder(_Record)
    source = path.name.split(".jsonl")[0]
    for number, line in enumerate(_content(path), 1):
        try:
            record = decoder.decode(line)
        except msgspec.DecodeError as error:
            raise QAError(f"{path}:{number}: {error}", hint="one JSON object a line") from error
        if record.lp:
            yield from _translations(record, language, source)
        elif record.label or record.lang == language:
            name = _Name(record.label or Kind.NATIVE, record.origin, source, str(number))
            yield _sample(record, record.text, name)


def _translations(record: _Record, language: str, source: str) -> Iterator[Sample]:
    """Yield the original if it is in the language, or else the translations into it."""
    origin, target = record.lp.split("-")
    place = (source.split(".", maxsplit=1)[0], f"{record.docid}:{record.first_seg or 0}")
    if origin == language:
        yield _sample(record, record.src, _Name(Kind.NATIVE, None, *place))
    if target != language:
        return
    systems = sorted(record.hyps)
    Random(place[1]).shuffle(systems)  # noqa: S311 - a choice of systems is no secret
    for one in sorted(set(record.refs).difference(record.suspected_post_edited)):
        yield _sample(record, _whole(record.refs[one]), _Name(Kind.HUMAN, origin, *place))
    for one in systems[:_ENGINES_PER_DOCUMENT]:
        yield _sample(record, _whole(record.hyps[one]), _Name(one, origin, *place))


def _whole(parts: list[str | None]) -> list[str]:
    """Return the paragraphs of a translation, none of them where one is missing."""
    whole = [part for part in parts if part is not None]
    return whole if len(whole) == len(parts) else []


class _Name(NamedTuple):
    """What a record does not say itself: ``place`` tells it from others of its source."""

    label: str
    origin: str | None
    source: str
    place: str


def _sample(record: _Record, text: str | list[str], name: _Name) -> Sample:
    joined = text if isinstance(text, str) else " ".join(text)
    return Sample(
        text=" ".join(joined.split()),
        kind=kind(name.label),
        system=name.label,
        origin=name.origin,
        year=_year(record.year),
        document=f"{name.source}/{record.document or name.place}",
        source=name.source,
        outlet=record.outlet or f"{name.source}/{record.docid or name.place}",
    )


def _year(told: int | str | None) -> int:
    """Return the first year of a statement such as "2004-2005", 0 where there is none."""
    found = _YEAR.search(str(told))
    return int(found[0]) if found else 0


def _content(path: Path) -> Iterator[str]:
    try:
        opener = lzma.open if path.suffix == ".xz" else open
        with opener(path, "rt", encoding="utf-8") as file:
            yield from (line for line in file if line.strip())
    except (OSError, UnicodeDecodeError, lzma.LZMAError) as error:
        raise QAError(
            f"{path}: cannot be read: {error}", hint="UTF-8 text, or .xz of it"
        ) from error
