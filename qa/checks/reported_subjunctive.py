"""German reported speech that became a condition or a duty.

What it finds
: 'would have' and 'would be' where the German source reports with 'habe' or 'sei', and 'should
  have' where it reports with 'soll'; not where anything in the source speaks of a condition or of
  what is to come. 'Would be' is a note, and so is any of them for 'hätte' or 'wäre', which may be
  a condition.

Why it matters
: What somebody says has happened reads as what did not happen, and a rumour reads as a duty.

Flagged
: [de > en] Die Stadt habe das Angebot angenommen, sagte er. | He said the city would have accepted
  the offer.
: [de > en] Der Fahrer sei betrunken gewesen. | The driver would have been drunk.
: [de > en] Er habe keine Zeit, sagte er. | He would have no time, he said.
: [de > en] Der Fahrer soll das Land verlassen haben. | The driver should have left the country.
: [de > en] Sie sagt, sie hätte den Zug verpasst. | She says she would have missed the train.

Clean
: [de > en] Die Stadt habe das Angebot angenommen, sagte er. | He said the city had accepted
  the offer.
: [de > en] Er werde Zeit haben, sagte er. | He would have time, he said.
: [de > en] Hätte er Zeit gehabt, wäre er gekommen. | If he had had time, he would have come.
: [de > en] Ich habe gehört, ohne ihn ginge es nicht. | I heard it would have been impossible.
: [de > en] Ab Montag sei die Brücke gesperrt. | From Monday the bridge would be closed.
: [de > en] Der Fahrer soll das Land verlassen. | The driver should have to leave the country.

Sources
: Duden: Die Grammatik, Konjunktiv in der indirekten Rede; sollen als Redewiedergabe
: Cambridge Grammar of the English Language, chapter 3 (backshift)
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from qa.check import Context, bilingual_check
from qa.findings import Category, Confidence, Mark, Severity
from qa.language import primary
from qa.model import Pair
from qa.regex import lazy

_ADVERB = r"(?:\s+(?:also|already|even|never|not|only|once|recently|previously|again|always))?"
_ENGLISH = lazy(
    rf"\b(?P<modal>would|should)(?P<adverb>{_ADVERB})\s+(?P<verb>have|be)\b"
    rf"(?P<more>{_ADVERB}\s+(?P<participle>[a-z]+))?"
)
_REPORTED = lazy(r"\b(?:[Hh]abe|[Ss]ei|[Ss]eien|[Kk]önne|[Mm]üsse|[Dd]ürfe|[Ww]olle)\b")
_PERFECT = lazy(
    r"\b(?:[Hh]abe|[Ss]eie?n?)\b[^.;!?]{0,200}?\b(?:\w{0,12}ge\w{2,20}(?:t|en)|gewesen|worden"
    r"|(?:be|ent|er|ver|zer|miss|über|unter|an|auf|aus|ein|ab|vor|zu|nach|mit)\w{2,20}(?:t|en)"
    r"|\w{2,20}iert)\b"
)
_HEARSAY = lazy(r"\b(?P<verb>[Ss]oll(?:en)?)\b[^.;!?]{0,200}?\b\w+(?:t|en)\s+(?:haben|sein)\b")
_AMBIGUOUS = lazy(
    r"\b(?:sag\w*|mein\w*|erklär\w*|behaupt\w*|bericht\w*|glaub\w*|gibt\s+an|gab\s+an|so)\b"
    r"[^.;!?]{0,80},[^.;!?]{0,80}?\b(?P<verb>hätten?|wären?)\b"
)
_CONDITIONAL = lazy(
    r"\b(?:wenn|falls|sofern|sonst|andernfalls|ohne|würden?|hätten?|wären?|könnten?|müssten?"
    r"|dürften?|sollten?|wollten?|möchten?|käme|ginge|gäbe|ließe|bräuchten?|wird|werden?|wollen?"
    r"|es\s+sei\s+denn|sei\s+es|ich|lieber|gern|besser|fast|beinahe)\b",
    re.IGNORECASE,
)
_FUTURE = lazy(
    r"\b(?:ab|künftig\w*|zukünftig\w*|morgen|nächste[nmrs]?|kommende[nmrs]?|demnächst|bald|dann"
    r"|geplant|vorgesehen|später|zu\s+\w+en|bis)\b",
    re.IGNORECASE,
)
_CONDITION = lazy(r"\b(?:if|unless|otherwise|without|were|instead)\b", re.IGNORECASE)


class _Report(Struct, frozen=True):
    """The German verb that reports, and whether it may be anything else."""

    verb: str
    certain: bool


@bilingual_check("reported-subjunctive", Category.ACCURACY, Severity.WARNING, languages=("en",))
def reported_subjunctive(pair: Pair, context: Context) -> Iterator[Mark]:
    """Mark the English verb."""
    if context.source is None or primary(context.source.language.tag) != "de":
        return
    content, source = pair.target.text.content, pair.source.text.content
    if "ould" not in content or _CONDITION.search(content):
        return
    for found in _ENGLISH.finditer(content):
        report = _report(found, source, context)
        if report:
            yield _mark(found, report, context)


def _report(found: re.Match[str], source: str, context: Context) -> _Report | None:
    """Return the verb of the source that reports what the English verb makes a condition."""
    perfect = found["verb"] == "have" and _is_participle(found, context)
    if found["modal"] == "should":
        hearsay = _HEARSAY.search(source) if perfect else None
        return _Report(hearsay["verb"], certain=True) if hearsay else None
    if _CONDITIONAL.search(source):
        ambiguous = _AMBIGUOUS.search(source) if perfect else None
        alone = ambiguous and len(_CONDITIONAL.findall(source)) == 1
        return _Report(ambiguous["verb"], certain=False) if ambiguous and alone else None
    verb = _REPORTED.search(source)
    if verb is None or (not perfect and _FUTURE.search(source)):
        return None
    fits = _PERFECT.search(source) if perfect else _is_present(found["verb"], verb[0])
    return _Report(verb[0], certain=perfect) if fits else None


def _is_present(english: str, german: str) -> bool:
    """Tell whether 'would have' stands for 'habe', or 'would be' for 'sei'."""
    return german.lower().startswith("hab" if english == "have" else "sei")


def _is_participle(found: re.Match[str], context: Context) -> bool:
    word = found["participle"] or ""
    return word.endswith("ed") or word in context.language.words("participles")


def _mark(found: re.Match[str], report: _Report, context: Context) -> Mark:
    perfect = _is_participle(found, context) and found["verb"] == "have"
    end = found.end() if perfect else found.end("verb")
    suggestions = (f"had{found['more']}",) if perfect and found["modal"] == "would" else ()
    return Mark(
        found.start(),
        end,
        f"German '{report.verb}' reports what somebody says; '{found['modal']}' does not",
        why="the verb's form marks it as somebody's words, not as a condition or a duty",
        suggestions=suggestions,
        severity=None if report.certain else Severity.NOTE,
        confidence=Confidence.NEARLY_ALWAYS if report.certain else Confidence.CONTEXT,
        source_text=report.verb,
    )
