"""A date or a time written by another language's rules.

What it finds
: Months of another language beside a day or a year, the point that makes an ordinal in German
  ("the 3. October") in a language without it, and its absence in German; in English also "14.30
  Uhr", "14:30 o'clock" and dates such as 19.07.2022.

Why it matters
: It betrays a translation, and a day and a month may be taken for each other.

Flagged
: The fair begins on 19. July and ends on the 3. October.
: He was born on 19 Juli 1950.
: The doors open at 14.30 Uhr, the play begins at 15:45 o'clock (18.30 clock in May).
: The contract was signed on 19.07.2022.
: [de] Die Messe beginnt am July 19 und endet am 3rd October 2024.
: [de] Das Fest dauert vom 18. bis 20 September.

Clean
: The fair begins on 19 July. He scored 19. July was his best month.
: Juli Zeh read from her novel; Mars 2020 landed; Mayo 2-14 lost.
: Version 19.07.20 came at 14.30, at two o'clock; it beat by 5. March on!
: Theresa May 2017: a year at the 5th March for Science 2018.
: [de] Die Messe beginnt am 19. Juli um 14.30 Uhr und endete 2019. September Songs liefen.
: [de] Theresa May, June Carter und der Film „4th of July“ am 19.07.2022.

Sources
: Unicode CLDR, dates and times (https://cldr.unicode.org)
: The Chicago Manual of Style, 6.38 and 9.36, dates; Duden, Datum
"""

import re
from collections.abc import Iterator
from functools import cache

from qa import resources
from qa.check import Context, check
from qa.findings import Category, Mark, Severity
from qa.language import Language, known, language, primary
from qa.model import Segment
from qa.regex import lazy

_WITH_POINT = {"cs", "da", "de", "fi", "no"}
_WITHOUT_POINT = {"en", "es", "fr", "it", "nl", "pl", "pt", "ru", "sv", "uk"}
_YEAR = r"(?:19|20)[0-9]{2}\b"
_DIGIT = lazy("[0-9]")
_POINT = lazy(r"\. (?:(?<=\s[0-9]\. )|(?<=\s[0-9]{2}\. ))")
_MONTHS = 12
_NOON = 12
# What stands before a date in English; after other words the point may end a sentence.
_BEFORE_DATE = lazy(r"\b(?:[Tt]he|[Oo]n|[Ss]ince|[Uu]ntil|till|[Ff]rom|[A-Z][a-z]+day,?)\s\Z")
_CLOCK = lazy(
    r"(?P<hour>[0-9](?<![\w.,:][0-9])[0-9]?)(?:[.:](?P<minutes>[0-5][0-9]))?"
    r" (?:(?P<german>Uhr)|(?P<of>o['’])?clock)\b"
)
_NUMERIC = lazy(
    r"(?P<day>[0-9](?<![\w.,:/-][0-9])[0-9]?)\.(?P<month>[0-9]{1,2})\."
    rf"(?P<year>{_YEAR})(?![/-]|\.[0-9])"
)


@check("date-format", Category.LOCALE, Severity.WARNING)
def date_format(segment: Segment, context: Context) -> Iterator[Mark]:
    """Mark the whole date or time."""
    content, tag = segment.text.content, context.language.tag
    if not _DIGIT.search(content):
        return
    if not _foreign_names(tag).isdisjoint(context.words(segment).keys):
        yield from _foreign_months(content, context.language)
    if primary(tag) in _WITH_POINT or (primary(tag) in _WITHOUT_POINT and _POINT.search(content)):
        yield from _points(content, context.language)
    if primary(tag) == "en":
        yield from _in_english(content, context.language)


def _in_english(content: str, own: Language) -> Iterator[Mark]:
    if "clock" in content or "Uhr" in content:
        yield from _clocks(content)
    if ".19" in content or ".20" in content:
        yield from _numeric(content, own)


def _foreign_months(content: str, own: Language) -> Iterator[Mark]:
    unsure = resources.lines("und/ambiguous-months.txt")
    for match in _foreign_dates(own.tag).finditer(content):
        name = match["name"] or match["first"]
        day, year = match["day"] or match["second"], match["year"]
        if (day and year) or ((day or year) and name not in unsure):
            written = _date(day, _index(name), year, own)
            message = f"'{name}' is not what {own.name} calls the month"
            yield Mark(*match.span(), message, suggestions=(written,) if written else ())


@cache
def _foreign_names(tag: str) -> frozenset[str]:
    """Return the months of other languages, in lower case, that mean nothing in this one."""
    if tag == "und":
        return frozenset()
    own = frozenset(name.lower() for name in language(tag).months)
    return frozenset(name.lower() for name in resources.lines("und/months.txt")) - own


@cache
def _foreign_dates(tag: str) -> re.Pattern[str]:
    foreign = _foreign_names(tag)
    names = "|".join(n for n in sorted(resources.lines("und/months.txt")) if n.lower() in foreign)
    return re.compile(
        r"(?:(?P<day>[0-9](?<![\w.,:/-][0-9])[0-9]?)(?:st|nd|rd|th|er|\.)? "
        rf"(?P<name>{names})\b|\b(?P<first>{names})\b"
        r"(?: (?P<second>[0-9]{1,2})(?:st|nd|rd|th)?(?![\w:-]|[.,][0-9]))?)"
        rf"(?:,? (?P<year>{_YEAR}))?"
    )


@cache
def _index(name: str) -> int:
    """Return the number of a month, January being 0, by its name in any language."""
    months = next(months for tag in known() if name in (months := language(tag).months))
    return months.index(name) % _MONTHS


def _date(day: str, month: int, year: str, own: Language) -> str:
    """Return a date as English or German writes it, empty for another language."""
    point = {"en": "", "de": "."}.get(primary(own.tag))
    if point is None:
        return ""
    return " ".join(part for part in (day and day + point, own.months[month], year) if part)


def _points(content: str, own: Language) -> Iterator[Mark]:
    """Mark days that have an ordinal point and should not, or the other way round."""
    wanted = "." if primary(own.tag) in _WITH_POINT else ""
    for match in _days(own.tag, wanted).finditer(content):
        if primary(own.tag) == "en" and not _is_date(match):
            continue
        written = f"{match['day']}{wanted} {match['month']}"
        message = f"{own.name} writes the day {'with' if wanted else 'without'} a point"
        yield Mark(*match.span(), message, suggestions=(written,))


@cache
def _days(tag: str, wanted: str) -> re.Pattern[str]:
    """Return the pattern of a day and a month with the wrong sign between them."""
    names = "|".join(dict.fromkeys(language(tag).months))
    unwanted = "" if wanted else r"\."
    return re.compile(
        r"(?:\bthe )?(?P<day>[0-9](?<![\w.,:/-][0-9])[0-9]?)"
        rf"{unwanted} (?P<month>{names})\b(?!-)"
    )


def _is_date(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start("day") - 12) : match.start("day")]
    return bool(
        _BEFORE_DATE.search(before) or re.match(rf",? {_YEAR}", match.string[match.end() :])
    )


def _clocks(content: str) -> Iterator[Mark]:
    for match in _CLOCK.finditer(content):
        hour, minutes = int(match["hour"]), match["minutes"]
        if match["german"] or minutes or (match["of"] and hour > _NOON):
            half = "pm" if hour >= _NOON else "am"
            past = f":{minutes}" if minutes and minutes != "00" else ""
            written = (f"{hour % _NOON or _NOON}{past} {half}", f"{hour}:{minutes or '00'}")
            message = "English writes a time without this word"
            yield Mark(*match.span(), message, suggestions=written)


def _numeric(content: str, own: Language) -> Iterator[Mark]:
    for match in _NUMERIC.finditer(content):
        month = int(match["month"])
        if 1 <= month <= _MONTHS:
            written = _date(str(int(match["day"])), month - 1, match["year"], own)
            message = "a date that English does not write with points"
            yield Mark(*match.span(), message, suggestions=(written,), severity=Severity.NOTE)
