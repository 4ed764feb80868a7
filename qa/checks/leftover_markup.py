r"""Markup or code that shows in the text.

What it finds
: HTML tags and entities, links and bold type in Markdown, BBCode or wiki notation, escapes such as
  \u00e4 or \n, and script code. Files of software strings, where markup belongs, are exempt.

Why it matters
: Readers see the machinery of the page; a script or a program has cut or pasted too much.

Flagged
: The price&nbsp;rose by 3 percent.
: He said &amp;quot;no&amp;quot; and left.
: The vote was close.<br>The mayor resigned.
: She won the **first** round, see [the list](https://example.org/list).
: The [[Black Sea]] is deep and [url=https://example.org]blue[/url].
: The caf\u00e9 closed.\nIt will not open again.
: [de] Der Preis stieg.</p> Das sagte M&uuml;ller.

Clean
: Ford <F> and Citibank <CCI> agreed that 3 < 5 and 7 > 2, AT&T; said.
: What the f**k, or s**t, **** it, he said ** and left **.
: See note [i] and [b], and C:\new\table, and [sic] (https://example.org).
: Q&A; R&D; B&B.

Sources
: MQM, design and markup > markup (https://themqm.org)
: HTML Living Standard, named character references (https://html.spec.whatwg.org)
"""

import re
from collections.abc import Callable, Iterator

from qa.check import Context, check
from qa.findings import Category, Mark, Severity
from qa.model import Segment
from qa.regex import lazy

_SHOWN = 40
_STRINGS = (".csv", ".json", ".po", ".pot", ".sdlxliff", ".tmx", ".tsv", ".xlf", ".xliff")
_ENTITY = lazy(r"&(?:amp;)*(?:[A-Za-z]{2,8}[0-9]{0,2}|#\d{2,6}|#x[0-9A-Fa-f]{2,6});")
_ESCAPE = lazy(r"\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2}))")
# Each group keeps what belongs to the text.
_WRAPPED = lazy(
    r"""
      \*\*(?<![*\w]\*\*)([^\s*](?:[^*\n]{0,198}[^\s*])?)\*\*(?![*\w])
    | \[\[(?:[^\[\]|\n]{1,120}\|)?([^\[\]|\n]{1,120})\]\]
    | !?\[([^\[\]\n]{1,200})\]\((?:https?://|www\.|mailto:|/)[^\s()]{0,400}\)
    """,
    re.VERBOSE,
)
_TAGS = (
    "a|b|blockquote|br|code|div|em|font|h[1-6]|hr|i|iframe|img|li|ol|p|pre|script|span|strong"
    "|style|sub|sup|table|td|th|tr|u|ul"
)
_CODE = lazy(
    rf"""
      </?(?:{_TAGS})(?:\s[^<>\n]{{0,300}})?/?>
    | </(?i:{_TAGS})> | <(?i:{_TAGS})\s[a-zA-Z-]{{2,20}}=[^<>\n]{{0,300}}> | <!--
    | \[/(?:b|caption|color|gallery|i|img|list|quote|size|u|url)\]
    | \[(?:caption\ |color=|img=|quote=|size=|url=)[^\[\]\n]{{1,200}}\]
    | \\[nrt](?=\\|\s|[A-ZÀ-ÞА-Я"“„«]|\Z)
    | \bfunction\s?\(\w{{0,20}}\)\s?\{{
    """,
    re.VERBOSE,
)


@check("leftover-markup", Category.DESIGN, Severity.ERROR)
def leftover_markup(segment: Segment, context: Context) -> Iterator[Mark]:
    """Mark every piece of markup, with the text it stands for where there is one."""
    content = segment.text.content
    for hints, pattern, read in _NOTATIONS:
        if any(map(content.__contains__, hints)) and not context.document.path.endswith(_STRINGS):
            for match in pattern.finditer(content):
                meant = read(match)
                if meant != match[0]:
                    yield _mark(match, meant)


def _mark(match: re.Match[str], meant: str) -> Mark:
    shown = match[0] if len(match[0]) <= _SHOWN else f"{match[0][:_SHOWN]}…"
    message = f"markup shows in the text: {shown}"
    return Mark(*match.span(), message, suggestions=(meant,) if meant else ())


def _character(match: re.Match[str]) -> str:
    """Return what an entity stands for, escaped once or several times."""
    from html import unescape  # its table takes 4 ms and is seldom needed

    meant = match[0]
    while meant != (meant := unescape(meant)):
        pass
    return meant


def _escaped(match: re.Match[str]) -> str:
    code = chr(int(match[1] or match[2], 16))
    return code if code.isprintable() else ""


def _kept(match: re.Match[str]) -> str:
    return next(kept for kept in match.groups() if kept)


def _nothing(_match: re.Match[str]) -> str:
    return ""


# For each: what the text must contain, what to look for, and what that stands for.
_NOTATIONS: tuple[tuple[tuple[str, ...], re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (("&",), _ENTITY, _character),
    (("\\u", "\\x"), _ESCAPE, _escaped),
    (("**", "](", "[["), _WRAPPED, _kept),
    (("<", "\\", "[/", "[caption", "=", "function"), _CODE, _nothing),
)
