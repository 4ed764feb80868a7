"""Files of records: JSON lines of three shapes."""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

import msgspec
from msgspec import Struct

from qa.corpus.content import lines_of
from qa.corpus.samples import Kind, Sample, kind, year_in
from qa.errors import QAError
from qa.language import primary

_ENGINES_PER_DOCUMENT = 3


class _Record(Struct, frozen=True):
    """A line of any of the three shapes; what a shape lacks is empty."""

    text: str | list[str] = ""
    label: str | None = None
    year: int | str | None = None
    document: str = ""
    outlet: str | None = None
    origin: str | None = None
    lang: str = ""
    origlang: str | None = None
    docid: str | None = None
    first_seg: int | None = None
    lp: str = ""
    src: list[str] = []
    refs: dict[str, list[str | None]] = {}
    hyps: dict[str, list[str | None]] = {}
    suspected_post_edited: list[str] = []


def documents(path: Path, language: str) -> Iterator[Sample]:
    """Yield the documents of a file that are in a language.

    Raises:
        QAError: a line is not a record.
    """
    decoder = msgspec.json.Decoder(_Record)
    source = path.name.split(".jsonl")[0]
    for number, line in enumerate(lines_of(path), 1):
        try:
            record = decoder.decode(line)
        except msgspec.DecodeError as error:
            raise QAError(f"{path}:{number}: {error}", hint="one JSON object a line") from error
        if record.lp:
            yield from _translations(record, language, source)
        elif record.label or primary(record.lang) == language:
            yield _sample(record, record.text, _named(record, source, str(number)))


def _named(record: _Record, source: str, place: str) -> "_Name":
    """Return how a text in one language came to be, by its label or its languages."""
    origin = record.origin or record.origlang
    if record.label or origin is None or primary(origin) == primary(record.lang):
        return _Name(record.label or Kind.NATIVE, record.origin, source, place)
    return _Name(Kind.HUMAN, primary(origin), source, place)


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
        year=year_in(record.year),
        document=f"{name.source}/{record.document or name.place}",
        source=name.source,
        outlet=record.outlet or f"{name.source}/{record.docid or name.place}",
    )
