"""The quantities of a text: its numbers with their scales and units, its months and its days."""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from qa.regex import lazy
from qa.text import number_words
from qa.text.numbers import Number, Weight, figures
from qa.text.quantity_words import Vocabulary, vocabulary

_DIGIT = lazy(r"\d")
_SCALE = lazy(r"[ \u00a0\u202f\u2009-]?([^\W\d_]+)\.?")
_CLOCK_BEFORE = lazy(r"\d:\Z")
_CLOCK_AFTER = lazy(r":\d|[ \u00a0\u202f]?([^\W\d_]+(?:['’.][^\W\d_]+)?)")
_RANGE = lazy(r"\s?(?:[-–—~～至到]|[^\W\d_]{1,4}\s)?\s?\Z")
_MONTH = lazy(r"(?<!\d)(\d{1,2})\s?月(?![間间])")
_AMBIGUOUS = 1
_LOOK_BACK = 6


class Quantities(Struct, frozen=True):
    """What a text has of numbers, months (1 to 12) and days of the week (Monday is 1)."""

    numbers: tuple[Number, ...]
    words: tuple[Number, ...]
    months: tuple[Number, ...]
    weekdays: tuple[Number, ...]


def numbers(content: str, tag: str) -> list[Number]:
    """Return the numbers with digits in them, with their scales and units, from left to right."""
    if not _DIGIT.search(content):
        return []
    known = vocabulary(tag)
    found = list(_plain(content, known))
    scaled = [_scaled(content, one, known) for one in found]
    ranged = [*map(_in_range, _gaps(content, scaled), found, scaled, [*scaled[1:], None], [*found[1:], None])]
    return ranged


def words(content: str, tag: str) -> list[Number]:
    """Return the numbers without digits in them: words, characters, Roman numerals."""
    known = vocabulary(tag)
    named = number_words.spelled(content, known) if known.spaced else _eras(content, known)
    written = () if known.spaced else number_words.characters(content)
    return [*named, *written, *number_words.roman(content)]


def months(content: str, tag: str) -> list[Number]:
    """Return the names of months."""
    known = vocabulary(tag)
    if not known.spaced:
        return [Number(*one.span(), (float(one[1]),)) for one in _MONTH.finditer(content)]
    pattern = _names(tag)
    if pattern is None:
        return []
    return [
        Number(*one.span(), (float(known.months[one[0]]),)) for one in pattern.finditer(content)
    ]


def weekdays(content: str, tag: str) -> list[Number]:
    """Return the names of days of the week."""
    pattern = vocabulary(tag).weekdays
    found = pattern.finditer(content) if pattern else ()
    return [Number(*one.span(), (float((one.lastgroup or "")[1:]),)) for one in found]


@cache
def _names(tag: str) -> re.Pattern[str] | None:
    named = [name for name in vocabulary(tag).months if len(name) > 3]  # noqa: PLR2004
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, named))})\b") if named else None


def _plain(content: str, known: Vocabulary) -> Iterator[Number]:
    if known.spaced:
        yield from figures(content)
        return
    places = [one for one in number_words.characters(content) if one.weight is Weight.FIGURES]
    taken = [(one.start, one.end) for one in places]
    alone = (
        one
        for one in figures(content)
        if not any(start <= one.start < end for start, end in taken)
    )
    yield from sorted([*places, *alone], key=lambda one: one.start)


def _eras(content: str, known: Vocabulary) -> Iterator[Number]:
    """Yield the years that are counted from the beginning of an era, and the other words."""
    for name, before in known.eras.items():
        for match in re.finditer(rf"{name}(\d{{1,2}}|元)", content):
            year = before + (1 if match[1] == "元" else int(match[1]))
            yield Number(*match.span(), (float(year),), weight=Weight.OFFERED)
    for form, values in known.characters.items():
        if form in content:
            start = content.index(form)
            yield Number(start, start + len(form), values, weight=Weight.OFFERED)


def _scaled(content: str, number: Number, known: Vocabulary) -> Number:
    """Return a number with the scale, the unit and the time of day that stand beside it."""
    factor, end = 1.0, number.end
    while (match := _SCALE.match(content, end)) and (power := known.scales.get(match[1].lower())):
        factor, end = factor * power, match.end(1)
        if len(match[1]) == _AMBIGUOUS:
            both = tuple(rounded(value * factor) for value in number.readings)
            number = replace(number, readings=number.readings + both)
            factor = 1.0
    values = tuple(rounded(value * factor) for value in number.readings)
    parts = number.parts if factor == 1.0 else ()
    return replace(
        number,
        end=end,
        readings=values,
        parts=parts,
        units=_units(content, number.start, end, known),
        clock=_is_hour(content, number, known),
    )


def rounded(value: float) -> float:
    """Return a value without the dust of binary fractions."""
    return round(value, 6) if value < 1e6 else float(round(value))  # noqa: PLR2004


def _units(content: str, start: int, end: int, known: Vocabulary) -> tuple[str, ...]:
    after = known.unit_after.match(content, end)
    before = known.unit_before.search(content, max(0, start - _LOOK_BACK), start)
    named = (one[1].lower() for one in (after, before) if one)
    return tuple(unit for form in named for unit in known.units.get(form, ()))


def _is_hour(content: str, number: Number, known: Vocabulary) -> bool:
    after = _CLOCK_AFTER.match(content, number.end)
    if after and (after[1] is None or after[1].lower() in known.clock):
        return True
    if not known.spaced:
        return content[number.end : number.end + 1] in known.clock
    return bool(_CLOCK_BEFORE.search(content, max(0, number.start - 3), number.start))


def _gaps(content: str, found: list[Number]) -> Iterator[str]:
    for one, following in zip(found, [*found[1:], None], strict=True):
        yield content[one.end : following.start] if following else ""


def _in_range(
    gap: str, plain: Number, scaled: Number, following: Number | None, plainly: Number | None
) -> Number:
    """Return a number with the scale of the next one too, if both make a range: 5 to 10 million."""
    if not following or not plainly or following.end == plainly.end or scaled.end != plain.end:
        return scaled
    if len(gap) > _LOOK_BACK + 2 or not following.readings or not plainly.readings:
        return scaled
    factor = following.readings[-1] / plainly.readings[-1] if plainly.readings[-1] else 1.0
    further = tuple(rounded(value * factor) for value in plain.readings)
    return replace(scaled, readings=scaled.readings + further)
