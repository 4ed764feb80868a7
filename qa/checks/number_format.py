"""A number written by another language's rules.

What it finds
: A decimal comma in English, a decimal point in German, and thousands set off by the wrong sign,
  where a unit or what is counted shows that it is not a list, a time, a date or a version.

Why it matters
: The figure reads as a thousand times more or less than is meant: to an English reader 10.000 is
  ten.

Flagged
: Prices rose by 3,5 percent, and bread by 12,25%.
: About 10.000 people came.
: The bill came to 1.234,56 euros for 1.250.000 copies.
: She paid €25.000 for the car.
: [de] Die Preise stiegen um 3.5 Prozent.
: [de] Etwa 10,000 Menschen kamen, bei 1,250,000 Einwohnern.

Clean
: It cost 10,000 dollars, or 3.5 percent more; see pages 3,5 and 7.
: She ran 10.000 metres and scored 15.133 points; petrol is $1.459 a gallon.
: Version 1.250.3 runs on 192.168.100.100 since 19.07.2022, 8.30 at night.
: It is worth $22.012 trillion, or 9.975 percent.
: Births in 2015,3 percent of them at home, fell.
: [de] Um 8.30 Uhr am 3.5. waren 3,5 Prozent der 10.000 Menschen in Raum 3.5 da.
: [de] Sie lief in 9,580 Sekunden.

Sources
: Unicode CLDR, number symbols (https://cldr.unicode.org)
: The Chicago Manual of Style, 9.56, the comma with numbers; Duden, Zahlen und Ziffern
"""

import re
from collections.abc import Iterator
from functools import cache

from qa.check import Context, check
from qa.findings import Category, Mark, Severity
from qa.language import Numbers, language
from qa.model import Segment
from qa.regex import lazy

_OTHER = {".": ",", ",": "."}
# Spanish has a comma in Madrid and a point in Mexico.
_DIVIDED = {"es"}
_AFTER = lazy(r"[ \u00a0\u202f-]?([^\W\d_]+(?:/h)?|[%‰€$£¥₽₴]|°[CF])")
_CURRENCY = lazy(r"(?:[€$£¥₽₴]|EUR|USD|CHF|GBP)[ \u00a0\u202f]?\Z")
_MONEY = {"€", "$", "£", "¥", "EUR", "USD", "CHF", "GBP", "euros", "dollars", "pounds", "Euro"}
_LARGEST_OCTET = 255


@check("number-format", Category.LOCALE, Severity.WARNING)
def number_format(segment: Segment, context: Context) -> Iterator[Mark]:
    """Mark the number, without its unit."""
    known = context.language
    if known.numbers is None or known.numbers.decimal not in _OTHER or known.tag in _DIVIDED:
        return
    for match in _foreign(known.numbers.decimal).finditer(segment.text.content):
        if _EVIDENCE[match.lastgroup or ""](match, known.tag):
            written = _rewritten(match[0], known.numbers)
            message = f"{known.name} writes this number {written}"
            yield Mark(*match.span(), message, suggestions=(written,))


@cache
def _foreign(decimal: str) -> re.Pattern[str]:
    """Return the pattern of numbers in the format that is not the language's, by shape."""
    own, other = re.escape(decimal), re.escape(_OTHER[decimal])
    return re.compile(
        rf"""
        [0-9](?<![\w.,:/-][0-9])
        (?: [0-9]{{0,2}}(?:{own}[0-9]{{3}}){{1,4}}{other}[0-9]{{1,3}}(?P<full>)
          | [0-9]{{0,2}}(?:{own}[0-9]{{3}}){{2,4}}(?P<millions>)
          | [0-9]{{0,2}}{own}[0-9]{{3}}(?P<thousands>)
          | [0-9]{{0,2}}{other}[0-9]{{1,2}}(?P<decimals>)
        )
        (?![\w/]|[.,:][0-9])
        """,
        re.VERBOSE,
    )


@cache
def _listed(kind: str, tag: str) -> frozenset[str]:
    """Return a word list of a language together with what holds everywhere."""
    return language(tag).words(kind) | language("und").words(kind)


def _is_certain(_match: re.Match[str], _tag: str) -> bool:
    return True


def _is_no_address(match: re.Match[str], _tag: str) -> bool:
    """Tell a number of millions from an address of the Internet."""
    groups = re.split("[.,]", match[0])
    return len(groups) != 4 or any(int(group) > _LARGEST_OCTET for group in groups)  # noqa: PLR2004


def _is_counted(match: re.Match[str], tag: str) -> bool:
    """Tell whether the number can have no decimals: of people, or an amount in round hundreds."""
    if match[0].startswith("0"):
        return False
    after = _word_after(match)
    if after in _listed("count-nouns", tag):
        return True
    is_money = after in _MONEY or (
        _has_currency_before(match) and after not in _listed("units", tag)
    )
    return is_money and match[0].endswith("00")


def _is_measured(match: re.Match[str], tag: str) -> bool:
    """Tell whether a unit follows, or a currency stands before."""
    return _has_currency_before(match) or _word_after(match) in _listed("units", tag)


def _word_after(match: re.Match[str]) -> str:
    found = _AFTER.match(match.string, match.end())
    return found[1] if found else ""


def _has_currency_before(match: re.Match[str]) -> bool:
    return bool(_CURRENCY.search(match.string, max(0, match.start() - 4), match.start()))


_EVIDENCE = {
    "full": _is_certain,
    "millions": _is_no_address,
    "thousands": _is_counted,
    "decimals": _is_measured,
}


def _rewritten(number: str, format_: Numbers) -> str:
    """Return a number with the separators changed for the language's own."""
    own = format_.decimal
    signs = {own: format_.grouping[0], _OTHER[own]: own}
    return "".join(signs.get(one, one) for one in number)
