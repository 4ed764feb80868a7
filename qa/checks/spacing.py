"""A space that is missing, or one too many.

What it finds
: A space before a comma or a full stop (before : ; ! ? as well, but not in French), a space inside
  a bracket, no space between two sentences or after a comma; and, as a note, two spaces inside a
  sentence: each of them, or if there are many, as in a text set in columns, only the first.

Why it matters
: Lines break in the wrong place, and the reader stumbles.

Flagged
: The dam held , and the town slept.
: Will it rain tomorrow ?
: The dam ( built in 1912 ) held.
: The dam held.The town slept, said Miller.He left.
: The dam held,but the bridge fell.
: [de] Der Damm hielt . Die Stadt schlief.
: [fr] Le barrage a tenu , dit-il.

Clean
: The dam held . . . and then :) it went ;-) .NET and .com 2 : 1 ...
: See Halo.Bungie.Org, Yoder.House.gov, Max.Mustermann@example.org or www.example.org/a,b,c.
: U.S.Army, e.g.The like, Node.Js, 3,5 and Ph.D.Student.
: [fr] Le barrage a-t-il tenu ? Oui : il a tenu ; enfin !
: [de] Die Schüler:innen kamen um 8:30 Uhr. Es stand 3 : 1.

Sources
: MQM, fluency > typography, whitespace (https://themqm.org)
: Lexique des règles typographiques, Imprimerie nationale
"""

from collections.abc import Iterator
from itertools import islice

from qa.check import Context, SegmentMarks, document_check
from qa.findings import Category, Mark, Severity
from qa.language import primary
from qa.model import Document, Segment
from qa.regex import lazy

_TOO_MANY = lazy(
    r""" [,.;:!?](?<=[\w)”\"’%] .)(?=\s(?![.\d])|\Z)| (?<=\s\( )(?=\w)| \)(?<=\w \))(?!\))"""
)
_MISSING = lazy(r"[.!?,;](?<=[^\W\d_]{2}.)(?=[^\W\d_]{2})")
_DOUBLE = lazy(r"  (?<=[^\s.!?:…\"”“’)>]  ) *+(?=[^\s#@])")
_WORD_BEFORE = lazy(r"(?<![^\s(\[“„«»\"'‘])[^\W\d_]{2,40}\Z")
_WORD_AFTER = lazy(r"[^\W\d_]{2,40}(?![\w@/]|[-.,;:][^\W_])")
_LONGEST_WORD = 40
_LONGEST_ABBREVIATION = 3
_NAMES = {"com", "de", "eu", "info", "js", "net", "org", "tv", "uk"}
_MANY = 3


@document_check("spacing", Category.FLUENCY, Severity.NOTE)
def spacing(document: Document, context: Context) -> SegmentMarks:
    """Mark the space with its sign, or the sign that lacks a space."""
    if not context.language.spaced or context.language.tag == "und":
        return
    for segment in document.segments:
        content = segment.text.content
        for mark in (*_too_many(content, context), *_missing(content, context)):
            yield segment, mark
    doubled = [(segment, mark) for segment in document.segments for mark in _double(segment)]
    yield from doubled if len(doubled) <= _MANY else islice(doubled, 1)


def _too_many(content: str, context: Context) -> Iterator[Mark]:
    signs = ",.()" if primary(context.language.tag) == "fr" else ",.;:!?()"
    for match in _TOO_MANY.finditer(content):
        start = match.start() - (match[0] == " ")
        sign = content[start : match.end()].strip()
        if sign in signs:
            message = f"no space {'after' if sign == '(' else 'before'} {sign}"
            yield _certain(start, match.end(), message, sign)


def _missing(content: str, context: Context) -> Iterator[Mark]:
    for match in _MISSING.finditer(content):
        before = _WORD_BEFORE.search(content, max(0, match.start() - _LONGEST_WORD), match.start())
        after = _WORD_AFTER.match(content, match.end())
        if before and after and _are_apart(before[0], match[0], after[0], context):
            message = f"a space is missing after {match[0]}"
            yield _certain(*match.span(), message, f"{match[0]} ")


def _are_apart(before: str, sign: str, after: str, context: Context) -> bool:
    """Tell two words from a name such as Node.Js, and from an abbreviation."""
    if sign in ",;":
        return before.islower() and after.islower()
    if not (before[1:].islower() and after[0].isupper() and after[1:].islower()):
        return False
    usual = context.language.words("function-words")
    is_word = before.islower() and (len(before) > _LONGEST_ABBREVIATION or before in usual)
    return after.lower() in usual or (is_word and after.lower() not in _NAMES)


def _certain(start: int, end: int, message: str, written: str) -> Mark:
    return Mark(start, end, message, suggestions=(written,), severity=Severity.WARNING)


def _double(segment: Segment) -> Iterator[Mark]:
    if "  " in segment.text.content:
        for match in _DOUBLE.finditer(segment.text.content):
            yield Mark(*match.span(), "more than one space", suggestions=(" ",))
