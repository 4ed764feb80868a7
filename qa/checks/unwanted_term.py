"""A term that a glossary says not to use.

What it finds
: Terms that the glossaries of the house call forbidden, deprecated or superseded, in any
  inflection; names and abbreviations only as they are written. A term that is part of a longer one
  in use is left alone, and so is what a narrower glossary allows.

Why it matters
: Whoever reads two names for one thing looks for two things. The house has decided on one, and the
  glossary says why.

Flagged
: The household committee met on Thursday.
: Two members of household committees resigned.

Clean
: The budget committee met on Thursday.
: The voter participation index fell again.

Sources
: ISO 30042 (TBX), administrative status of a term
: MQM, terminology > wrong term (https://themqm.org)
: corpora/samples/house.toml, the glossary of the examples
"""

from collections.abc import Iterator

from qa.check import Context, check
from qa.findings import Category, Mark, Severity
from qa.glossary.phrases import Match
from qa.model import Segment
from qa.terminology import unwanted
from qa.terminology.model import Status, TermEntry
from qa.text.words import Words

_SEVERITY = {
    Status.FORBIDDEN: Severity.ERROR,
    Status.DEPRECATED: Severity.WARNING,
    Status.SUPERSEDED: Severity.WARNING,
}


@check("unwanted-term", Category.TERMINOLOGY, Severity.WARNING)
def unwanted_term(segment: Segment, context: Context) -> Iterator[Mark]:
    """Mark every term whose status says that it is not to be used."""
    for match, entry in unwanted.found(context.matches(segment)):
        yield _mark(context.words(segment), match, entry)


def _mark(words: Words, match: Match, entry: TermEntry) -> Mark:
    replacement = match.phrase.replacement(words, match)
    glossary = match.phrase.id.partition("/")[0]
    return Mark(
        replacement.start,
        replacement.end,
        f"the glossary '{glossary}' has '{entry.term}' as {entry.status}",
        why=entry.why,
        suggestions=replacement.texts,
        entry=match.phrase.id,
        severity=_SEVERITY[entry.status],
        category=entry.category,
    )
