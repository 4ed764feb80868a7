"""A phrase that is fine once and telling when it is frequent.

What it finds
: Phrases of the glossaries in use that stand in a text clearly more often than in native news of
  that length. Each is named once, with all of its places. How often is often was measured: a
  native text has as many with a chance of less than one in a thousand.

Why it matters
: Nothing is wrong with "in addition" or "among other things". A page full of them reads like the
  language that needs them.

Flagged
: In addition, the club wants a new pitch. ¶ In addition, it wants lights for winter evenings.

Clean
: In addition, the club wants a new pitch. ¶ It also wants lights for winter evenings.

Sources
: corpora/de-en/phrases.toml and corpora/de-en/phrases.rates.json, its measured rates
"""

from collections.abc import Iterator

from qa.check import Context, SegmentMarks, document_check
from qa.findings import Category, Confidence, Mark, Severity
from qa.glossary.frequency import too_frequent
from qa.glossary.phrases import Match
from qa.model import Document, Segment, Span

Places = list[tuple[Segment, Match]]


@document_check("frequent-phrase", Category.STYLE, Severity.NOTE)
def frequent_phrase(document: Document, context: Context) -> SegmentMarks:
    """Mark the first place of every phrase that is too frequent."""
    places: dict[str, Places] = {}
    for segment, match in _matches(document, context):
        places.setdefault(match.phrase.id, []).append((segment, match))
    words = sum(len(context.words(segment)) for segment in document.segments) if places else 0
    for found in places.values():
        segment, match = found[0]
        if match.phrase.rate and too_frequent(len(found), words, match.phrase.rate):
            yield segment, _mark(context, found, words)


def _matches(document: Document, context: Context) -> Iterator[tuple[Segment, Match]]:
    for segment in document.segments:
        for match in context.matches(segment):
            if match.phrase.entry.confidence is Confidence.FREQUENT:
                yield segment, match


def _mark(context: Context, places: Places, words: int) -> Mark:
    segment, match = places[0]
    entry, rate = match.phrase.entry, match.phrase.rate
    replacement = match.phrase.replacement(context.words(segment), match)
    return Mark(
        replacement.start,
        replacement.end,
        f"stands {len(places)} times in {words} words, as {match.phrase.origin.name}"
        f" '{entry.origin}' would",
        why=entry.why,
        suggestions=replacement.texts,
        entry=match.phrase.id,
        confidence=entry.confidence,
        category=entry.category,
        native_per_million=rate.native_per_million if rate else None,
        translated_per_million=rate.translated_per_million if rate else None,
        others=tuple(_span(context, *place) for place in places[1:]),
    )


def _span(context: Context, segment: Segment, match: Match) -> Span:
    spans = context.words(segment).spans
    return segment.text.span(spans[match.first][0], spans[match.last - 1][1])
