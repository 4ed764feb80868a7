"""The table of a model on a test set: what it tells apart, how honestly, and its false alarms."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from qa import corpus
from qa.corpus import Kind
from qa.errors import QAError
from qa.language import Language
from qa.translationese import baselines, measuring, models, suitability
from qa.translationese.baselines import Scorer
from qa.translationese.calibration import probability
from qa.translationese.measuring import Piece
from qa.translationese.models import Model
from qa.translationese.ranking import Scored, area, exceeded, expected_calibration_error
from qa.translationese.tables import Calibrated, Contrast, FalseAlarms, Table, Traced

LENGTHS = (50, 100, 200, 500)
_FOUND = 0.8
_FEWEST_PIECES = 30

Progress = Callable[[str], None]


def evaluate(
    model: Model,
    folder: Path,
    language: Language,
    *,
    training: Path | None = None,
    progress: Progress = print,
) -> Table:
    """Measure a model on all text in a folder.

    Args:
        model: what to measure.
        folder: a corpus that the model was not trained on.
        language: that of the model.
        training: the corpus it was trained on, for the baseline of content words.
        progress: told what is being done.

    Raises:
        QAError: a file cannot be read, or is one that the model was trained on; or there is text
            of one kind only, or in another script.
    """
    data = corpus.digests(folder)
    if seen := sorted(set(data.values()) & set(model.corpus.files.values())):
        name = next(path for path, digest in data.items() if digest == seen[0])
        raise QAError(f"{folder}/{name}: the model was trained on it", hint="test on other text")
    samples = corpus.read(folder, model.language)
    suitability.require(samples, model.language)
    progress(f"scoring {folder}")
    pieces = list(measuring.pieces(model, samples, LENGTHS))
    scores: dict[str, Scorer] = {
        "sentence length": baselines.sentence_length,
        "type-token ratio": baselines.type_token_ratio,
    }
    if training:
        progress(f"counting content words in {training}")
        scores["content words"] = baselines.topic(corpus.read(training, model.language), language)
    progress("comparing")
    return Table(
        language=model.language,
        model=models.digest(model),
        data=data,
        contrasts=(*_contrasts(pieces, scores), *_machines(pieces)),
        calibration=tuple(_calibrated(pieces)),
        false_alarms=tuple(_false_alarms(pieces)),
        origins=tuple(_traced(pieces, model)),
    )


def _contrasts(pieces: Sequence[Piece], scores: dict[str, Scorer]) -> Iterator[Contrast]:
    """Compare the native text of every source with each kind of translation in it."""
    for (source, words), group in _grouped(pieces):
        native = [one for one in group if one.label == Kind.NATIVE]
        for label in sorted({one.label for one in group} - {Kind.NATIVE}):
            pair = native + [one for one in group if one.label == label]
            if _enough(pair):
                for name, values in _scores(pair, scores):
                    yield Contrast(source, Kind.NATIVE, label, words, name, area(values))


def _scores(pair: Sequence[Piece], scores: dict[str, Scorer]) -> Iterator[tuple[str, list[Scored]]]:
    yield "model", [Scored(one.log_odds, one.translated, one.sample.document) for one in pair]
    for name, scorer in scores.items():
        values = [scorer(one.text) for one in pair]
        yield (
            name,
            [
                Scored(value, one.translated, one.sample.document)
                for value, one in zip(values, pair, strict=True)
            ],
        )


def _machines(pieces: Sequence[Piece]) -> Iterator[Contrast]:
    """Compare the human translations of every source with those of each machine."""
    for (source, words), group in _grouped(pieces):
        people = [one for one in group if one.sample.kind is Kind.HUMAN]
        machines = [one for one in group if one.sample.kind is Kind.MACHINE]
        for label in sorted({one.label for one in machines}):
            origin = next(one.sample.origin for one in machines if one.label == label)
            pair = [
                Scored(one.machine, one.sample.kind is Kind.MACHINE, one.sample.document)
                for one in [*people, *machines]
                if one.machine is not None
                and one.sample.origin == origin
                and one.label in {label, *(human.label for human in people)}
            ]
            if _balanced([one.translated for one in pair]):
                yield Contrast(source, Kind.HUMAN, label, words, "machine", area(pair))


def _traced(pieces: Sequence[Piece], model: Model) -> Iterator[Traced]:
    known = model.origins.languages if model.origins else ()
    for (source, words), group in _grouped(pieces):
        for label in sorted({one.label for one in group if one.sample.origin in known}):
            texts = [one for one in group if one.label == label]
            right = _share(one.origin == one.sample.origin for one in texts)
            yield Traced(source, label, words, len(texts), right)


def _calibrated(pieces: Sequence[Piece]) -> Iterator[Calibrated]:
    for (source, words), group in _grouped(pieces):
        real = [one for one in group if one.sample.kind is not Kind.ROUND_TRIP]
        if _enough(real):
            stated = [(probability(one.log_odds), one.translated) for one in real]
            yield Calibrated(source, words, expected_calibration_error(stated))


def _false_alarms(pieces: Sequence[Piece]) -> Iterator[FalseAlarms]:
    """Hold the native text of each source against the translations of each other one."""
    real = [one for one in pieces if one.sample.kind is not Kind.ROUND_TRIP]
    groups = dict(_grouped(real))
    references = sorted({key for key, group in groups.items() if _enough(group)})
    for reference, words in references:
        found = [one.log_odds for one in groups[reference, words] if one.translated]
        threshold = exceeded(found, _FOUND)
        for (source, length), group in groups.items():
            native = [one for one in group if not one.translated]
            if length == words and len(native) >= _FEWEST_PIECES:
                called = _share(one.called == "translated" for one in native)
                matched = _share(one.log_odds > threshold for one in native)
                yield FalseAlarms(source, words, len(native), called, matched, reference)


def _grouped(pieces: Sequence[Piece]) -> list[tuple[tuple[str, int], list[Piece]]]:
    groups: dict[tuple[str, int], list[Piece]] = defaultdict(list)
    for one in pieces:
        groups[one.sample.source, one.words].append(one)
    return sorted(groups.items())


def _enough(pieces: Sequence[Piece]) -> bool:
    return _balanced([one.translated for one in pieces])


def _balanced(outcomes: Sequence[bool]) -> bool:
    return min(sum(outcomes), len(outcomes) - sum(outcomes)) >= _FEWEST_PIECES


def _share(outcomes: Iterable[bool]) -> float:
    known = list(outcomes)
    return round(sum(known) / len(known), 4)
