"""'since' before a length of time: 'since five years'.

What it finds
: 'since' before a length of time, and a present tense with 'since' and a date where English has
  the perfect.

Why it matters
: German 'seit', French 'depuis' and their like stand before lengths of time and points in time,
  and go with the present. English 'since' only names the point; a length takes 'for', and both
  take the perfect: 'has lived here for five years'.

Flagged
: The council has been arguing since five years about the bridge.
: Since three weeks now, the ferry lies in the harbour.
: She has worked here since a long time.
: Her sister lives in Bergen since 2010.

Clean
: The council has been arguing for five years about the bridge.
: Since 2010 the ferry has sailed twice a day.
: It is the warmest winter since 1998.
: Since five years have passed, nobody remembers the fire.
: Her sister, who lives in Bergen, has since 2010 run a bakery.

Sources
: Cambridge Grammar of the English Language, chapter 3 (the present perfect with 'since')
: Duden, seit
"""

import re
from collections.abc import Iterator

from qa.check import Context, check
from qa.findings import Category, Confidence, Mark, Severity
from qa.model import Segment

_NUMBER = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty"
    r"|thirty|forty|fifty|several|many|some|a\s+few|a\s+couple\s+of|half\s+an?)"
)
_UNIT = (
    r"(?:seconds|(?:minute|hour|day|week|fortnight|month|year|decade|generation)s?|century"
    r"|centuries)"
)
_ROUGHLY = r"(?:(?:about|around|almost|nearly|over|already|more\s+than|at\s+least)\s+)?"
_LENGTH = (
    rf"(?:{_ROUGHLY}{_NUMBER}(?:\s+and\s+a\s+half)?\s+(?:long\s+)?{_UNIT}"
    r"|(?:days|weeks|months|years|decades|centuries|generations)|(?:a\s+|very\s+)?long(?:\s+time)?"
    r"|(?:quite\s+)?some\s+time)"
)
# 'since two years ago' names a point; 'since three months have passed' gives a reason.
_OTHERWISE = (
    r"(?:ago|before|prior|earlier|previously|later|after|afterwards|gone|past|passed|elapsed|of|is"
    r"|are|was|were|has|have|had|will|would|can|could|may|might|must|should|remain|went|from|and"
    r"|to|into|in\s+the\s+past|old)"
)
_SINCE = (
    rf"ince(?<=\b[Ss]ince)\s+(?P<length>{_LENGTH})\b(?:\s+now\b)?"
    rf"(?!['’-]|\s*[,(]?\s*{_OTHERWISE}\b)"
)
_DATE = (
    r"(?:(?:the\s+)?(?:early|late|mid)[\s-]+)?(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December|[12]\d{3}|last\s+\w+|Monday|Tuesday|Wednesday|Thursday"
    r"|Friday|Saturday|Sunday)\b"
)
_STATES = (
    r"(?:lives|works|heads|leads|runs|teaches|chairs|serves|knows|belongs|studies|lies|waits|plays"
    r"|resides|practises|practices|coaches|sits|stands|holds|owns)"
    r"(?:\s+(?!has|had|have|was|were|been|and|first|most|who|that|which|it|ever|best|lowest|highest"
    r"|is|are)[\w’'-]+){0,6}"
)
_CONDITIONS = (
    r"(?:is|are)\s+(?:being\s+\w+ed|married|divorced|together|(?:on|in|at)\s+\w+|missing|known"
    r"|closed|open|available|retired|unemployed|engaged)"
)
_DATED = rf"since(?<=\bsince)\s+{_DATE}(?!\s+(?:has|have|had)\b)"
_PRESENT = rf"\b(?:{_STATES}|{_CONDITIONS})\s+\Z"
_REACH = 100


@check("duration-since", Category.FLUENCY, Severity.WARNING, languages=("en",))
def duration_since(segment: Segment, _context: Context) -> Iterator[Mark]:
    """Mark 'since' with the length, or the verb and 'since' with the date."""
    content = segment.text.content
    yield from map(_length, re.finditer(_SINCE, content))
    for dated in re.finditer(_DATED, content):
        first = max(0, dated.start() - _REACH)
        verb = re.search(_PRESENT, content[first : dated.start()])
        if verb:
            yield _present(first + verb.start(), dated.end())


def _length(found: re.Match[str]) -> Mark:
    length = re.sub(r"\A(?:a\s+|very\s+)?long(?:\s+time)?\Z", "a long time", found["length"])
    start = found.start() - 1
    word = "For" if found.string[start] == "S" else "for"
    return Mark(
        start,
        found.end(),
        "'since' names a point in time; a length of time takes 'for'",
        why="German 'seit' and French 'depuis' do for both",
        suggestions=(f"{word} {length}",),
        confidence=Confidence.NEARLY_ALWAYS,
    )


def _present(start: int, end: int) -> Mark:
    return Mark(
        start,
        end,
        "with 'since' and a date English has the perfect: 'has lived', 'has been'",
        why="German and French keep the present for what still goes on",
        severity=Severity.NOTE,
        confidence=Confidence.CONTEXT,
    )
