"""The verdict on a document: how translated it reads, or why that cannot be told."""

from collections.abc import Callable

from qa.findings import Verdict
from qa.language import Language, primary
from qa.model import Document, Segment, SegmentKind
from qa.text.words import Words
from qa.translationese import models
from qa.translationese.calibration import probability
from qa.translationese.explanation import Explanation, contributions, explain, fold
from qa.translationese.features.tokens import join
from qa.translationese.models import Model

FEWEST_WORDS = 60
_CONTRIBUTIONS = 10
# Running text has more than half of its words in the vocabulary; tables and other languages not.
_LEAST_COVERAGE = 0.25
# What stands in headings, tables and captions is not written as running text is.
_RUNNING = frozenset({SegmentKind.PARAGRAPH, SegmentKind.ITEM, SegmentKind.QUOTATION})


def detect(document: Document, language: Language, words: Callable[[Segment], Words]) -> Verdict:
    """Return how translated a document reads, compared with native news of its language.

    Args:
        document: what to judge; only its running text is looked at.
        language: the language it is in.
        words: the words of a segment, cut once for everyone.

    Raises:
        QAError: the model file of the language is damaged.
    """
    segments = running(document)
    length = sum(len(words(segment)) for segment in segments)
    if length < FEWEST_WORDS:
        return _abstention(f"{length} words of running text are fewer than {FEWEST_WORDS}")
    found = models.shipped(primary(language.tag))
    if found is None:
        return _abstention(f"there is no measured model for {language.name}")
    return judge(found, segments)


def running(document: Document) -> list[Segment]:
    """Return the running text of a document: what a verdict is on."""
    return [segment for segment in document.segments if segment.kind in _RUNNING]


def judge(model: Model, segments: list[Segment]) -> Verdict:
    """Return the verdict on running text, however short."""
    pieces = [(segment, model.tokenizer.stream(segment.text.content)) for segment in segments]
    classes = join(stream for _, stream in pieces)
    if model.coverage(classes) < _LEAST_COVERAGE:
        return _abstention(f"hardly any of the words are common in '{model.language}'")
    counts, tokens = model.counts(classes), len(classes)
    explanation = explain(model, counts, tokens)
    log_odds = explanation.log_odds
    shares = fold(model, counts, explanation.shares)
    machine = model.machine_log_odds(explanation.known, counts, tokens)
    return Verdict(
        kind=model.calibration.kind(log_odds, tokens),
        probability=probability(log_odds),
        interval=model.calibration.interval(log_odds, tokens),
        log_odds=log_odds,
        machine=None if machine is None else probability(machine),
        origins=model.origins.guess(counts, tokens) if model.origins else (),
        abstained=None,
        contributions=contributions(model, shares, pieces, _CONTRIBUTIONS),
    )


def explain_text(model: Model, text: str) -> Explanation:
    """Return the shares of all runs of words of a text, none left out, and the bias."""
    classes = model.tokenizer.stream(text).classes
    return explain(model, model.counts(classes), len(classes))


def _abstention(reason: str) -> Verdict:
    return Verdict("unsure", None, None, None, None, (), reason, ())
