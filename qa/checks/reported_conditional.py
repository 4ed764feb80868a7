"""A report that reads like a condition or a duty: 'would have', 'should have'.

What it finds
: 'would have' or 'should have' with a participle in a sentence that ends by naming who said so,
  where no 'if', 'otherwise' or the like speaks of a condition. Beside a German source, its verb
  decides: see the check reported-subjunctive.

Why it matters
: German marks what others say by the verb: 'er hätte das angeboten', 'es soll um Drohnen gegangen
  sein'. Taken over word for word, a thing that happened becomes one that did not, and a rumour
  becomes a duty.

Flagged
: The islanders would have accepted the plan, said the mayor.
: It should also have been about fishing rights, according to people close to the council.
: The driver should have left the country in May, according to police.

Clean
: He said the bridge would have cost twice as much.
: If the ferry had sailed, the islanders would have accepted, said the mayor.
: The permit should have been renewed, according to the rules.
: She would have a hard time at home, said her coach.
: The mayor said she would come back in May.
: [de > en] Er wäre gern gekommen, so der Wirt. | He would have come, said the landlord.

Sources
: Duden: Die Grammatik, Konjunktiv in der indirekten Rede; sollen als Redewiedergabe
: Cambridge Grammar of the English Language, chapter 3 (backshift)
"""

import re
from collections.abc import Iterator

from qa.check import Context, check
from qa.findings import Category, Confidence, Mark, Severity
from qa.language import Language, primary
from qa.model import Segment, Span
from qa.text.passages import quoted, sentence_around, within

_ADVERB = r"(?:also|already|even|never|not|only|once|recently|previously|again)"
# The letters that both verbs share come first, so that the search can look for them at once.
_VERB = (
    rf"ould(?:(?<=\bwould)|(?<=\bshould))(?P<first>\s+{_ADVERB})?\s+have(?P<second>\s+{_ADVERB})?"
    r"\s+(?P<participle>[a-z]+)\b"
)
# 'said Smith' and not 'Smith said': the German order, which goes with the German mood.
_SAID = (
    r",\s+(?:so\s+|as\s+)?(?:said|says|explained|stressed|emphasi[sz]ed|reported|announced|stated"
    r"|confirmed|claimed|claims)\s+(?:the\b|[A-Z])[^,;:\"“”]{0,80}[.!…]\Z"
)
_ACCORDING = r",\s+according\s+to\s(?P<source>[^;:\"“”]{0,120})[.!…]\Z"
# What lays down or works out what should have been, rather than tells what was.
_RULES = (
    r"\b(?:codes?|rules?|laws?|plans?|schedules?|timetables?|agreements?|contracts?|regulations?"
    r"|criteria|treaty|guidelines?|constitution|act|protocols?|standards?|stud(?:y|ies)|models?"
    r"|calculations?|estimates?|forecasts?|projections?|polls?|instructions|manual|budget)\b"
)
_CONDITION = (
    r"\b(?:if|unless|otherwise|without|had|were|but\s+for|instead|rather|ideally|could|might"
    r"|normally|usually|alternatives?|alternatively|long|nobody|anyone|anybody|everyone|better"
    r"|happily|gladly|case|then|until|by\s+now|under|sooner|earlier|least)\b"
)
_HAD = ("had", "")
_REACH = 40


@check("reported-conditional", Category.ACCURACY, Severity.NOTE, languages=("en",))
def reported_conditional(segment: Segment, context: Context) -> Iterator[Mark]:
    """Mark the verb, from the modal to the participle."""
    content = segment.text.content
    for found in re.finditer(_VERB, content):
        modal = "should" if content[found.start() - 1] == "h" else "would"
        place = Span(found.start() + len("ould") - len(modal), found.end())
        participle = _is_participle(found["participle"], context.language)
        is_open = participle and not _has_german(place, segment, context)
        if is_open and _is_report(content, place, modal):
            fact = (
                _HAD
                if modal == "would"
                else _said_to_have(content[max(0, place.start - _REACH) : place.start])
            )
            yield _mark(place, modal, _rewritten(found, fact))


def _is_participle(word: str, language: Language) -> bool:
    return word.endswith("ed") or word in language.words("participles")


def _has_german(place: Span, segment: Segment, context: Context) -> bool:
    source = context.source
    pairs = context.behind(segment, place.start, place.end)
    return source is not None and primary(source.language.tag) == "de" and bool(pairs)


def _is_report(content: str, place: Span, modal: str) -> bool:
    start, end = sentence_around(content, place.start, place.end)
    before, after = content[start : place.start], content[place.end : end]
    return (
        _is_attributed(after, modal)
        and not re.search(_CONDITION, before + after, re.IGNORECASE)
        and not within(quoted(content[start:end]), place.start - start)
    )


def _is_attributed(after: str, modal: str) -> bool:
    if modal == "would" and re.search(_SAID, after):
        return True
    source = re.search(_ACCORDING, after)
    return source is not None and not re.search(_RULES, source["source"], re.IGNORECASE)


def _said_to_have(before: str) -> tuple[str, str]:
    subject = before.split()[-1:] or [""]
    several = re.search(r"they\Z|[^s]s\Z", subject[0], re.IGNORECASE)
    return ("are" if several else "is"), " said to have"


def _rewritten(found: re.Match[str], fact: tuple[str, str]) -> str:
    auxiliary, rest = fact
    adverbs = (found["first"] or "") + (found["second"] or "")
    return f"{auxiliary}{adverbs}{rest} {found['participle']}"


def _mark(place: Span, modal: str, rewritten: str) -> Mark:
    return Mark(
        place.start,
        place.end,
        f"was this a report? '{modal} have' says something else",
        why="German reports with 'hätte' and 'soll'; in English these read as condition and duty",
        suggestions=(rewritten,),
        confidence=Confidence.CONTEXT,
    )
