"""Test text cut to equal lengths and scored."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from random import Random

from msgspec import Struct

from qa.corpus import Kind, Sample
from qa.text.words import written
from qa.translationese.explanation import explain
from qa.translationese.models import Model

_MOST_PIECES = 1000
_MOST_SYSTEMS = 3
_NEARLY = 0.9


class Piece(Struct, frozen=True):
    """A stretch of ``words`` words of a sample, and what the model says of it.

    ``label`` says what it is: native, or which kind of translation from where; ``called`` is the
    verdict; ``machine`` the log-odds of machine against human translation; ``origin`` the likeliest
    source language. The last two are None where the model has not learnt them.
    """

    sample: Sample
    label: str
    words: int
    text: str
    log_odds: float
    called: str
    machine: float | None
    origin: str | None

    @property
    def translated(self) -> bool:
        """Whether it is a translation."""
        return self.sample.kind is not Kind.NATIVE


def pieces(model: Model, samples: Sequence[Sample], lengths: Sequence[int]) -> Iterator[Piece]:
    """Cut samples into pieces of each length and score up to a thousand of each kind."""
    groups: dict[tuple[str, str], list[Sample]] = defaultdict(list)
    labels = _labels(samples)
    for sample in samples:
        groups[sample.source, labels[sample.source, sample.system, sample.origin]].append(sample)
    for (_, label), group in sorted(groups.items()):
        for words in lengths:
            cuts = [(sample, text) for sample in group for text in _cut(sample.text, words)]
            chosen = Random(words).sample(cuts, min(len(cuts), _MOST_PIECES))  # noqa: S311
            yield from (_piece(model, sample, label, text, words) for sample, text in chosen)


def _piece(model: Model, sample: Sample, label: str, text: str, words: int) -> Piece:
    classes = model.tokenizer.stream(text).classes
    counts, tokens = model.counts(classes), len(classes)
    explanation = explain(model, counts, tokens)
    log_odds = explanation.log_odds
    return Piece(
        sample=sample,
        label=label,
        words=words,
        text=text,
        log_odds=log_odds,
        called=model.calibration.kind(log_odds, tokens),
        machine=model.machine_log_odds(explanation.known, counts, tokens),
        origin=model.origins.guess(counts, tokens)[0].language if model.origins else None,
    )


def _labels(samples: Sequence[Sample]) -> dict[tuple[str, str, str | None], str]:
    """Name every system of a source, or only its kind where there are many of that kind."""
    systems: dict[tuple[str, Kind], set[str]] = defaultdict(set)
    for sample in samples:
        systems[sample.source, sample.kind].add(sample.system)
    return {
        (sample.source, sample.system, sample.origin): _label(
            sample, len(systems[sample.source, sample.kind])
        )
        for sample in samples
    }


def _label(sample: Sample, systems: int) -> str:
    name = sample.system if systems <= _MOST_SYSTEMS else str(sample.kind)
    return f"{name} from {sample.origin}" if sample.origin else name


def _cut(text: str, words: int) -> Iterator[str]:
    """Yield stretches of exactly ``words`` words; a text nearly that long is one stretch."""
    known = written(text)
    if words * _NEARLY <= len(known) < words:
        yield text
    for start in range(0, len(known) - words + 1, words):
        yield text[known[start][0] : known[start + words - 1][1]]
