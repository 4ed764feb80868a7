"""'until' for a deadline, where English says 'by'.

What it finds
: 'until' and a date after an obligation with a verb that names a single act: submit, deliver,
  complete.

Why it matters
: German 'bis' is both 'until' and 'by'. English 'until Friday' says that something goes on all the
  time up to Friday; what must have happened once before then happens 'by Friday'.

Flagged
: Applications must be submitted until Friday.
: The builders have to finish the bridge until the end of the month.
: The ministry wants the report to be delivered until 15 March.

Clean
: Applications must be submitted by Friday.
: The form need not be submitted until Friday.
: The shop must stay open until Friday.
: You can register until 15 March.
: The bridge will not be completed until 2031.

Sources
: Duden, bis (Präposition)
: Cambridge Dictionary, by or until
"""

import re
from collections.abc import Iterator

from qa.check import Context, check
from qa.findings import Category, Confidence, Mark, Severity
from qa.model import Segment
from qa.text.passages import sentence_around

_DEADLINE = (
    r"til(?:(?<=\buntil)|l(?<=\btill))\s+(?=(?:the\s+|next\s+|this\s+|early\s+|late\s+|mid-?)*(?:end\s+of\s+\w+"
    r"|beginning\s+of\s+\w+|middle\s+of\s+\w+|tomorrow|tonight|midnight|noon|week|month|year|spring"
    r"|summer|autumn|winter|January|February|March|April|May|June|July|August|September|October"
    r"|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Easter|Christmas"
    r"|[12]\d{3}|\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[A-Z][a-z]+|\d{1,2}(?:[:.]\d\d)?\s*[ap]\.?m)\b)"
)
_OBLIGATION = (
    r"\b(?:must|should|shall|ought\s+to|ha(?:s|ve|d)\s+to|needs?\s+to|needed\s+to|(?:is|are|was|were)"
    r"\s+to|(?:required|obliged|asked|requested|supposed|due|meant|expected|planned|scheduled"
    r"|ordered|urged)\s+to|(?:wants?|wanted)\s+(?:[\w’-]+\s+){0,5}to|would\s+have\s+to|please"
    r"|(?:plans?|aims?|intends?|planned|aimed|intended|hopes?|hoped|promised)\s+to)"
)
# Verbs of a single act; 'pay', 'sign' and 'reduce' can as well go on until a day.
_ACT = (
    r"(?:submit(?:ted)?|deliver(?:ed)?|finish(?:ed)?|complete[d]?|hand(?:ed)?\s+(?:in|over)"
    r"|turn(?:ed)?\s+in|register(?:ed)?|repl(?:y|ied)|respond(?:ed)?|repay|repaid|transfer(?:red)?"
    r"|appl(?:y|ied)\s+for|fil(?:e|ed)|notif(?:y|ied)|inform(?:ed)?|decide[d]?|vacate[d]?"
    r"|implement(?:ed)?|ratif(?:y|ied)|be\s+(?:ready|done|paid|settled)|repair(?:ed)?|abolish(?:ed)?"
    r"|achieve[d]?|phase[d]?\s+out|pay\s+back|paid\s+back|be\s+built)"
)
_DUTY = (
    rf"{_OBLIGATION}\s+(?:have\s+)?(?:be(?:en)?\s+)?(?:\w+ly\s+)?{_ACT}\b"
    r"(?:\s+(?!and\b|but\b|or\b|who\b|which\b|that\b|while\b)[\w’'%-]+){0,8}\s+\Z"
)
_HARMLESS = (
    r"\b(?:not|never|no|nobody|none|only|cannot|without|unlikely|every|each|daily)\b|n['’]t\b"
)
_REACH = 160


@check("deadline-until", Category.ACCURACY, Severity.WARNING, languages=("en",))
def deadline_until(segment: Segment, _context: Context) -> Iterator[Mark]:
    """Mark the preposition."""
    content = segment.text.content
    for found in re.finditer(_DEADLINE, content):
        start = found.start() - len("un" if content[found.start() - 1] == "n" else "")
        if _is_duty(content, start):
            yield Mark(
                start,
                start + len(content[start : found.end()].rstrip()),
                "a deadline: 'by' this date, not 'until' it",
                why="German 'bis' covers both; 'until' says that something goes on all the time",
                suggestions=("by",),
                confidence=Confidence.CONTEXT,
            )


def _is_duty(content: str, until: int) -> bool:
    start = max(until - _REACH, sentence_around(content, until, until)[0])
    before = content[start:until]
    return bool(re.search(_DUTY, before)) and not re.search(_HARMLESS, before, re.IGNORECASE)
