"""What a correction does to the score: the phrase is replaced, and the whole text scored again."""

from collections.abc import Sequence

from qa.model import Segment, Span
from qa.translationese.explanation import explain
from qa.translationese.features.tokens import join
from qa.translationese.models import Model


def change(
    model: Model, segments: Sequence[Segment], place: Segment, span: Span, suggestion: str
) -> float:
    """Return by how much the log-odds of a text move when a phrase in it is replaced.

    Nothing is estimated: the new words make new runs with their neighbours, and a text of another
    length is calibrated anew.

    Args:
        model: that of the text's language.
        segments: the running text.
        place: the segment that has the phrase.
        span: where the phrase stands in the text of that segment.
        suggestion: what it is replaced by; "" takes it out.
    """
    before = place.text.content
    after = before[: span.start] + suggestion + before[span.end :]
    whole = [segment.text.content for segment in segments]
    changed = [after if segment is place else segment.text.content for segment in segments]
    return _log_odds(model, changed) - _log_odds(model, whole)


def _log_odds(model: Model, texts: Sequence[str]) -> float:
    classes = join(model.tokenizer.stream(text) for text in texts)
    return explain(model, model.counts(classes), len(classes)).log_odds
