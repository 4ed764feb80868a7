"""How much each sentence of a text moves its verdict."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise

from qa.article import Sentence
from qa.model import Document, Segment, Span
from qa.text import sentences
from qa.translationese import models
from qa.translationese.detection import running
from qa.translationese.explanation import explain
from qa.translationese.features.ngrams import ORDERS, slices
from qa.translationese.features.tokens import Stream, join
from qa.translationese.models import Model


def shares(document: Document, tag: str) -> tuple[Sentence, ...]:
    """Return the sentences of the running text with their parts of the log-odds.

    Every run of words gives its share in equal parts to the places where it ends. What no sentence
    has a part in is the bias, and habits of the language that the text does without.

    Args:
        document: a text that has a verdict; its offsets are those of its content.
        tag: its language; without a model for it no sentence has a share.
    """
    model = models.shipped(tag)
    if model is None:
        return ()
    segments = running(document)
    streams = [model.tokenizer.stream(segment.text.content) for segment in segments]
    moved = _moved(model, join(streams))
    starts = accumulate((len(stream.classes) for stream in streams), initial=0)
    return tuple(
        sentence
        for segment, stream, (start, end) in zip(segments, streams, pairwise(starts), strict=True)
        for sentence in _sentences(segment, stream, moved[start:end], tag)
    )


def _moved(model: Model, classes: Sequence[str]) -> list[float]:
    """Return by how much the runs that end at each masked word move the log-odds."""
    each = _each(model, classes)
    moved = [0.0] * len(classes)
    for order in ORDERS:
        for last, run in enumerate(slices(classes, order), order - 1):
            moved[last] += each.get(" ".join(run), 0.0)
    return moved


def _each(model: Model, classes: Sequence[str]) -> Mapping[str, float]:
    """Return the share of every run of the text, divided by the number of its places."""
    counts = model.counts(classes)
    explained = explain(model, counts, len(classes))
    return {run: explained.shares[run] / counts[run] for run in explained.known}


def _sentences(
    segment: Segment, stream: Stream, moved: Sequence[float], tag: str
) -> Iterator[Sentence]:
    found = sentences.split(segment.text.content, tag)
    totals = [0.0] * len(found)
    at = 0
    for (start, _), share in zip(stream.spans(), moved, strict=True):
        while at + 1 < len(found) and start >= found[at + 1].start:
            at += 1
        totals[at] += share
    for span, total in zip(found, totals, strict=True):
        yield _placed(segment, span, total)


def _placed(segment: Segment, span: Span, share: float) -> Sentence:
    place = segment.text.span(span.start, span.end)
    return Sentence(place.start, place.end, share)
