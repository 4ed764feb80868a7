"""The same sentence twice in one article.

What it finds
: A sentence of six words or more that stands in the article already; several in a row are one
  finding. Headings are left alone, and so is what the source repeats as well. Beside a source,
  whole segments are for the check same-translation, and one that has a sentence twice is for
  doubled-sentence.

Why it matters
: Nearly always a paragraph was pasted twice or moved without being cut; where a refrain is meant,
  the reader will know, and one click silences it.

Flagged
: The bridge will be closed for a year. Nobody knows why. ¶ The bridge will be closed for a year.
: [de] Die Brücke bleibt ein ganzes Jahr gesperrt. Warum, weiß niemand. ¶ Es regnet. Die Brücke
  bleibt ein ganzes Jahr gesperrt.
: [de > en] Die Brücke bleibt zu. | The bridge will remain closed for a year. ¶ Warum, weiß niemand.
  | Nobody knows why. The bridge will remain closed for a year.

Clean
: The bridge will be closed. Nobody knows why. The bridge will be closed.
: The bridge will be closed for a year. ¶ The bridge will be closed for two years.
: [de] Die Brücke bleibt gesperrt. Es regnet. Die Brücke bleibt gesperrt.
: [de > en] Die Brücke bleibt zu. Sie bleibt zu. Die Brücke bleibt zu. | The bridge stays closed, it
  does. Yes. The bridge stays closed, it does.
: [de > en] Die Brücke bleibt zu. Warum, weiß niemand. | The bridge will remain closed for a year.
  The bridge will remain closed for a year.

Sources
: MQM, accuracy > addition (https://themqm.org)
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from qa.check import Context, SegmentMarks, document_check
from qa.findings import Category, Mark, Severity
from qa.model import Document, Pair, Segment, SegmentKind, Span
from qa.regex import lazy
from qa.text.words import Words

_FEWEST_WORDS = 6
_FEWEST_CHARACTERS = 12
_SHOWN = 40
_PROSE = {SegmentKind.PARAGRAPH, SegmentKind.ITEM, SegmentKind.QUOTATION}
_END = lazy(r"[.!?…。！？][\"”“’»)」]*\s*")
# Shorter pieces, such as 'he said', stand twice in most articles.
_SHORTEST_PIECE = 20


class _Beside(NamedTuple):
    """How often the source has a sentence and the pairs have a target; ``aligned`` if by us."""

    sources: Counter[str]
    targets: Counter[str]
    aligned: bool

    @classmethod
    def of(cls, context: Context) -> "_Beside":
        source = context.document.source
        if source is None:
            return cls(Counter(), Counter(), aligned=False)
        targets = Counter(pair.target.text.content.strip() for pair in source.pairs)
        sentences = _in_source(source.segments, context.source)
        return cls(sentences, targets, aligned=source.path != context.document.path)


@document_check("repeated-sentence", Category.FLUENCY, Severity.WARNING)
def repeated_sentence(document: Document, context: Context) -> SegmentMarks:
    """Mark every later occurrence of a sentence."""
    prose = [segment for segment in document.segments if segment.kind in _PROSE]
    shortest = _SHORTEST_PIECE if context.language.spaced else _FEWEST_CHARACTERS // 2
    if not _may_repeat(prose, shortest):
        return
    judged = _judged(prose, context)
    for (_, is_repeated), run in groupby(judged, key=lambda one: (one[0].number, one[2])):
        if is_repeated:
            sentences = list(run)
            segment = sentences[0][0]
            yield segment, _mark(segment, [span for _, span, _ in sentences])


def _mark(segment: Segment, spans: list[Span]) -> Mark:
    start, end = spans[0].start, spans[-1].end
    first = segment.text.content[start : spans[0].end]
    opening = first if len(first) <= _SHOWN else f"{first[:_SHOWN].rstrip()} …"
    what = "this sentence" if len(spans) == 1 else f"these {len(spans)} sentences"
    return Mark(start, end, f"the article has {what} already: {opening}")


def _judged(prose: list[Segment], context: Context) -> Iterator[tuple[Segment, Span, bool]]:
    """Yield every sentence and whether it stood in the article before."""
    fewest = _FEWEST_WORDS if context.language.spaced else _FEWEST_CHARACTERS
    seen: set[tuple[str, ...]] = set()
    beside = _Beside.of(context)
    for segment, span in _sentences(prose, context):
        sentence = tuple(Words(segment.text.content[span.start : span.end]).keys)
        is_repeated = len(sentence) >= fewest and sentence in seen
        yield segment, span, is_repeated and not _is_excused(segment, span, context, beside)
        seen.add(sentence)


def _in_source(segments: Iterable[Segment], source: Context | None) -> Counter[str]:
    """Count the sentences of a source."""
    return Counter(
        _cut(segment, span)
        for segment in (segments if source else ())
        for span in (source.sentences(segment) if source else ())
    )


def _is_excused(segment: Segment, span: Span, context: Context, beside: _Beside) -> bool:
    """Tell whether the source repeats itself there too, or the sentence is all that it has."""
    pairs = context.behind(segment, span.start, span.end)
    whole = _cut(segment, span)
    if any(_is_for_others(pair, whole, beside) for pair in pairs):
        return True
    here = _in_source((pair.source for pair in pairs), context.source)
    return any(beside.sources[sentence] > 1 for sentence in here)


def _is_for_others(pair: Pair, sentence: str, beside: _Beside) -> bool:
    """Tell whether same-translation or doubled-sentence compare what a pair has of a sentence."""
    target = pair.target.text.content
    if target.strip() != sentence:
        return target.count(sentence) > 1
    return not beside.aligned or beside.targets[sentence] > 1


def _cut(segment: Segment, span: Span) -> str:
    return segment.text.content[span.start : span.end]


def _may_repeat(segments: list[Segment], shortest: int) -> bool:
    """Tell, without a proper look at sentences, whether any piece of text stands twice."""
    seen: set[str] = set()
    for segment in segments:
        for piece in _END.split(segment.text.content.lower()):
            if piece in seen and len(piece) >= shortest:
                return True
            seen.add(piece)
    return False


def _sentences(segments: list[Segment], context: Context) -> Iterator[tuple[Segment, Span]]:
    """Yield what ends as a sentence does, and thus no headings."""
    for segment in segments:
        for span in context.sentences(segment):
            if _END.search(segment.text.content, max(span.start, span.end - 3), span.end):
                yield segment, span
