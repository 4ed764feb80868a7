"""What numbers, units and currencies are called: ``corpora/<tag>/quantities.toml``, compiled."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from typing import TypeVar

from msgspec import Struct

from qa.language import language, nearest

T = TypeVar("T")

_MONTHS = 12
_STEM = "~"
_SHORTEST_MONTH = 3
_KEPT_WORDS = 50_000
_SHORTEST_STEM = 5
_LONGEST_ENDING = 6


class Table(Struct, frozen=True, forbid_unknown_fields=True):
    """``quantities.toml``: names by value, by power of ten, by unit, by currency, by day.

    A name that ends in "~" stands for all words that begin so.
    """

    clock: tuple[str, ...] = ()
    night: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    vigesimal: bool = False
    values: dict[float, tuple[str, ...]] = {}
    scales: dict[int, tuple[str, ...]] = {}
    units: dict[str, tuple[str, ...]] = {}
    currencies: dict[str, tuple[str, ...]] = {}
    weekdays: dict[int, tuple[str, ...]] = {}
    eras: dict[str, int] = {}
    measures: dict[str, dict[str, float]] = {}


class Vocabulary:
    """The names of quantities in one language.

    Attributes:
        known: whether there is a table; without one digits are all that is understood.
        spaced: whether spaces stand between words.
        vigesimal: whether four twenties are eighty.
        cardinals: value by word.
        asked: those cardinals that a translation must have: one is also an article.
        scales: factor by word: a thousand, a million.
        eras: the year before the first one, by the name of the era.
        months: number by name.
        night: beginnings of words for the night, in lower case.
    """

    def __init__(self, tag: str) -> None:
        everywhere, table = nearest("und", "quantities", Table), nearest(tag, "quantities", Table)
        named = language(tag)
        self.known = bool(table.values)
        self.spaced = named.spaced
        self.vigesimal = table.vigesimal
        self.eras = table.eras
        self.cardinals = _exact(table.values)
        powers = _exact(everywhere.scales) | _exact(table.scales)
        self.scales: dict[str, float] = {word: 10.0**power for word, power in powers.items()}
        self.asked = frozenset(word for word, value in self.cardinals.items() if value > 1)
        self.night = tuple(word.lower() for word in table.night)
        self.months = {name: at % _MONTHS + 1 for at, name in enumerate(named.months)}
        self._table, self._everywhere = table, everywhere
        self._values: dict[str, tuple[float, ...]] = {}

    def values(self, word: str) -> tuple[float, ...]:
        """Return what a word in lower case may count, by its beginning and part by part."""
        if word not in self._values:
            if len(self._values) > _KEPT_WORDS:
                self._values.clear()
            self._values[word] = (*self._begun(word), *self._joined(word))
        return self._values[word]

    def scale(self, word: str) -> float | None:
        """Return the factor of a word in lower case, endings and all: "миллионом" is a million."""
        if word in self.scales:
            return self.scales[word]
        sizes = range(len(word) - 1, max(_SHORTEST_STEM, len(word) - _LONGEST_ENDING) - 1, -1)
        found = (self.scales[word[:size]] for size in sizes if word[:size] in self.scales)
        return next(found, None)

    def _begun(self, word: str) -> tuple[float, ...]:
        beginnings = (word[:size] for size in range(len(word), 1, -1))
        return tuple(value for one in beginnings for value in self._stems.get(one, ()))

    def _joined(self, word: str) -> tuple[float, ...]:
        """Return the value of a word made of number words, and those of its parts."""
        parts, place = [], 0
        while self._table.joined and (found := self._root.match(word, place)):
            parts.append(self.cardinals.get(found[1]) or self.scales[found[1]])
            place = found.end()
        return (total(parts), *parts) if len(parts) > 1 else tuple(parts)

    @cached_property
    def _root(self) -> re.Pattern[str]:
        scales = (word for word in self.scales if len(word) > 3)  # noqa: PLR2004
        named = {*self.cardinals, *scales}
        roots = sorted((word for word in named if len(word) > 1), key=len, reverse=True)
        links = "|".join(self._table.joined)
        return re.compile(f"({'|'.join(map(re.escape, roots))})(?:{links})?")

    @cached_property
    def _stems(self) -> dict[str, list[float]]:
        return _by_form(
            (form[:-1].lower(), float(value))
            for value, forms in self._table.values.items()
            for form in forms
            if form.endswith(_STEM)
        )

    @cached_property
    def units(self) -> dict[str, list[str]]:
        """Units and currencies by name in lower case."""
        tables = (self._everywhere, self._table)
        return _by_form(
            (form.lower(), unit)
            for table in tables
            for named in (table.units, table.currencies)
            for unit, forms in named.items()
            for form in forms
        )

    @cached_property
    def unit_after(self) -> re.Pattern[str]:
        """The pattern of a unit behind a number, in group 1; long names may be inflected."""
        edge = rf"(?:(?<=\w{{{_SHORTEST_STEM - 1}}})\w{{0,{_LONGEST_ENDING}}}(?!\w)|(?!\w))"
        forms = "|".join(map(re.escape, sorted(self.units, key=len, reverse=True)))
        ending = edge if self.spaced else ""
        return re.compile(rf"[ \u00a0\u202f\u2009-]?({forms}){ending}", re.IGNORECASE)

    @cached_property
    def unit_before(self) -> re.Pattern[str]:
        """The pattern of a currency before a number, its name in group 1."""
        tables = (self._everywhere, self._table)
        forms = [form for one in tables for forms in one.currencies.values() for form in forms]
        return re.compile(rf"({'|'.join(map(re.escape, forms))})[ \u00a0\u202f]?\Z", re.IGNORECASE)

    @cached_property
    def characters(self) -> dict[str, tuple[float, ...]]:
        """Values by word, of a language without spaces between words."""
        named = _by_form(
            (form, float(value)) for value, forms in self._table.values.items() for form in forms
        )
        return {form: tuple(values) for form, values in named.items()}

    @cached_property
    def currencies(self) -> frozenset[str]:
        """The codes of the currencies among the units."""
        return frozenset({*self._everywhere.currencies, *self._table.currencies})

    @cached_property
    def dates(self) -> re.Pattern[str] | None:
        """The pattern of months and days: group ``d1`` is Monday, ``m1`` January, and so on."""
        days = {f"d{day}": forms for day, forms in self._table.weekdays.items()}
        months: dict[str, tuple[str, ...]] = {}
        for name, month in self.months.items():
            if not name[0].isdecimal() and (len(name) >= _SHORTEST_MONTH or not self.spaced):
                months[f"m{month}"] = (*months.get(f"m{month}", ()), name)
        return _alternatives(days | months, r"\b" if self.spaced else "")

    @cached_property
    def clock(self) -> frozenset[str]:
        """Words that make a time of the number beside them, in lower case."""
        return frozenset(word.lower() for word in self._table.clock)


@cache
def vocabulary(tag: str) -> Vocabulary:
    """Return the names of quantities in the nearest known language to ``tag``."""
    return Vocabulary(tag)


@cache
def measures() -> Mapping[str, tuple[str, float]]:
    """Return the kind of every unit that can be converted, and its size in that kind."""
    kinds = nearest("und", "quantities", Table).measures
    return {unit: (kind, size) for kind, sizes in kinds.items() for unit, size in sizes.items()}


def total(values: Iterable[float], *, vigesimal: bool = False) -> float:
    """Return the number that words for ``values``, in order, make: 3, 100, 50 is 350."""
    whole = section = 0.0
    for value in values:
        if value >= 1000:  # noqa: PLR2004
            whole, section = whole + (section or 1) * value, 0.0
        elif value == 100 or (vigesimal and value == 20 and section == 4):  # noqa: PLR2004
            section = (section or 1) * value
        else:
            section += value
    return whole + section


def _exact(
    table: Mapping[float, tuple[str, ...]] | Mapping[int, tuple[str, ...]],
) -> dict[str, float]:
    return {
        form.lower(): float(value)
        for value, forms in table.items()
        for form in forms
        if not form.endswith(_STEM)
    }


def _by_form(named: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = {}
    for form, value in named:
        found.setdefault(form, []).append(value)
    return found


def _alternatives(named: Mapping[str, tuple[str, ...]], edge: str) -> re.Pattern[str] | None:
    if not named:
        return None
    groups = (
        f"(?P<{name}>{'|'.join(_form(form, edge) for form in forms)})"
        for name, forms in named.items()
    )
    # Most words are passed over by their first letter alone.
    initials = {form[0] for forms in named.values() for form in forms}
    first = "".join(sorted(initials | {one.upper() for one in initials}))
    return re.compile(edge + f"(?=[{first}])(?:{'|'.join(groups)})")


def _form(form: str, edge: str) -> str:
    """Return the pattern of a name, at the start of a sentence too."""
    first = f"[{form[0].lower()}{form[0].upper()}]" if form[0].islower() else re.escape(form[0])
    rest = re.escape(form.removesuffix(_STEM)[1:])
    return first + rest + ("" if form.endswith(_STEM) else edge)
