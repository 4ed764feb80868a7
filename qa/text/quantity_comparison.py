"""What a translation does with the quantities of its source."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from qa.text import quantities
from qa.text.numbers import Number, Weight
from qa.text.quantities import rounded
from qa.text.quantity_words import measures, vocabulary

# How far a converted measure may be off, as a share: translators round.
_ROUNDING = 0.08


class Change(Struct, frozen=True):
    """A quantity of the source, of which the target has another in its place."""

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


@lru_cache(maxsize=4)
def compare(source: str, target: str, source_tag: str, target_tag: str) -> Comparison:
    """Compare the quantities of two texts in languages given by their tags."""
    before, after = quantities.numbers(source, source_tag), quantities.numbers(target, target_tag)
    spelled, respelled = (), ()
    spelled = quantities.words(source, source_tag)
    respelled = quantities.words(target, target_tag)
    missing = [*_unmet([*before, *spelled], [*after, *respelled])]
    added = [*_unmet([*after, *respelled], [*before, *spelled])]
    changed = [*_paired(missing, added)]
    return Comparison(
        missing=tuple(one for one in missing if one.weight is Weight.FIGURES and not any(c.source is one for c in changed)),
        added=tuple(one for one in added if one.weight is Weight.FIGURES and not any(c.target is one for c in changed)),
        changed=tuple(changed),
        units=tuple(_other_units(before, after)),
        dates=tuple(_other_dates(source, target, source_tag, target_tag, before, after)),
    )


def _unmet(asked: list[Number], offered: list[Number]) -> Iterator[Number]:
    values = {value for one in offered for value in (*one.readings, *one.parts)}
    hours = {value for one in offered if one.clock for value in one.readings}
    for one in asked:
        if one.weight is not Weight.OFFERED and not _is_met(one, values, hours, offered):
            yield one


def _is_met(number: Number, values: set[float], hours: set[float], offered: list[Number]) -> bool:
    if not number.readings and not number.parts:
        return True
    if any(_is_offered(value, values) for value in number.readings):
        return True
    if len(number.parts) > 1 and all(_is_part(part, values) for part in number.parts):
        return True
    return _is_time(number, values, hours) or _is_converted(number, offered)


def _is_part(value: float, values: set[float]) -> bool:
    return value == 0 or _is_offered(value, values) or not values.isdisjoint((value - 12, value + 12))


def _is_offered(value: float, values: set[float]) -> bool:
    return value in values or not values.isdisjoint(_equivalents(value))


def _equivalents(value: float) -> Iterator[float]:
    """Yield the other ways to count the same year, decade or century."""
    if value != int(value):
        return
    if 1000 <= value < 2100:  # noqa: PLR2004
        yield value % 100
        yield value // 100 + 1
        yield value // 100
    elif 0 <= value < 100:  # noqa: PLR2004
        yield from (1900 + value, 2000 + value, 1800 + value)
        yield from (value * 100, (value - 1) * 100)


def _is_time(number: Number, values: set[float], hours: set[float]) -> bool:
    """Tell whether a number is an hour that the other text counts to twelve, or to 24."""
    for value in number.readings or number.parts[:1]:
        others = {value - 12, value + 12}
        if not (values if number.clock else hours).isdisjoint(others) or (number.clock and value == 0):
            return True
    return False


def _is_converted(number: Number, offered: Iterable[Number]) -> bool:
    """Tell whether the other text has the same measure in another unit."""
    own = dict(_sizes(number))
    return bool(own) and any(
        abs(size - own[kind]) <= _ROUNDING * own[kind]
        for one in offered
        for kind, size in _sizes(one)
        if kind in own
    )


def _sizes(number: Number) -> Iterator[tuple[str, float]]:
    known = measures()
    for unit in number.units if number.readings else ():
        if unit in known:
            kind, size = known[unit]
            yield kind, size * number.readings[0]


def _paired(missing: list[Number], added: list[Number]) -> Iterator[Change]:
    """Yield what stands in each other's place, in order."""
    for one, other in zip(missing, added, strict=False):
        yield Change(one, other)


def _other_units(before: list[Number], after: list[Number]) -> Iterator[Change]:
    for one in before:
        twins = [other for other in after if set(one.readings) & set(other.readings)]
        if one.units and twins and all(_differ(one, other) for other in twins):
            yield Change(one, twins[0])


def _differ(one: Number, other: Number) -> bool:
    return bool(other.units) and not set(one.units) & set(other.units)


def _other_dates(source: str, target: str, source_tag: str, target_tag: str, before: list[Number], after: list[Number]) -> Iterator[Change]:
    """Yield months and days that stand in each other's place."""
    for named in (quantities.months, quantities.weekdays):
        old, new = named(source, source_tag), named(target, target_tag)
        lost = _without(old, [*new, *after])
        gained = _without(new, [*old, *before])
        for one, other in zip(lost, gained, strict=False):
            yield Change(one, other)


def _without(asked: list[Number], offered: list[Number]) -> list[Number]:
    values = {value for one in offered for value in (*one.readings, *one.parts)}
    return [one for one in asked if values.isdisjoint(one.readings)]
