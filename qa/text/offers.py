"""Whether a text has a number in some form: as another reading, hour, year, decade or measure."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from qa.text.numbers import Number, Weight, rounded
from qa.text.quantity_words import measures

# How far a converted measure may be off, as a share: translators round.
_ROUNDING = 0.08
_DEGREES = {"C", "F"}
_DEGREE_ROUNDING = 1.5
_HALF_DAY = 12
_FIRST_YEAR, _LAST_YEAR = 1000, 2100
_CENTURY = 100
# What a word may count: two decades are 20 years, three dozen 36, two weeks 14 days.
_COLLECTIVES = (7, 10, 12, 24, 30, 60, 100)


class Offers:
    """The numbers of a text, to look others up in."""

    def __init__(self, numbers: Iterable[Number]) -> None:
        self._numbers = list(numbers)
        self._values = {value for one in self._numbers for value in (*one.readings, *one.parts)}

    def meet(self, number: Number) -> bool:
        """Tell whether the text has ``number`` in some form."""
        if not self._values.isdisjoint(number.readings):
            return True
        return (
            any(map(self._has, number.readings))
            or (len(number.parts) > 1 and all(map(self._has_part, number.parts)))
            or self._has_hour(number)
            or self._has_measure(number)
            or (number.weight is Weight.SPELLED and self._has_collective(number))
        )

    @cached_property
    def _centuries(self) -> set[float]:
        years = [value for value in self._values if _FIRST_YEAR <= value < _LAST_YEAR]
        return {
            century + past for value in years for century in (value // _CENTURY,) for past in (0, 1)
        }

    @cached_property
    def _hours(self) -> set[float]:
        return {value for one in self._numbers if one.clock for value in one.readings}

    def _has(self, value: float) -> bool:
        """Tell whether the text has a value, or the year, decade or century that it stands for."""
        return (
            value in self._values
            or not self._values.isdisjoint(_equivalents(value))
            or (value in self._centuries)
        )

    def _has_part(self, value: float) -> bool:
        halves = (value - _HALF_DAY, value + _HALF_DAY)
        return value == 0 or self._has(value) or not self._values.isdisjoint(halves)

    def _has_hour(self, number: Number) -> bool:
        """Tell whether a number is an hour that the text counts to 12, or to 24."""
        offered = self._values if number.clock else self._hours
        hours = number.readings or number.parts[:1]
        return any(not offered.isdisjoint((hour - _HALF_DAY, hour + _HALF_DAY)) for hour in hours)

    def _has_collective(self, number: Number) -> bool:
        return any(
            value * size in self._values for value in number.readings for size in _COLLECTIVES
        )

    def _has_measure(self, number: Number) -> bool:
        """Tell whether the text has the same measure in another unit."""
        if not number.readings:
            return False
        own = dict(_sizes(number))
        return (
            any(self._has_length_of_time(size) for kind, size in own.items() if kind == "time")
            or any(
                _is_near(size, own.get(kind)) for one in self._numbers for kind, size in _sizes(one)
            )
            or any(_are_degrees(number, one) for one in self._numbers)
        )

    def _has_length_of_time(self, size: float) -> bool:
        """Tell whether a time is one of a longer unit, or a number of them: 24 hours, 14 days."""
        longer = (size / length for kind, length in measures().values() if kind == "time")
        return any(count == 1 or count in self._values for count in map(rounded, longer))


def _equivalents(value: float) -> Iterator[float]:
    """Yield the other ways to count the same year, decade or century."""
    if _FIRST_YEAR <= value < _LAST_YEAR:
        yield value % _CENTURY
        yield value // _CENTURY + 1
        yield value // _CENTURY
    elif 0 <= value < _CENTURY and value == int(value):
        yield from (1900 + value, 2000 + value, 1800 + value)
        yield from (value * _CENTURY, (value - 1) * _CENTURY)


def _sizes(number: Number) -> Iterator[tuple[str, float]]:
    known = measures()
    for unit in number.units if number.readings else ():
        if unit in known:
            kind, size = known[unit]
            yield kind, size * number.readings[0]


def _is_near(size: float, own: float | None) -> bool:
    return own is not None and abs(size - own) <= _ROUNDING * own


def _are_degrees(one: Number, other: Number) -> bool:
    """Tell whether two numbers are one temperature, in Celsius and in Fahrenheit."""
    if not _DEGREES & {*one.units, *other.units} or not other.readings:
        return False
    warm, cold = max(one.readings[0], other.readings[0]), min(one.readings[0], other.readings[0])
    return abs((warm - 32) / 1.8 - cold) <= _DEGREE_ROUNDING
