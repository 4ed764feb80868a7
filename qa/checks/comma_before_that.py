"""A comma between a verb of saying or thinking and its 'that'.

What it finds
: 'said, that', 'believes, that' and the like, unless the verb itself stands between commas.

Why it matters
: German, Russian, Polish and Czech set off every such clause with a comma. In English the clause
  is the object of the verb, and nothing parts a verb from its object.

Flagged
: The mayor said, that the bridge was safe.
: Many people in the town believe, that the bridge will be closed.
: The report shows, that traffic has doubled.

Clean
: The mayor said that the bridge was safe.
: It was this noise, she said, that had kept them awake.
: "It is safe," the mayor said, "that is all."
: As everybody knew, that bridge was old.
: He said, that is, he shouted.

Sources
: Cambridge Grammar of the English Language, chapter 20 (punctuation of complements)
: Duden, Kommasetzung: Nebensätze
"""

import re
from collections.abc import Iterator

from qa.check import Context, check
from qa.findings import Category, Confidence, Mark, Severity
from qa.model import Segment
from qa.text.passages import sentence_around

_VERB = (
    r"\b(?:sa(?:id|ys?)|thinks?|thought|believes?|believed|knows?|knew|hopes?|hoped|fears?|feared"
    r"|claim(?:s|ed)?|explain(?:s|ed)?|state[sd]?|announce[sd]?|emphasi[sz]e[sd]?"
    r"|stress(?:es|ed)?|confirm(?:s|ed)?|warn(?:s|ed)?|assume[sd]?|show(?:s|ed|n)?|mean[st]?"
    r"|mention(?:s|ed)?|doubt(?:s|ed)?|agree[sd]?|reali[sz]e[sd]?|understands?|understood"
    r"|finds?|found|argue[sd]?|conclude[sd]?|demand(?:s|ed)?|promise[sd]?|insist(?:s|ed)?"
    r"|assert(?:s|ed)?|points?\s+out|pointed\s+out|prove[sdn]?|suggest(?:s|ed)?|report(?:s|ed)?"
    r"|told\s+(?:him|her|them|us|me|reporters|journalists)|(?:is|was)\s+(?:clear|certain))\Z"
)
_COMMA = r",\s+that\b(?!['’,]|\s+(?:is|was|way|said|would|will|are|day|year|night|time|same)\b)"
_REACH = 30
# What may open an aside, in which the verb stands between commas: 'as she said, that …'.
_ASIDE = (
    r"[,;:(–—\"“”]|\s-\s|\b(?:as|when|if|before|after|while|once|since|although|though|because|until"
    r"|what|whatever|than|like|where|how|which|whom|it\s+(?:is|was))\b|\Ayou\s+know\Z"
)


@check("comma-before-that", Category.FLUENCY, Severity.WARNING, languages=("en",))
def comma_before_that(segment: Segment, _context: Context) -> Iterator[Mark]:
    """Mark the verb, the comma and 'that'."""
    content = segment.text.content
    for found in re.finditer(_COMMA, content):
        comma = found.start()
        verb = re.search(_VERB, content[max(0, comma - _REACH) : comma])
        if verb and not _in_aside(content, comma):
            yield _mark(comma - len(verb[0]), found.end(), verb[0])


def _in_aside(content: str, comma: int) -> bool:
    start, _ = sentence_around(content, comma, comma)
    clause = re.split(r"[:“„]\s*[\"']?", content[start:comma])[-1]
    return bool(re.search(_ASIDE, clause, re.IGNORECASE))


def _mark(start: int, end: int, verb: str) -> Mark:
    return Mark(
        start,
        end,
        f"no comma between '{verb}' and its 'that'",
        why="German and the Slavic languages set off the clause; English does not",
        suggestions=(f"{verb} that",),
        confidence=Confidence.NEARLY_ALWAYS,
    )
