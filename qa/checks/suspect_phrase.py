"""A phrase that betrays the language a text was translated from.

What it finds
: Phrases of the glossaries in use, in any inflection, unless the words around them or the
  subject of the article show that they are meant as they stand. Where the origin is not told,
  phrases that depend on context are looked for only from languages that the text is likely from.

Why it matters
: Each is a source-language expression taken over word for word. Readers stumble, or read
  something that the author did not say.

Flagged
: The Ukraine also uses drones of this kind.
: There should now be return services from the Turkish side.

Clean
: The Ukraine war goes into its fourth year.
: Her return service won her the tennis match.

Sources
: corpora/de-en/phrases.toml, each entry with its own reason
"""

from collections.abc import Iterator

from qa.check import Context, check
from qa.findings import Category, Confidence, Mark, Severity
from qa.glossary.phrases import Match
from qa.model import Segment
from qa.terminology.model import TermEntry
from qa.text.words import Words

_SEVERITY = {
    Confidence.NEARLY_ALWAYS: Severity.WARNING,
    Confidence.CONTEXT: Severity.NOTE,
}


@check("suspect-phrase", Category.FLUENCY, Severity.WARNING)
def suspect_phrase(segment: Segment, context: Context) -> Iterator[Mark]:
    """Mark every entry of the glossaries that matches and is not only telling when frequent."""
    for match in context.matches(segment):
        entry = match.phrase.entry
        if entry.confidence is not Confidence.FREQUENT and not isinstance(entry, TermEntry):
            yield _mark(context.words(segment), match)


def _mark(words: Words, match: Match) -> Mark:
    entry, rate = match.phrase.entry, match.phrase.rate
    replacement = match.phrase.replacement(words, match)
    return Mark(
        replacement.start,
        replacement.end,
        f"reads like {match.phrase.origin.name} '{entry.origin}'",
        why=entry.why,
        suggestions=replacement.texts,
        entry=match.phrase.id,
        severity=_SEVERITY[entry.confidence],
        confidence=entry.confidence,
        category=entry.category,
        native_per_million=rate.native_per_million if rate else None,
        translated_per_million=rate.translated_per_million if rate else None,
    )
