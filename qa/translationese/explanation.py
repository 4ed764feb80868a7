"""What moves a verdict, and by how much: exact parts of the log-odds.

The model is additive, so that the share of a run of words is its weight times its rate, and the
shares and the bias add up to the log-odds. A run that stands only inside a longer run gives its
share to that one: what is shown is the longest phrase, counted once.
"""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from qa.findings import Contribution
from qa.model import Segment
from qa.translationese.features import ngrams
from qa.translationese.features.masking import START, readable
from qa.translationese.features.ngrams import Gram, gram
from qa.translationese.features.tokens import Stream
from qa.translationese.models import PER, Feature, Model

_MILLION = 1_000_000
_MOST_SPANS = 50

# A segment, and where in its text.
Place = tuple[Segment, int, int]


class Explanation(Struct, frozen=True):
    """The parts of one text's log-odds: ``bias + sum(shares.values())`` is the whole.

    ``known`` are the features that stand in the text, looked up once for all that need them.
    """

    bias: float
    shares: Mapping[str, float]
    known: Mapping[str, Feature]

    @property
    def log_odds(self) -> float:
        """The log-odds that the text is a translation."""
        return self.bias + sum(self.shares.values())


def explain(model: Model, counts: Mapping[str, int], tokens: int) -> Explanation:
    """Return the share of every run of words in the log-odds.

    Args:
        model: the model of the text's language.
        counts: how often every run stands in the text.
        tokens: the length of the text.
    """
    scale = model.calibration.curve.scale(tokens)
    present = model.known(counts)
    shares = {
        run: scale * feature.weight * (counts[run] * PER / tokens - feature.centre)
        for run, feature in present.items()
    }
    shares |= {
        run: -scale * feature.weight * feature.centre
        for run, feature in model.habits.items()
        if run not in present
    }
    bias = model.calibration.curve.bias(tokens) + scale * model.baseline
    return Explanation(bias, shares, present)


def fold(model: Model, counts: Mapping[str, int], shares: Mapping[str, float]) -> dict[str, float]:
    """Give the share of every run that stands only inside a longer, evident one to that one.

    Habits keep their own shares. The sum of the shares stays the same.
    """
    folded = dict(shares)
    homes = _homes(model, counts, shares)
    for run in sorted(homes, key=lambda run: run.count(" ")):
        folded[homes[run]] += folded.pop(run)
    return folded


def _homes(model: Model, counts: Mapping[str, int], shares: Mapping[str, float]) -> dict[str, str]:
    """Return, for every run that stands only inside a longer one, the weightiest of those."""
    homes: dict[str, str] = {}
    phrases = shares.keys() - model.habits.keys()
    for longer in filter(phrases.__contains__, _evident(model, shares)):
        for run in {longer.partition(" ")[2], longer.rpartition(" ")[0]} & phrases:
            if counts[run] == counts[longer]:
                homes[run] = max(homes.get(run, longer), longer, key=lambda one: abs(shares[one]))
    return homes


def _evident(model: Model, runs: Iterable[str]) -> list[str]:
    return [run for run in runs if model.features[run].evident]


def contributions(
    model: Model,
    shares: Mapping[str, float],
    pieces: Iterable[tuple[Segment, Stream]],
    most: int,
) -> tuple[Contribution, ...]:
    """Return the ``most`` phrases and habits with the largest shares, the largest first.

    Only those are shown of which it is evident that translations have them more often, or less.
    Of a phrase that stands in more than fifty places the first fifty are given.
    """
    shown = _evident(model, shares)
    top = sorted(shown, key=lambda run: (-abs(shares[run]), run))[:most]
    places = _places(top, pieces)
    return tuple(_contribution(model, run, shares[run], places[run]) for run in top)


def _contribution(model: Model, run: str, share: float, places: list[Place]) -> Contribution:
    feature = model.features[run]
    habit = run in model.habits or not places
    return Contribution(
        text=readable(gram(run)) if habit else _words(gram(run), places[0]),
        share=share,
        spans=tuple(map(_span, places)),
        native_per_million=_rate(feature.native, model.corpus.native_words),
        translated_per_million=_rate(feature.translated, model.corpus.translated_words),
    )


def _words(run: Gram, place: Place) -> str:
    """Return the words at a place, and whether the run wants them at an end of a sentence."""
    segment, start, end = place
    words = " ".join(segment.text.content[start:end].split())
    if run[0] == START:
        return f"{words} (first in a sentence)"
    return f"{words} (last in a sentence)" if run[-1] == START else words


def _span(place: Place) -> tuple[int, int]:
    segment, start, end = place
    found = segment.text.span(start, end)
    return found.start, found.end


def _rate(occurrences: int, words: int) -> float:
    return round(occurrences * _MILLION / words, 1)


def _places(
    runs: Iterable[str], pieces: Iterable[tuple[Segment, Stream]]
) -> dict[str, list[Place]]:
    """Return where the runs stand."""
    places: dict[str, list[Place]] = {run: [] for run in runs}
    wanted = [(gram(run), found) for run, found in places.items()]
    for segment, stream in pieces:
        if not wanted:
            break
        _place(segment, stream, wanted)
        wanted = [(run, found) for run, found in wanted if len(found) < _MOST_SPANS]
    return places


def _place(segment: Segment, stream: Stream, wanted: list[tuple[Gram, list[Place]]]) -> None:
    spans: list[tuple[int, int]] = []
    for run, places in wanted:
        for index in ngrams.find(stream.classes, run):
            spans = spans or stream.spans()
            start, end = _extent(run, spans[index : index + len(run)])
            if start < end and len(places) < _MOST_SPANS:
                places.append((segment, start, end))


def _extent(run: Gram, spans: list[tuple[int, int]]) -> tuple[int, int]:
    """Return start and end of a run without the end of the sentence before or after it."""
    first = len(run) > 1 and run[0] == START
    last = len(run) > 1 and run[-1] == START
    return spans[first][0], spans[-1 - last][1]
