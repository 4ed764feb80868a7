"""A document of targets, beside their sources."""

from collections.abc import Iterable, Iterator

from qa.formats.bilingual.rows import Side, Unit
from qa.model import Document, Omission, Pair, Segment, SegmentKind, Source, Start


def document(units: list[Unit], content: str, path: str, start: Start) -> Document:
    """Return the document of the targets in a part of a bilingual file.

    Args:
        units: in the order of the file; those without any text, and unfinished ones, are left out.
        content: the part that their texts are placed in.
        path: of the file.
        start: of the part in the file.
    """
    kept = [one for one in units if not one.unfinished and (one.source.text or one.target.text)]
    origin = _first(one.source.language for one in kept)
    language = _first(one.target.language for one in kept)
    sources = list(_segments([(one.source, one.kind) for one in kept], origin))
    targets = list(_segments([(one.target, one.kind) for one in kept], language))
    sides = list(zip(sources, targets, strict=True))
    segments = tuple(filter(None, targets))
    source = Source(
        path=path,
        content=content,
        segments=tuple(filter(None, sources)),
        pairs=tuple(Pair(before, after) for before, after in sides if before and after),
        omitted=tuple(_omissions(sides, segments)),
        added=tuple(after for before, after in sides if after and not before),
        language=origin,
    )
    return Document(path, content, segments, language=language, source=source, start=start)


def _first(languages: Iterable[str | None]) -> str | None:
    return next(filter(None, languages), None)


def _segments(
    sides: list[tuple[Side, SegmentKind]], language: str | None
) -> Iterator[Segment | None]:
    """Yield the segment of each side, None for one without text."""
    number = 0
    for side, kind in sides:
        if side.text is None:
            yield None
            continue
        own = None if side.language == language else side.language
        yield Segment(number, side.text, kind, own, side.codes)
        number += 1


def _omissions(
    sides: list[tuple[Segment | None, Segment | None]], segments: tuple[Segment, ...]
) -> Iterator[Omission]:
    near = segments[0] if segments else None
    for source, target in sides:
        near = target or near
        if source and not target:
            yield Omission(source, near)
