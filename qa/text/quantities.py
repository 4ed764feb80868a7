"""The quantities of a text: its numbers with their scales and units, its months and its days."""

from collections.abc import Iterator

from msgspec.structs import replace

from qa.regex import lazy
from qa.text import number_words
from qa.text.numbers import Number, Weight, figures, rounded
from qa.text.quantity_words import Vocabulary

_DIGIT = lazy(r"\d")
_WORD = lazy(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_WIDE = str.maketrans("０１２３４５６７８９，．％", "0123456789,.%")
_DECIMAL_DOT = lazy(r"(?<=\d)・(?=\d)")
_SCALE = lazy(r"[ \u00a0\u202f\u2009-]?([^\W\d_]+)\.?")
_CLOCK_BEFORE = lazy(r"\d:\Z")
_CLOCK_AFTER = lazy(r":\d|[ \u00a0\u202f]?([^\W\d_]+(?:['’.][^\W\d_]+)?)")
_MONTH = lazy(r"(?<!\d)(\d{1,2})\s?月(?![间間])")
_LOOK_BACK = 6
_RANGE = 8


def numbers(content: str, known: Vocabulary) -> list[Number]:
    """Return the numbers with digits in them, with their scales and units, from left to right."""
    if not _DIGIT.search(content):
        return []
    if not known.spaced:
        content = _DECIMAL_DOT.sub(".", content.translate(_WIDE))
    plain = list(_plain(content, known))
    scaled = [_scaled(content, one, known) for one in plain]
    each = zip(plain, scaled, plain[1:], scaled[1:], strict=False)
    return [*(_in_range(*one) for one in each), *scaled[-1:]]


def words(content: str, known: Vocabulary) -> list[Number]:
    """Return the numbers without digits in them: words, characters, Roman numerals."""
    if not known.spaced:
        return [*_listed(content, known), *number_words.characters(content)]
    spelled = (_with_units(content, one, known) for one in number_words.spelled(content, known))
    return [*spelled, *number_words.roman(content)]


def has_words(content: str, known: Vocabulary) -> bool:
    """Tell whether there are numbers in words that a translation must have."""
    lowered = content.lower().replace("’", "'")
    return not known.asked.isdisjoint(_WORD.findall(lowered)) if known.spaced else False


def dates(content: str, known: Vocabulary) -> list[tuple[str, Number]]:
    """Return the names of months ("m1" to "m12") and of days of the week ("d1" to "d7")."""
    found = known.dates.finditer(content) if known.dates else ()
    named = [(str(one.lastgroup), one) for one in found]
    if not known.spaced:
        named += [(f"m{int(one[1])}", one) for one in _MONTH.finditer(content)]
    return [(name, Number(*one.span(), (float(name[1:]),))) for name, one in named]


def _plain(content: str, known: Vocabulary) -> Iterator[Number]:
    if known.spaced:
        yield from figures(content)
        return
    placed = [one for one in number_words.characters(content) if one.weight is Weight.FIGURES]
    alone = (
        one for one in figures(content) if not any(at.start <= one.start < at.end for at in placed)
    )
    yield from sorted([*placed, *alone], key=lambda one: one.start)


def _listed(content: str, known: Vocabulary) -> Iterator[Number]:
    """Yield the words for numbers of a language without spaces between words."""
    for form, values in known.characters.items():
        start = content.find(form)
        if start >= 0:
            yield Number(start, start + len(form), values, weight=Weight.OFFERED)
    for name, before in known.eras.items():
        start = content.find(name + "元")
        if start >= 0:
            yield Number(start, start + 3, (before + 1.0,), weight=Weight.OFFERED)


def _scaled(content: str, number: Number, known: Vocabulary) -> Number:
    """Return a number with the scale, the unit and the time of day that stand beside it."""
    factor, end, further = 1.0, number.end, [*_of_era(content, number, known)]
    while (match := _SCALE.match(content, end)) and (power := known.scale(match[1].lower())):
        if len(match[1]) == 1:
            further += [rounded(value * power) for value in number.readings]
            break
        factor, end = factor * power, match.end(1)
    values = tuple(rounded(value * factor) for value in number.readings)
    return Number(
        number.start,
        end,
        (*values, *further),
        number.parts if factor == 1.0 else (),
        number.weight,
        _units(content, number.start, end, known),
        _is_hour(content, number, known),
    )


def _of_era(content: str, number: Number, known: Vocabulary) -> Iterator[float]:
    before = (
        known.eras.get(content[max(0, number.start - 2) : number.start]) if known.eras else None
    )
    if before:
        yield from (before + value for value in number.readings)


def _with_units(content: str, number: Number, known: Vocabulary) -> Number:
    if number.weight is Weight.OFFERED:
        return number
    return replace(number, units=_units(content, number.start, number.end, known))


def _units(content: str, start: int, end: int, known: Vocabulary) -> tuple[str, ...]:
    after = known.unit_after.match(content, end)
    before = known.unit_before.search(content, max(0, start - _LOOK_BACK), start)
    named = (one[1].lower() for one in (after, before) if one)
    return tuple(unit for form in named for unit in known.units.get(form, ()))


def _is_hour(content: str, number: Number, known: Vocabulary) -> bool:
    if not known.spaced:
        return content[number.end : number.end + 1] in known.clock
    after = _CLOCK_AFTER.match(content, number.end)
    if after and (after[1] is None or after[1].lower() in known.clock):
        return True
    return bool(_CLOCK_BEFORE.search(content, max(0, number.start - 3), number.start))


def _in_range(plain: Number, scaled: Number, next_plain: Number, next_scaled: Number) -> Number:
    """Return a number with the scale of the next one too, if both make a range: 5 to 10 million."""
    values = zip(next_scaled.readings[-1:], next_plain.readings[-1:], strict=False)
    factor = next((large / small for large, small in values if small), 1.0)
    apart = next_plain.start - plain.end
    if factor == 1.0 or apart > _RANGE or scaled.end != plain.end:
        return scaled
    further = tuple(rounded(value * factor) for value in plain.readings)
    return replace(scaled, readings=scaled.readings + further)
