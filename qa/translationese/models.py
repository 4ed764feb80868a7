"""The model of one language: an additive one, in a file that can be read and reviewed.

The score of a text is ``bias + Σ weight · rate`` over the runs of masked words that the model
knows, ``rate`` being per hundred tokens; ``calibration`` turns it into log-odds. A run that nearly
every text has counts by how far its rate is from ``centre``, the usual one.
"""

from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct

from qa import files, resources
from qa.errors import QAError
from qa.translationese.calibration import Calibration, Curve
from qa.translationese.features import ngrams
from qa.translationese.features.masking import Masking
from qa.translationese.features.tokens import Tokenizer
from qa.translationese.origins import Origins

FORMAT = "qa-translationese"
VERSION = 1
PER = 100


class Feature(Struct, frozen=True, array_like=True, gc=False):
    """A run of masked words and what was measured of it in the training text.

    ``weight`` is the score that a rate of one in a hundred tokens adds, ``machine`` what it adds
    to the score of machine against human translation; ``native`` and ``translated`` count its
    occurrences, ``documents`` the documents that have it. Only where it is ``evident`` that those
    rates differ, and in the direction of the weight, is it shown as a reason.
    """

    weight: float
    centre: float
    native: int
    translated: int
    documents: int
    machine: float = 0.0
    evident: bool = False


class Head(Struct, frozen=True):
    """A second score over the same runs: its bias and its way to log-odds."""

    bias: float
    curve: Curve


class Corpus(Struct, frozen=True):
    """Training text: how much there was and, for each file, its SHA-256."""

    native_words: int
    translated_words: int
    documents: int
    years: tuple[int, ...]
    files: Mapping[str, str]


class Model(Struct, frozen=True, dict=True):
    """What was learnt of one language; ``features`` are keyed by the words with spaces."""

    language: str
    seed: int
    corpus: Corpus
    masking: Masking
    calibration: Calibration
    bias: float
    machine: Head | None
    origins: Origins | None
    vocabulary: tuple[str, ...]
    features: Mapping[str, Feature]

    @cached_property
    def habits(self) -> dict[str, Feature]:
        """The features that nearly every text has."""
        return {run: one for run, one in self.features.items() if one.centre}

    @cached_property
    def tokenizer(self) -> Tokenizer:
        """What cuts a text as the training text was cut."""
        return Tokenizer(self.masking, self.vocabulary)

    @cached_property
    def baseline(self) -> float:
        """The score of a text that has the usual rate of every habit and nothing else."""
        return self.bias + sum(one.weight * one.centre for one in self.habits.values())

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(self.vocabulary)

    @cached_property
    def _keys(self) -> frozenset[str]:
        traced = self.origins.weights if self.origins else {}
        return frozenset(self.features).union(traced)

    def coverage(self, classes: Sequence[str]) -> float:
        """Return the share of the masked words of a text that are words of the vocabulary."""
        return sum(map(self._words.__contains__, classes)) / max(len(classes), 1)

    def counts(self, classes: Sequence[str]) -> dict[str, int]:
        """Return how often the runs that any of the scores knows stand in a text."""
        return ngrams.count_known(classes, self._keys)

    def known(self, counts: Mapping[str, int]) -> dict[str, Feature]:
        """Return the features of a text, by their runs, from the counts of the runs in it."""
        features = self.features
        return {run: features[run] for run in counts if run in features}

    def machine_log_odds(
        self, known: Mapping[str, Feature], counts: Mapping[str, int], tokens: int
    ) -> float | None:
        """Return the log-odds that a translation was made by a machine; None if not learnt.

        Args:
            known: the features of the text, by their runs.
            counts: how often every run stands in the text.
            tokens: the length of the text.
        """
        if self.machine is None:
            return None
        score = sum(feature.machine * counts[run] for run, feature in known.items()) * PER / tokens
        curve = self.machine.curve
        return curve.bias(tokens) + curve.scale(tokens) * (self.machine.bias + score)


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    """A model as it is stored; ``sha256`` is that of the bytes of ``model``."""

    format: str
    version: int
    sha256: str
    model: msgspec.Raw


def encode(model: Model) -> bytes:
    """Return a model as a file: JSON in UTF-8, one feature a line."""
    empty = msgspec.json.encode(msgspec.structs.replace(model, features={}))
    lines = (
        msgspec.json.encode(key) + b":" + msgspec.json.encode(feature)
        for key, feature in sorted(model.features.items())
    )
    body = empty.removesuffix(b"{}}") + b"{\n" + b",\n".join(lines) + b"\n}}"
    file = _File(FORMAT, VERSION, sha256(body).hexdigest(), msgspec.Raw(body))
    return msgspec.json.encode(file) + b"\n"


def digest(model: Model) -> str:
    """Return the SHA-256 of a model's file."""
    return sha256(encode(model)).hexdigest()


def decode(content: bytes, path: Path) -> Model:
    """Read a model from a file's bytes.

    Raises:
        QAError: it is not a model, is one of another version, or was damaged.
    """
    hint = "train it again with `qa train`, or install the release it came with"
    try:
        file = msgspec.json.decode(content, type=_File)
        if (file.format, file.version) != (FORMAT, VERSION):
            raise QAError(f"{path}: {file.format} {file.version} is not {FORMAT} {VERSION}", hint)
        if sha256(bytes(file.model)).hexdigest() != file.sha256:
            raise QAError(f"{path}: the checksum is wrong, the file was damaged or edited", hint)
        return msgspec.json.decode(file.model, type=Model)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise QAError(f"{path}: not a translationese model: {error}", hint) from error


def read(path: Path) -> Model:
    """Read a model file.

    Raises:
        QAError: there is no such file, or it is no model.
    """
    try:
        return decode(path.read_bytes(), path)
    except OSError as error:
        raise QAError(
            f"{path}: {error.strerror}", hint="name a file that `qa train` wrote"
        ) from error


def write(model: Model, path: Path) -> None:
    """Write a model file; one that is there is replaced whole or not at all.

    Raises:
        QAError: the file cannot be written.
    """
    files.write(path, encode(model))


@cache
def shipped(tag: str) -> Model | None:
    """Return the model that comes with the program for a language, if there is one.

    Raises:
        QAError: the file is damaged.
    """
    name = f"{tag}/translationese.json"
    return read(resources.root() / name) if resources.exists(name) else None
