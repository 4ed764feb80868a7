"""A condition that opens with its verb, as German conditions do.

What it finds
: A sentence that opens with 'Should' or 'Would' and a subject, goes on after a comma with a main
  clause, and is no question.

Why it matters
: German says 'Sollte Russland …' and 'Würde er …' in any newspaper. English keeps 'Should he …'
  for legal and formal writing and 'Would he …' for questions, so the reader expects a question
  and has to start the sentence again.

Flagged
: Should Norway sell the ferries to Iceland, Oslo would also lose the repair contracts.
: Should the talks be broken off, a strike will follow in spring.
: Would the bank raise its rates, many families could not pay.

Clean
: Should you have any questions, the office will answer them.
: Should the need arise, a second train will run.
: Should Norway sell the ferries, or would Iceland refuse them?
: If Norway sells the ferries, Iceland will run them.
: Should be fun to see, if it will ever open.

Sources
: Cambridge Grammar of the English Language, chapter 11 (inversion in conditionals)
: Duden: Die Grammatik, uneingeleiteter Konditionalsatz
"""

import re
from collections.abc import Iterator

from qa.check import Context, check
from qa.findings import Category, Confidence, Mark, Severity
from qa.language import Language
from qa.model import Segment
from qa.text.inflection import Feature, inflect
from qa.text.passages import sentence_around

_OPENING = r"\b(Should|Would)\s+(?P<clause>[^,.!?;:\n]{3,150}),\s+(?P<main>[^\s\"”“]+)"
_FORMAL = (
    r"(?:you|your|i|we|any|anyone|anybody|anything|be|have|not"
    r"|(?:the|a|this|that)\s+(?:need|occasion|opportunity|case|worst|necessity)|it\s+(?:be|prove)"
    r"|this\s+be|that\s+be|push)\b"
)
_QUESTION = r"(?:who|what|how|why|where|when|or|and|but|asks?|asked|which)\b"
_MAIN_VERB = (
    r"\b(?:would|will|could|can|may|might|must|should|shall|is|are|was|were|has|have|had|do|does"
    r"|need|needs|faces?)\b|['’](?:d|ll)\b"
)
_SUBJECT_AND_VERB = (
    r"(?P<subject>he|she|it|they|(?:the|a|an|this)\s+[a-z]+(?=\s+(?:be|have)\b)"
    r"|[A-Z][\w’-]*(?:\s+[A-Z0-9][\w’-]*)*)\s+(?P<verb>[a-z]+)\b"
)
_VERBS = frozenset({"be", "have", "do", "go", "come", "get", "make", "take", "become"})
_THIRD_PERSON = {"be": "is", "have": "has", "do": "does", "go": "goes"}


@check("verb-first-conditional", Category.FLUENCY, Severity.NOTE, languages=("en",))
def verb_first_conditional(segment: Segment, context: Context) -> Iterator[Mark]:
    """Mark the verb in front, and subject and verb where the whole can be replaced."""
    content = segment.text.content
    if "Should" not in content and "Would" not in content:
        return
    for found in re.finditer(_OPENING, content):
        if not re.match(_FORMAL, found["clause"], re.IGNORECASE) and _is_condition(content, found):
            yield _mark(found, context.language)


def _is_condition(content: str, found: re.Match[str]) -> bool:
    start, end = sentence_around(content, found.start(), found.end())
    main = content[found.start("main") : end]
    return (
        not content[start : found.start()].strip("\"'“”‘’«»„—–- \t\n")
        and not main.endswith(("?", '?"', "?”"))
        and not re.match(_QUESTION, main, re.IGNORECASE)
        and bool(re.search(_MAIN_VERB, main))
    )


def _mark(found: re.Match[str], language: Language) -> Mark:
    inner = re.match(_SUBJECT_AND_VERB, found["clause"])
    verb = _finite(inner, found[1], language) if inner else ""
    rewritten = f"If {inner['subject']} {verb}" if inner and verb else ""
    return Mark(
        found.start(),
        found.start("clause") + inner.end() if inner and verb else found.end(1),
        f"the condition opens with '{found[1]}'; an 'if' reads more easily",
        why="German opens conditions with the verb; in English this is formal or a question",
        suggestions=(rewritten,) if rewritten else (),
        confidence=Confidence.CONTEXT,
    )


def _finite(inner: re.Match[str], opening: str, language: Language) -> str:
    """Return the verb of an 'if' clause, empty where it is not certain to be the verb."""
    subject, verb = inner["subject"], inner["verb"]
    if verb not in _VERBS and (verb in language.words("function-words") or verb.endswith("ly")):
        return ""
    if opening == "Would":
        return "were" if verb == "be" else inflect(verb, Feature.PAST, language.tag)
    if subject == "they" or _is_plural(subject):
        return "are" if verb == "be" else verb
    return _THIRD_PERSON.get(verb) or inflect(verb, Feature.S, language.tag)


def _is_plural(subject: str) -> bool:
    return subject[0].islower() and subject.endswith("s") and not subject.endswith("ss")
