"""Quotation marks of another language's convention.

What it finds
: A quotation in marks that the language does not use, such as „…“ or »…« in English and “…” in
  German.

Why it matters
: The marks are the quickest give-away of the language a text was translated from, and “ opens a
  quotation in one language and closes it in another.

Flagged
: The paper called it a „victory of reason“.
: He likes to sing »Yesterday« on the bus.
: She wrote ”Home” on the door of the shed.
: [de] Der Minister sprach von einem “Sieg der Vernunft”.

Clean
: The paper called it a “victory of reason”, and "that" was that.
: The dogs’ owner is 5'10" and said ‘no’.
: Turn left » then right.
: [de] Der Minister sprach von einem „Sieg der Vernunft“ und von »Glück«.
: [de] Im „Spiegel“-Interview sagte sie, „Deutschland“ sei „müde“.

Sources
: Unicode CLDR, delimiters (https://cldr.unicode.org)
: Wikipedia, Quotation mark (https://en.wikipedia.org/wiki/Quotation_mark)
"""

import re
from collections.abc import Iterator

from qa.check import Context, check
from qa.findings import Category, Mark, Severity
from qa.language import Language
from qa.model import Segment
from qa.text.quotation import DOUBLE, Quotation, quotations

_LONGEST = 80
_ANY = re.compile("[„“”‟«»「『‚‹›]")


@check("quotation-marks", Category.LOCALE, Severity.WARNING)
def quotation_marks(segment: Segment, context: Context) -> Iterator[Mark]:
    """Mark a short quotation as a whole, of a long one only the mark that opens it."""
    content = segment.text.content
    accepted = context.language.quotes
    if not accepted or content.isascii() or not _ANY.search(content):
        return
    for found in quotations(content):
        if (found.opening, found.closing) not in accepted:
            yield _mark(content, found, context.language)


def _mark(content: str, found: Quotation, language: Language) -> Mark:
    opening, closing = _house_style(found.opening, content, language)
    message = (
        f"{language.name} quotes with {opening}…{closing}, not with {found.opening}…{found.closing}"
    )
    if found.end - found.start > _LONGEST:
        return Mark(found.start, found.start + 1, message)
    quoted = content[found.start + 1 : found.end - 1].strip()
    return Mark(found.start, found.end, message, suggestions=(f"{opening}{quoted}{closing}",))


def _house_style(mark: str, content: str, language: Language) -> tuple[str, str]:
    """Return the pair of the same level that the text uses already, else the first of it."""
    level = [pair for pair in language.quotes if (pair[0] in DOUBLE) == (mark in DOUBLE)]
    pairs = level or language.quotes
    return next((pair for pair in pairs if all(one in content for one in pair)), pairs[0])
