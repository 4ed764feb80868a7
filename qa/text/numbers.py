"""Figures in running text, with every value that they may have.

"1.500" is one and a half here and fifteen hundred there: a number keeps all its readings, and two
numbers agree if they share one.
"""

import re
from collections.abc import Iterator
from enum import IntEnum

from msgspec import Struct

from qa.regex import lazy

# Digits with separators inside; a space separates groups of three.
FIGURE = lazy(r"\d+(?:[.,'’٫٬]\d+|[ \u00a0\u202f\u2009]\d{3}(?![\d.,]*\d))*")
_SEPARATOR = lazy(r"[^\d]")
_GROUP = 3
_INDIAN_GROUP = 2
# A code of letters and digits (COVID-19, F16, 5G, #3) may be named otherwise in a translation.
_BEFORE_CODE = lazy(r"(?:[A-Za-z\u00c0-\u024f\u0400-\u04ff]-?|[#@_{\\=+~]|[</][\w/-]*)\Z")
_AFTER_CODE = lazy(r"-?[A-Z]|[}_>@=]|[a-z]{0,2}\d|-[a-z]+\d|\.[a-z]{2,}|\$[sd]|[/\\]\w*[A-Za-z]")
_CURRENCY = lazy(r"(?:\A|[^A-Za-z])(?:US|A|R|S|C|HK|NT|Rs|CHF|EUR|USD|GBP|RMB|Fr|Nr|No)\.?-?\Z")
_REACH = 12
_SMALL = 13
_YEARS = range(1900, 2100)


class Weight(IntEnum):
    """How surely a translation must have a number."""

    OFFERED = 0
    SPELLED = 1
    FIGURES = 2


class Number(Struct, frozen=True):
    """A number in a text.

    Attributes:
        start: offset of its first code point.
        end: offset behind its last one.
        readings: the values that it may have.
        parts: the values of its groups of digits ("10.30" is half past ten as well).
        weight: whether a translation must have it.
        units: codes of the units or currencies that its unit may be, empty without one.
        clock: whether it may be an hour.
    """

    start: int
    end: int
    readings: tuple[float, ...]
    parts: tuple[float, ...] = ()
    weight: Weight = Weight.FIGURES
    units: tuple[str, ...] = ()
    clock: bool = False

    @property
    def is_small(self) -> bool:
        """Tell whether it is as often written as a word, or not at all."""
        return max(self.readings or self.parts) < _SMALL

    @property
    def is_year(self) -> bool:
        """Tell whether it looks like a year of our times."""
        return len(self.readings) == 1 and self.readings[0] in _YEARS and not self.units


def figures(content: str) -> Iterator[Number]:
    """Yield the numbers that are written in digits, from left to right."""
    for match in FIGURE.finditer(content):
        parts = tuple(map(float, _SEPARATOR.split(match[0])))
        yield Number(*match.span(), readings(match[0]), parts, _weight(match))


def readings(written: str) -> tuple[float, ...]:
    """Return the values that digits with separators may stand for, none if it is not one number.

    >>> readings("1.500"), readings("3,5"), readings("1.234,56"), readings("19.07.2022")
    ((1500.0, 1.5), (3.5,), (1234.56,), ())
    """
    separators = _SEPARATOR.findall(written)
    groups = _SEPARATOR.split(written)
    if not separators:
        return (float(written),)
    whole = (float("".join(groups)),) if _are_grouped(groups) and _same(separators) else ()
    decimal = separators[-1] in ".,٫" and separators[-1] not in separators[:-1]
    if not decimal or not (len(groups) == 2 or _are_grouped(groups[:-1])):  # noqa: PLR2004
        return whole
    return (*whole, float("".join(groups[:-1]) + "." + groups[-1]))


def _same(separators: list[str]) -> bool:
    return len(set(separators)) == 1


def _are_grouped(groups: list[str]) -> bool:
    """Tell whether groups of digits are thousands, or lakhs and crores."""
    first, *middle, last = groups
    if len(last) != _GROUP or len(first) > _GROUP or first.startswith("0"):
        return False
    sizes = set(map(len, middle))
    return sizes <= {_GROUP} or (sizes == {_INDIAN_GROUP} and len(first) <= _INDIAN_GROUP)


def _weight(match: re.Match[str]) -> Weight:
    start, end = match.span()
    before = match.string[max(0, start - _REACH) : start]
    code = _AFTER_CODE.match(match.string, end) or (
        _BEFORE_CODE.search(before) and not _CURRENCY.search(before)
    )
    return Weight.OFFERED if code else Weight.FIGURES


def rounded(value: float) -> float:
    """Return a value without the dust of binary fractions."""
    return round(value, 6) if value < 1e6 else float(round(value))  # noqa: PLR2004
