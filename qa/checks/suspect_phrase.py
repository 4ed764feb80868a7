"""A phrase that betrays the language a text was translated from.

What it finds
: Phrases of the glossaries in use, in any inflection, unless the words around them or the
  subject of the article show that they are meant as they stand. Where the origin is not told,
  phrases that depend on context are looked for only from languages that the text is likely from.
  Where the source is at hand, its words are shown and make the phrase more certain; where it has
  no word of the expression behind the phrase, only what is nearly always wrong remains, as a note.

Why it matters
: Each is a source-language expression taken over word for word. Readers stumble, or read
  something that the author did not say.

Flagged
: The Ukraine also uses drones of this kind.
: There should now be return services from the Turkish side.
: [de > en] Man stritt sich, vor allem um Geld. | There was a row, above all over
  money.

Clean
: The Ukraine war goes into its fourth year.
: Her return service won her the tennis match.
: [de > en] Der Himmel über ihm war grau, mehr als grau. | Above all, the sky was grey.

Sources
: corpora/de-en/phrases.toml, each entry with its own reason
"""

from collections.abc import Iterator

from msgspec.structs import replace

from qa.check import Context, check
from qa.findings import Category, Confidence, Mark, Severity
from qa.glossary import expressions
from qa.glossary.expressions import Origin
from qa.glossary.phrases import Match
from qa.language import primary
from qa.model import Pair, Segment
from qa.terminology.model import TermEntry
from qa.text.words import Words

_SEVERITY = {
    Confidence.NEARLY_ALWAYS: Severity.WARNING,
    Confidence.CONTEXT: Severity.NOTE,
}
# With the source's word behind it, what translated text has so much more often is one more case.
_TELLING = 10
_SURELY_ALIGNED = 0.5


@check("suspect-phrase", Category.FLUENCY, Severity.WARNING)
def suspect_phrase(segment: Segment, context: Context) -> Iterator[Mark]:
    """Mark every entry of the glossaries that matches and is not only telling when frequent."""
    for match in context.matches(segment):
        entry = match.phrase.entry
        if entry.confidence is not Confidence.FREQUENT and not isinstance(entry, TermEntry):
            mark = _mark(context.words(segment), match)
            yield from _beside_source(mark, match, context.behind(segment, *_span(mark)), context)


def _span(mark: Mark) -> tuple[int, int]:
    return mark.start, mark.end


def _beside_source(mark: Mark, match: Match, pairs: list[Pair], context: Context) -> Iterator[Mark]:
    """Yield the mark as the source bears it out, or nothing where the source speaks against it."""
    source = context.source
    if not pairs or source is None or not _is_from(match, source.language.tag):
        yield mark
        return
    expression, tag = match.phrase.entry.origin, source.language.tag
    found = [
        (origin, words)
        for words in (source.words(pair.source) for pair in pairs)
        if (origin := expressions.find(expression, words, tag))
    ]
    if found:
        yield _borne_out(mark, match, *found[0])
    elif min(pair.confidence for pair in pairs) < _SURELY_ALIGNED:
        yield mark
    elif match.phrase.entry.confidence is Confidence.NEARLY_ALWAYS:
        yield replace(mark, severity=Severity.NOTE, confidence=Confidence.CONTEXT)


def _is_from(match: Match, tag: str) -> bool:
    return primary(tag) in map(primary, match.phrase.origins)


def _borne_out(mark: Mark, match: Match, origin: Origin, words: Words) -> Mark:
    rate = match.phrase.rate
    native, translated = (
        (rate.native_per_million or 0.0, rate.translated_per_million or 0.0) if rate else (0.0, 0.0)
    )
    telling = origin.whole and native * _TELLING <= translated
    return replace(
        mark,
        source_text=origin.written(words),
        confidence=Confidence.NEARLY_ALWAYS if telling else mark.confidence,
    )


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
