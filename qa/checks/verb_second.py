"""The verb before its subject after an opening adverbial: 'Since then has he'.

What it finds
: A statement that opens with a time, a place or a linking word and then puts the verb before the
  subject.

Why it matters
: In German the verb is always the second part of a statement, so the subject moves behind it. In
  English the subject stays in front; the other order makes a question, or needs a negative
  opening such as 'never' or 'only then'.

Flagged
: Since then has he lived in Bergen.
: For the harbour is this, however, not enough.
: In May has the company closed its last shop.
: Yesterday said the minister that the bridge was safe.
: Therefore must the council decide again.

Clean
: Since then he has lived in Bergen.
: At no time was he in danger, and only then did she leave.
: In the beginning was the word, and now is the time.
: Then came the storm. In the harbour was a ship.
: On Monday will she be there?

Sources
: Duden: Die Grammatik, Verbzweitstellung
: Cambridge Grammar of the English Language, chapter 3 (subject-auxiliary inversion)
"""

import re
from collections.abc import Iterator
from itertools import chain

from qa.check import Context, check
from qa.findings import Category, Confidence, Mark, Severity
from qa.model import Segment
from qa.text.passages import sentence_around

# Openings that stand for themselves.
_LINK = (
    r"(?:Therefore|Thus|However|Nevertheless|Nonetheless|Meanwhile|Now|Furthermore|Moreover|Also"
    r"|Additionally|Besides|Still|Then|Already|Afterwards|Later|Instead|Otherwise|Consequently"
    r"|Hence|Accordingly|Currently|Finally|Recently|Yesterday|Today|Tomorrow|In\s+addition"
    r"|(?:Last|This)\s+(?:week|month|year|night|spring|summer|autumn|winter|[A-Z]\w+day)|So\s+far"
    r"|Until\s+now|Since\s+then|At\s+the\s+same\s+time)"
)
_TIME = (
    r"(?:Already\s+)?(?:In|On|Since|Until|By|At|in|on|since)\s+(?:the\s+)?(?:early\s+|late\s+|mid-"
    r"|end\s+of\s+|beginning\s+of\s+|spring\s+|summer\s+|autumn\s+|winter\s+)?(?:January|February"
    r"|March|April|May|June|July|August|September|October|November|December|[12]\d{3}|[A-Z]\w+day"
    r"|last\s+(?:week|month|year|night))(?:\s+(?:evening|morning|afternoon|night|\d{1,2}"
    r"|(?:of\s+)?[12]\d{3}))?"
)
# Of place or circumstance; after 'at no time' and 'in which' the verb rightly goes in front.
_PHRASE = (
    r"(?:In|On|At|For|With|After|Before|Since|According\s+to|During|From|Under|Against|Between|About"
    r"|Through|By|Despite|Because\s+of|Already)(?:\s+(?!(?:no|not|none|only|what|which|whom|who|whose"
    r"|few|little|never|rarely|such|how|neither|i|we|you|he|she|it|they|that|if|when)\b)[\w’'-]+)"
    r"{1,6}?"
)
_FIRST_WORD = (
    r"(?:Therefore|Thus|However|Nevertheless|Nonetheless|Meanwhile|Now|Furthermore|Moreover|Also"
    r"|Additionally|Besides|Still|Then|Already|Afterwards|Later|Instead|Otherwise|Consequently"
    r"|Hence|Accordingly|Currently|Finally|Recently|Yesterday|Today|Tomorrow|Last|This|So|At|For"
    r"|With|By|In|On|After|Before|Since|According|During|From|Under|Against|Between|About|Through"
    r"|Despite|Because|Until)"
)
_BEGINNING = rf"[.!?:\n][\"”’»)]?\s{{1,8}}[\"“„«]?(?={_FIRST_WORD}\s)"
_AUXILIARY = r"(?:has|have|had|will|would|can|could|must|should|wants|wanted)"
_COPULA = r"(?:is|are|was|were|may|might|did|does)"
_SAID = r"(?:said|announced|told|explained|declared)"
_SUBJECT = r"(?:the|his|her|its|their|this|these|our|[A-Z][\w’-]+)\s+[\w’-]+"
_INVERTED = (
    rf"[\"“„«]?(?:(?:{_LINK}|{_TIME}|{_PHRASE})\s+(?P<verb>{_AUXILIARY}|{_COPULA})\s+"
    r"(?P<pronoun>it|he|she|they|we|I|this)\b"
    rf"|(?:{_LINK}|{_TIME})\s+(?P<other>(?:{_AUXILIARY}|{_SAID})\s+{_SUBJECT}))"
)


@check("verb-second", Category.FLUENCY, Severity.WARNING, languages=("en",))
def verb_second(segment: Segment, _context: Context) -> Iterator[Mark]:
    """Mark the verb and its subject."""
    content = segment.text.content
    inverted = re.compile(_INVERTED)
    starts = chain([0], (found.end() for found in re.finditer(_BEGINNING, content)))
    for found in filter(None, (inverted.match(content, start) for start in starts)):
        if not _is_question(content, found):
            yield _mark(found)


def _is_question(content: str, found: re.Match[str]) -> bool:
    _, end = sentence_around(content, found.start(), found.end())
    return "?" in content[found.end() : end + 1]


def _mark(found: re.Match[str]) -> Mark:
    whole = "pronoun" if found["pronoun"] else "other"
    return Mark(
        found.start("verb" if found["pronoun"] else "other"),
        found.end(whole),
        "in a statement the subject goes before its verb",
        why="German keeps the verb second; what opens the sentence moves the subject behind it",
        suggestions=(f"{found['pronoun']} {found['verb']}",) if found["pronoun"] else (),
        confidence=Confidence.NEARLY_ALWAYS,
    )
