"""Training text cut into masked words and pieces, each with its weight."""

import hashlib
import sys
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from qa.corpus import Kind, Sample
from qa.language import Language
from qa.translationese import selection, suitability
from qa.translationese.calibration import Calibration
from qa.translationese.features.masking import Masking, masking
from qa.translationese.features.ngrams import Gram
from qa.translationese.features.tokens import Tokenizer
from qa.translationese.models import Head
from qa.translationese.origins import Origins
from qa.translationese.selection import Evidence

_FEWEST_TOKENS = 40


class Material(Struct, frozen=True):
    """What a model is made from; ``streams[i]`` are the masked words of ``samples[i]``."""

    language: str
    samples: Sequence[Sample]
    masking: Masking
    vocabulary: Sequence[str]
    streams: Sequence[Sequence[str]]
    evidence: dict[Gram, Evidence]


class Learnt(Struct, frozen=True):
    """What was fitted to the material: one number for each run of its evidence, in that order.

    ``means`` are rates per hundred tokens; ``machine`` is None without text of both kinds.
    """

    bias: float
    weights: Sequence[float]
    means: Sequence[float]
    calibration: Calibration
    machine: Head | None
    machine_weights: Sequence[float]
    origins: Origins | None


class Piece(Struct, frozen=True):
    """A stretch of a sample: the training text is judged in pieces, as short texts are."""

    sample: Sample
    stream: Sequence[str]


def prepare(samples: Sequence[Sample], language: Language) -> Material:
    """Choose the words and runs that a model of these samples may look at.

    Raises:
        QAError: there is no native or no translated text, or some is in another script.
    """
    suitability.require(samples, language.tag)
    lists = masking(language)
    words = sorted({*selection.vocabulary(samples), *language.words("function-words")})
    tokenizer = Tokenizer(lists, words)
    streams = [
        [sys.intern(kind) for kind in tokenizer.stream(sample.text).classes] for sample in samples
    ]
    return Material(
        language.tag, samples, lists, words, streams, selection.evidence(samples, streams)
    )


def cut(material: Material, lengths: Sequence[int]) -> list[Piece]:
    """Return the samples in pieces of each length in tokens, once over for each length.

    What is left at the end of a sample is dropped; a short sample is one piece.
    """
    return [
        Piece(sample, stretch)
        for sample, stream in zip(material.samples, material.streams, strict=True)
        for length in lengths
        for stretch in _stretches(stream, length)
    ]


def _stretches(stream: Sequence[str], length: int) -> Iterator[Sequence[str]]:
    for start in range(0, len(stream) - length + 1, length):
        yield stream[start : start + length]
    if _FEWEST_TOKENS <= len(stream) < length:
        yield stream


def weights(pieces: Sequence[Piece], negative: Kind = Kind.NATIVE) -> list[float]:
    """Return a weight for every piece, 1 in the mean.

    Each source has the same weight for each kind in it, and for the ``negative`` one as much as
    for all others together: a source with much text does not decide, and none can be told by how
    often it is translated. The negative kind and all others weigh the same in all.
    """
    sizes = Counter((piece.sample.source, piece.sample.kind) for piece in pieces)
    kinds = Counter(source for source, kind in sizes if kind is not negative)
    parts = {
        (source, kind): (kinds[source] or 1.0) if kind is negative else 1.0
        for source, kind in sizes
    }
    total = sum(part for (_, kind), part in parts.items() if kind is negative)
    balance = {True: kinds.total() / max(total, 1.0), False: 1.0}
    raw = [
        parts[key] * balance[key[1] is negative] / sizes[key]
        for piece in pieces
        for key in [(piece.sample.source, piece.sample.kind)]
    ]
    mean = sum(raw) / len(raw)
    return [weight / mean for weight in raw]


def fold(sample: Sample, folds: int) -> int:
    """Return the fold of a sample; an outlet, or a year of a text file, is never divided."""
    return hashlib.sha256(sample.outlet.encode()).digest()[0] % folds
