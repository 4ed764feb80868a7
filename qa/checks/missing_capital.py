"""The name of a day, a month, a country or its people in lower case.

What it finds
: English names of days, months, countries, peoples, languages and faiths without their capital,
  from the language file and ``capitalised.txt``.

Why it matters
: German writes 'deutsch' and French 'lundi', 'janvier' and 'allemand' in lower case; English
  gives
  all of them a capital, and readers take the rest for carelessness.

Flagged
: The german government met on monday.
: The talks with the ukrainian side go on in february.
: Most german-speaking readers will know him.

Clean
: The German government met on Monday.
: They may march in an august manner.
: Write to info@german.example or see www.european.example/english.
: She likes french fries, turkey and nail polish, which her un-american friend finds odd.

Sources
: The Chicago Manual of Style, chapter 8 (nationalities, days, months)
: Duden, Groß- und Kleinschreibung: Ableitungen von geografischen Namen
"""

import re
from collections.abc import Iterator
from functools import cache

from qa.check import Context, check
from qa.findings import Category, Confidence, Mark, Severity
from qa.language import Language
from qa.model import Segment

# Common words as well, like most short forms of days and months.
_AMBIGUOUS = frozenset({"march", "august", "sept"})
_SHORT_FORM = 3


@check("missing-capital", Category.FLUENCY, Severity.WARNING, languages=("en",))
def missing_capital(segment: Segment, context: Context) -> Iterator[Mark]:
    """Mark the word."""
    content = segment.text.content
    present = _names(context.language).intersection(context.words(segment).keys)
    lower = sorted(name for name in present if name in content)
    if lower:
        pattern = rf"(?<![\w@/.#’'\xad-])(?:{'|'.join(lower)})(?![\w@/\xad]|\.\w)"
        yield from map(_mark, re.finditer(pattern, content))


@cache
def _names(language: Language) -> frozenset[str]:
    dates = frozenset(map(str.lower, (*language.weekdays, *language.months)))
    long = frozenset(date for date in dates if len(date) > _SHORT_FORM)
    return (long | language.words("capitalised")) - _AMBIGUOUS


def _mark(found: re.Match[str]) -> Mark:
    return Mark(
        found.start(),
        found.end(),
        f"'{found[0]}' takes a capital in English",
        why="other languages write such names in lower case",
        suggestions=(found[0].capitalize(),),
        confidence=Confidence.NEARLY_ALWAYS,
    )
