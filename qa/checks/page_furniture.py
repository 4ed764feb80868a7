"""A line of the web page that came along with the article.

What it finds
: Navigation, appeals to subscribe, cookie notices and lines with the date of the page, listed for
  each language in corpora/<tag>/page-furniture.txt; the +++ of German agencies; initials of an
  agency in brackets at the end, outside German; and, as a note, credits of pictures.

Why it matters
: It was copied and translated with the text, and readers stumble over it.

Flagged
: Share on Facebook
: Also read: The bridge that nobody wanted
: » Read more »
: date 2021-03-14 Home page culture
: The bridge at dusk. +++ agency picture desk +++
: The bridge will be closed for a year. (abc/dpa)
: The bridge at dusk. © Anna Muster/Agency
: [de] Lesen Sie auch: Die Brücke, die keiner wollte
: [fr] LIRE AUSSI - Le pont dont personne ne voulait

Clean
: She would share on Facebook what she had read. Read more books, he said.
: LONDON (Reuters) - The bridge (built in 1912) will be closed, the agency (AP) said.
: On 2021-03-14 the home page of the ministry was down.
: She wrote C++ and +++ in the margin; the firm has a copyright © notice and more to say.
: [de] Die Brücke bleibt gesperrt. (dpa)

Sources
: MQM, accuracy > addition (https://themqm.org)
: Kohlschütter, Fankhauser and Nejdl (2010), Boilerplate Detection using Shallow Text Features
"""

from collections.abc import Iterator
from functools import cache

from qa.check import Context, check
from qa.findings import Category, Mark, Severity
from qa.language import language, primary
from qa.model import Segment
from qa.regex import lazy

_LONGEST = 120
_EDGES = " \t\u00a0\u202f.!:,;|»«›‹<>→←▶►▸•*+–—-[]()"
_LINE = lazy(r"[^\s][^\n]*")
_AT_END = 40
_DATED = lazy(
    r"(?i:date|as of|created|last updated?|posted|published|stand|updated)"
    r"(?::[^.!?\n]{1,30}(?:19|20)[0-9]{2}\b|:? [0-9]{4}-[0-9]{2}-[0-9]{2}\b)[^.!?\n]{0,60}\Z"
)
_SEPARATORS = lazy(r"\+\+\+[^+\n]{0,80}\+\+\+")
_SIGN_OFF = lazy(
    r"\((?:[a-zäöü]{2,5}/){0,3}(?:afp|ap|apa|dapd|ddp|dpa|epd|kna|reuters|rtr|sid)"
    r"(?:/[A-Za-zäöü]{2,8}){0,3}\)(?=\W{0,3}\Z)"
)
_CREDIT = lazy(r"©[ \u00a0]?[^\W_a-zß-ÿ][^©\n]{1,80}?(?=\W*(?:\+\+\+|\Z))")


@check("page-furniture", Category.DESIGN, Severity.WARNING)
def page_furniture(segment: Segment, context: Context) -> Iterator[Mark]:
    """Mark the line, or what agencies add to it."""
    content, tag = segment.text.content, context.language.tag
    if len(content) <= _LONGEST or "\n" in content:
        yield from _lines(content, tag)
    yield from _credits(content)
    if ")" in content[-4:] and primary(tag) != "de":
        for match in _SIGN_OFF.finditer(content, max(0, len(content) - _AT_END)):
            yield Mark(*match.span(), "initials of an agency, as German papers print them")


def _credits(content: str) -> Iterator[Mark]:
    if "+++" in content:
        for match in _SEPARATORS.finditer(content):
            yield Mark(*match.span(), "an agency's note to editors")
    if "©" in content:
        for match in _CREDIT.finditer(content):
            yield Mark(*match.span(), "a credit in the text", severity=Severity.NOTE)


def _lines(content: str, tag: str) -> Iterator[Mark]:
    whole, openings = _entries(tag)
    for match in _LINE.finditer(content):
        if len(match[0]) <= _LONGEST:
            line = match[0].strip(_EDGES).lower()
            if line in whole or line.startswith(openings) or _DATED.match(match[0]):
                end = match.start() + len(match[0].rstrip())
                yield Mark(match.start(), end, "a line of the page, not of the article")


@cache
def _entries(tag: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the lines of page furniture of a language, and those that may go on."""
    entries = language(tag).words("page-furniture")
    openings = tuple(one.removesuffix("…") for one in entries if one.endswith("…"))
    return entries, openings
