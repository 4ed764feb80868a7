"""Segments and phrases that systems or metrics differ on, with the differing words marked."""

from collections.abc import Iterable, Iterator

from qa.regex import lazy
from qa.scoring import presentation as say
from qa.scoring.model import Change, Comparison, Phrase
from qa.scoring.outputs.terminal.layout import Screen
from qa.scoring.tabular import Disputed
from qa.text.columns import clipped, flat, width

_LEFT, _RIGHT = "34;1", "33;1"
_INDENT = "    "
# What is shown of each kind; the page has the rest.
_CHANGES, _PHRASES = 3, 8
# A word with the space after it; in writing without spaces, a character.
_UNITS = lazy(r"[\x21-\u2e7f\uac00-\ud7ff]+ *|. *")

Spans = tuple[tuple[int, int], ...]


def comparison(one: Comparison, screen: Screen) -> Iterator[str]:
    """Yield the lines of what ``one.left`` gains and loses most."""
    for verb, changes in (("gains", one.gains), ("loses", one.losses)):
        for change in changes[:_CHANGES]:
            yield from _change(one, change, verb, screen)
    yield from _phrases(one.left, one.right, one.only_left, screen)
    yield from _phrases(one.right, one.left, one.only_right, screen)


def argument(one: Disputed, screen: Screen) -> Iterator[str]:
    """Yield the lines of a segment that metrics disagree on."""
    place = f"segment {one.metrics.number}"
    yield from screen.wrapped(f"{place}: {one.said}", "  ")
    yield from screen.wrapped(f"{one.metrics.system}: {one.hypothesis}", _INDENT)
    yield from _reference(one.reference, screen)


def _reference(reference: str | None, screen: Screen) -> Iterator[str]:
    if reference is not None:
        yield from screen.wrapped(f"reference: {reference}", _INDENT)


def _change(one: Comparison, change: Change, verb: str, screen: Screen) -> Iterator[str]:
    place = f"segment {change.number}" + (f", {change.document}" if change.document else "")
    said = f"{place}: {one.left} {verb} {say.signed(change.delta)} {one.metric}"
    yield from screen.wrapped(said, "  ")
    yield from _marked(one.left, change.left, change.left_spans, _LEFT, screen)
    yield from _marked(one.right, change.right, change.right_spans, _RIGHT, screen)
    yield from _reference(change.reference, screen)


def _marked(name: str, text: str, spans: Spans, colour: str, screen: Screen) -> Iterator[str]:
    """Yield a hypothesis; differing words are painted, or in brackets where no colour is."""
    units = [(f"{clipped(flat(name), screen.width // 2)}: ", "")]
    for piece in say.pieces(text, spans):
        bracketed = piece.marked and not screen.coloured
        shown = f"[{flat(piece.text)}]" if bracketed else flat(piece.text)
        units.extend((unit, colour if piece.marked else "") for unit in _UNITS.findall(shown))
    yield from _filled(units, screen)


def _filled(units: Iterable[tuple[str, str]], screen: Screen) -> Iterator[str]:
    """Yield lines of units with their colours, as many on each as fit."""
    line, taken = _INDENT, len(_INDENT)
    for unit, colour in units:
        if taken + width(unit.rstrip()) > screen.width and line.strip():
            yield line
            line, taken = _INDENT + "  ", len(_INDENT) + 2
        line += screen.paint(unit, colour) if colour else unit
        taken += width(unit)
    yield line


def _phrases(one: str, other: str, phrases: tuple[Phrase, ...], screen: Screen) -> Iterator[str]:
    shown = ", ".join(f"“{each.text}”" for each in phrases[:_PHRASES])
    if shown:
        yield from screen.wrapped(f"{one} has, and {other} misses: {shown}", "  ")
