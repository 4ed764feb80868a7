"""A number in figures whose thousands are a word: '75.9 thousand cars', '2 thousand 500'.

What it finds
: Figures followed by the word 'thousand', with or without further figures.

Why it matters
: Russian, Czech, Turkish and Chinese news writes '75,9 тысячи' or '2 bin 500'. English writes such
  a number out in figures, or all of it in words.

Flagged
: The plant built 75.9 thousand cars last year.
: Some 100 thousand people marched to the river.
: The ticket costs 2 thousand 500 liras.

Clean
: The plant built 75,900 cars last year.
: Two thousand people marched to the river.
: Between 5 and 10 thousand seats were sold.
: The fund holds 4 million shares.

Sources
: Associated Press Stylebook, numerals
: Guardian style guide, numbers
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from qa.check import Context, check
from qa.findings import Category, Confidence, Mark, Severity
from qa.model import Segment

# What stands before it makes it a range, a part of a longer number, or a name.
_SPLIT = (
    r"(?<![\d.,–/$€£-])(?<!\bto )(?<!\band )(?<!\bor )(?P<figures>[1-9]\d{0,2}(?:\.\d{1,3})?)"
    r"\s+thousand\b(?:\s+(?:and\s+)?(?P<rest>\d{1,3})\b(?![.,]?\d))?(?!-)"
)
_THOUSAND = 1000


@check("split-thousand", Category.LOCALE, Severity.WARNING, languages=("en",))
def split_thousand(segment: Segment, _context: Context) -> Iterator[Mark]:
    """Mark the number, and write it in figures."""
    for found in re.finditer(_SPLIT, segment.text.content):
        number = int(Decimal(found["figures"]) * _THOUSAND) + int(found["rest"] or 0)
        yield Mark(
            found.start(),
            found.end(),
            "a number is written in figures or in words, not half in each",
            suggestions=(f"{number:,}",),
            confidence=Confidence.NEARLY_ALWAYS,
        )
