"""Streams that should have a line for each other's lines, and where they do not."""

from collections.abc import Iterator, Sequence

from qa.errors import QAError
from qa.scoring.reading.alignment import Break, copies, first_break
from qa.scoring.reading.opening import named
from qa.scoring.reading.tables import Stream
from qa.text.columns import clipped, flat

_CELLS = 72
_SHOWN = 2


def require_same(stream: Stream, reference: Stream) -> None:
    """Refuse streams of different lengths.

    Args:
        stream: hypotheses, a source, or a further reference.
        reference: what it has to match.

    Raises:
        QAError: they differ; the message has both lengths, where they stop matching, and the
            lines around it.
    """
    if len(stream.cells) == len(reference.cells):
        return
    _require_one_version(stream, reference)
    found = first_break(stream.texts, reference.texts)
    if found is None:
        raise QAError(
            f"{_counts(stream, reference)}, and they do not match from the start",
            "are they versions of the same text, and in its order?",
        )
    shown = "\n".join(_shown(stream, reference, found))
    what = f"{_counts(stream, reference)}; {_where(found)}"
    raise QAError(
        f"{_place(stream, reference, found)}: {what}\n{shown}",
        _hint(stream, reference, found),
    )


def require_whole(streams: Sequence[Stream], other: Stream, what: str) -> None:
    """Refuse files that have one segment each where a file should have them all.

    Args:
        streams: the references, or the candidates.
        other: a candidate, or a reference.
        what: the first are, in the singular.

    Raises:
        QAError: there is one of the files for each segment of the other.
    """
    size = len(other.cells)
    if size > 1 and len(streams) == size and all(len(one.cells) == 1 for one in streams):
        raise QAError(
            f"{_name(streams[0])}: has one {streams[0].table.unit}, as has every other of the"
            f" {size:,} {what} files; {_name(other)} has {size:,}",
            f"a file has a whole {what}, one segment a line: cat them into one file",
        )


def _require_one_version(stream: Stream, reference: Stream) -> None:
    times = copies(stream.texts, reference.texts)
    if times > 1:
        longer = max(stream, reference, key=lambda one: len(one.cells))
        raise QAError(
            f"{_counts(stream, reference)}: {_name(longer)} has {times} versions one after another",
            "give each version a file of its own, one segment a line",
        )


def _name(stream: Stream) -> str:
    return named(stream.table.path)


def _counted(count: int, unit: str) -> str:
    return f"{count:,} {unit}" if count == 1 else f"{count:,} {unit}s"


def _counts(stream: Stream, reference: Stream) -> str:
    here = _counted(len(stream.cells), stream.table.unit)
    there = _counted(len(reference.cells), reference.table.unit)
    return f"{_name(stream)} has {here}, {_name(reference)} has {there}"


def _place(stream: Stream, reference: Stream, found: Break) -> str:
    """Return the last place that is in the stream, or the one in the reference after its end."""
    side = stream if found.line < len(stream.cells) else reference
    return side.table.place(found.line)


def _where(found: Break) -> str:
    return "here they stop matching:" if found.line else "they do not match from here:"


def _shown(stream: Stream, reference: Stream, found: Break) -> Iterator[str]:
    """Yield the lines before, without and after a counterpart, each after its place."""
    before = [(side, found.line - 1) for side in (stream, reference)]
    longer = reference if found.surplus > 0 else stream
    surplus = abs(found.surplus)
    alone = [(longer, found.line + at) for at in range(min(_SHOWN, surplus))]
    after = [
        (stream, found.line + max(0, -found.surplus)),
        (reference, found.line + max(0, found.surplus)),
    ]
    yield from _lines(before, "=")
    yield from _lines(alone, "+")
    if surplus > _SHOWN:
        yield f"  + … {_counted(surplus - _SHOWN, 'line')} more of {_name(longer)}"
    yield from _lines(after, "=")


def _lines(lines: Sequence[tuple[Stream, int]], mark: str) -> Iterator[str]:
    for side, index in lines:
        if 0 <= index < len(side.cells):
            content = clipped(flat(side.cells[index] or ""), _CELLS)
            yield f"  {mark} {side.table.place(index)}: {content}".rstrip()


def _hint(stream: Stream, reference: Stream, found: Break) -> str:
    sides = (reference, stream) if found.surplus > 0 else (stream, reference)
    longer, shorter = map(_name, sides)
    further = len(reference.cells) - len(stream.cells) != found.surplus
    again = "; there are more such places further on" if further else ""
    lines = _counted(abs(found.surplus), "line")
    return f"{lines} of {longer} (+) without counterpart in {shorter}: add or take out{again}"
