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
: He said: „I heard her call it »nonsense« at the fair.“
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

from collections.abc import Iterator

from qa.check import Context, check
from qa.findings import Category, Mark, Severity
from qa.language import Language
from qa.model import Segment
from qa.regex import lazy
from qa.text.quotation import DOUBLE, SINGLE, Quotation, quotations

Pair = tuple[str, str]

_LONGEST = 80
_ANY = lazy("[„“”‟«»「『‚‹›]")


@check("quotation-marks", Category.LOCALE, Severity.WARNING)
def quotation_marks(segment: Segment, context: Context) -> Iterator[Mark]:
    """Mark a short quotation as a whole, of a long one only the mark that opens it."""
    content = segment.text.content
    accepted = context.language.quotes if context.language.spaced else ()
    if not accepted or content.isascii() or not _ANY.search(content):
        return
    foreign = _outermost(
        found
        for found in quotations(content)
        if (found.opening, found.closing) not in accepted and not _is_between(found, accepted)
    )
    if foreign:
        styles = {level: _house_style(level, content, accepted) for level in (DOUBLE, SINGLE)}
        for found in foreign:
            level = DOUBLE if found.opening in DOUBLE else SINGLE
            yield _mark(content, found, styles[level], context.language)


def _outermost(found: Iterator[Quotation]) -> list[Quotation]:
    """Return the quotations that do not stand inside another that is marked as a whole."""
    kept: list[Quotation] = []
    for quotation in sorted(found, key=lambda one: one.start):
        if not kept or kept[-1].end <= quotation.start or _is_long(kept[-1]):
            kept.append(quotation)
    return kept


def _is_long(found: Quotation) -> bool:
    return found.end - found.start > _LONGEST


def _is_between(found: Quotation, accepted: tuple[Pair, ...]) -> bool:
    """Tell whether the marks rather close one «quotation» and open another."""
    return _is_long(found) and found.opening == "»" and ("«", "»") in accepted


def _mark(content: str, found: Quotation, style: Pair, language: Language) -> Mark:
    pair, written = f"{found.opening}…{found.closing}", "…".join(style)
    message = f"{language.name} quotes with {written}, not with {pair}"
    if _is_long(found):
        return Mark(found.start, found.start + 1, message)
    quoted = content[found.start + 1 : found.end - 1].strip()
    return Mark(found.start, found.end, message, suggestions=(f"{style[0]}{quoted}{style[1]}",))


def _house_style(level: str, content: str, accepted: tuple[Pair, ...]) -> Pair:
    """Return the pair of a level that the text uses already, else the first of it."""
    pairs = [pair for pair in accepted if (pair[0] in DOUBLE) == (level == DOUBLE)] or accepted
    return next((pair for pair in pairs if all(one in content for one in pair)), pairs[0])
