"""What a translation does with the quantities of its source."""

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from qa.text import quantities
from qa.text.numbers import Number, Weight, figures
from qa.text.offers import Offers
from qa.text.quantity_words import Vocabulary, vocabulary

_DAYS = 7


class Change(Struct, frozen=True):
    """A quantity of the source, and the one that stands in its place in the target."""

    source: Number
    target: Number


class Comparison(Struct, frozen=True):
    """The quantities that differ between a source and its target.

    Attributes:
        missing: numbers of the source that the target has in no form.
        added: numbers of the target that the source has in no form.
        changed: numbers that stand in each other's place.
        units: the same number with another unit or currency.
        dates: another month or another day of the week.
    """

    missing: tuple[Number, ...] = ()
    added: tuple[Number, ...] = ()
    changed: tuple[Change, ...] = ()
    units: tuple[Change, ...] = ()
    dates: tuple[Change, ...] = ()


class _Side(Struct, frozen=True):
    """One of the two texts, with its numbers in digits."""

    content: str
    known: Vocabulary
    numbers: list[Number]


@lru_cache(maxsize=4)
def compare(source: str, target: str, source_tag: str, target_tag: str) -> Comparison:
    """Compare the quantities of two texts in languages given by their tags."""
    before, after = _side(source, source_tag), _side(target, target_tag)
    missing, added = _differences(before, after)
    pairs = min(len(missing), len(added))
    return Comparison(
        missing=_in_figures(missing[pairs:]),
        added=_in_figures(added[pairs:]),
        changed=_changes(missing, added),
        units=tuple(_other_units(before, after)),
        dates=tuple(_other_dates(before, after)),
    )


def _side(content: str, tag: str) -> _Side:
    known = vocabulary(tag)
    return _Side(content, known, quantities.numbers(content, known))


def _in_figures(numbers: list[Number]) -> tuple[Number, ...]:
    return tuple(one for one in numbers if one.weight is Weight.FIGURES)


def _changes(missing: list[Number], added: list[Number]) -> tuple[Change, ...]:
    return tuple(Change(one, other) for one, other in zip(missing, added, strict=False))


def _differences(before: _Side, after: _Side) -> tuple[list[Number], list[Number]]:
    """Return the numbers that only one side has; words are read where digits do not settle it."""
    sides = before, after
    settled = not _unmet(before.numbers, Offers(after.numbers)) and not _unmet(
        after.numbers, Offers(before.numbers)
    )
    if settled and not any(quantities.has_words(one.content, one.known) for one in sides):
        return [], []
    old, new = _with_words(before), _with_words(after)
    if before.known.known and after.known.known:
        return _unmet(old, Offers(new)), _unmet(new, Offers(old))
    # Without its words for a million, a language says no more than the digits before them.
    offered, reoffered = (
        Offers([*one, *figures(side.content)]) for one, side in zip((old, new), sides, strict=True)
    )
    return _unmet(old, reoffered, unsure=True), _unmet(new, offered, unsure=True)


def _with_words(side: _Side) -> list[Number]:
    """Return all numbers of a side, in order; a word within a number with digits is part of it."""
    taken = {place for one in side.numbers for place in range(one.start, one.end)}
    words = quantities.words(side.content, side.known)
    further = [one for one in words if one.start not in taken]
    return sorted([*side.numbers, *further], key=lambda one: one.start)


def _unmet(asked: list[Number], offers: Offers, *, unsure: bool = False) -> list[Number]:
    return [one for one in asked if _is_asked(one, unsure=unsure) and not offers.meet(one)]


def _is_asked(number: Number, *, unsure: bool) -> bool:
    """Tell whether a number must be on the other side.

    Of a language whose words for numbers are not known, only numbers count that nobody writes in
    words.
    """
    value = max(number.readings or number.parts)
    if value <= 1 or number.weight is Weight.OFFERED:
        return False
    odd = not number.is_small and value % 10 != 0 and value == int(value)
    return not unsure or (number.weight is Weight.FIGURES and odd and bool(number.parts))


def _other_units(before: _Side, after: _Side) -> Iterator[Change]:
    for one in before.numbers if after.numbers else ():
        twins = [other for other in after.numbers if set(one.readings) & set(other.readings)]
        if one.units and twins and all(_differ(one, other) for other in twins):
            yield Change(one, twins[0])


def _differ(one: Number, other: Number) -> bool:
    return bool(other.units) and not set(one.units) & set(other.units)


def _other_dates(before: _Side, after: _Side) -> Iterator[Change]:
    """Yield months and days that stand in each other's place."""
    old = quantities.dates(before.content, before.known)
    new = quantities.dates(after.content, after.known) if old else []
    for kind in ("m", "d") if new else ():
        lost, gained = _names(old, kind), _names(new, kind)
        only_old = [one for one in lost if one.readings not in _values(gained)]
        only_new = [one for one in gained if one.readings not in _values(lost)]
        for one, other in zip(only_old, only_new, strict=False):
            if kind == "m" or not _is_night_before(one, other, before, after):
                yield Change(one, other)


def _names(named: list[tuple[str, Number]], kind: str) -> list[Number]:
    return [one for name, one in named if name[0] == kind]


def _values(numbers: list[Number]) -> set[tuple[float, ...]]:
    return {one.readings for one in numbers}


def _is_night_before(one: Number, other: Number, before: _Side, after: _Side) -> bool:
    """Tell whether two days share the night between them: "Nacht zum Sonntag", Saturday night."""
    apart = (one.readings[0] - other.readings[0]) % _DAYS
    nights = any(
        word in side.content.lower() for side in (before, after) for word in side.known.night
    )
    return nights and apart in (1, _DAYS - 1)
