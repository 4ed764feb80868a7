"""How often entries are found in native and in translated text: the figures kept beside them."""

from collections.abc import Mapping
from math import exp, inf, sqrt
from pathlib import Path

import msgspec
from msgspec import Struct

from qa import files
from qa.errors import QAError

FORMAT = "qa-rates/1"
_MILLION = 1_000_000
# The two-sided 95 % quantile of the normal distribution.
_QUANTILE = 1.96
_HALF = 0.5


class Body(Struct, frozen=True):
    """A body of text: its size, and a SHA-256 of the files it was read from."""

    words: int
    documents: int
    sha256: str


class Hits(Struct, frozen=True, array_like=True):
    """How often one entry was found.

    ``spread`` is the overdispersion of its counts in native documents: their variance is
    ``mean + spread * mean ** 2``, by the method of moments.
    """

    native: int
    translated: int
    spread: float = 0.0


class Flags(Struct, frozen=True, array_like=True):
    """Findings per thousand words."""

    native: float
    translated: float


class Ratio(Struct, frozen=True):
    """How many times as frequent in translated text, with a 95 % interval."""

    value: float
    low: float
    high: float


class Rate(Struct, frozen=True):
    """An entry's measured rates, per million words; ``spread`` as in ``Hits``.

    A rate is None where there was no text to measure it on.
    """

    native_per_million: float | None
    translated_per_million: float | None
    spread: float = 0.0


class Rates(Struct, frozen=True):
    """The figures of one glossary; entries that were never found are among them.

    ``flags`` are the findings of all entries of a confidence together.
    """

    format: str
    glossary: str
    date: str
    native: Body
    translated: Body
    entries: Mapping[str, Hits]
    flags: Mapping[str, Flags]

    def rate(self, entry: str) -> Rate | None:
        """Return the rates of an entry, None if it was not measured."""
        return self._rate(self.entries[entry]) if entry in self.entries else None

    def _rate(self, hits: Hits) -> Rate:
        return Rate(
            _per_million(hits.native, self.native),
            _per_million(hits.translated, self.translated),
            hits.spread,
        )

    def ratio(self, entry: str) -> Ratio:
        """Return how many times as frequent an entry is in translated text.

        Half a hit is added to each side, so that a rate of zero has a ratio (Haldane 1956); the
        interval is that of the logarithm of a ratio of two Poisson rates. Without translated text
        nothing is known.
        """
        hits = self.entries[entry]
        if not self.translated.words or not self.native.words:
            return Ratio(1.0, 0.0, inf)
        native, translated = hits.native + _HALF, hits.translated + _HALF
        value = translated / self.translated.words * self.native.words / native
        reach = exp(_QUANTILE * sqrt(1 / native + 1 / translated))
        return Ratio(value, value / reach, value * reach)


def beside(glossary: Path) -> Path:
    """Return where the figures of a glossary file are kept."""
    return glossary.with_suffix(".rates.json")


def read(glossary: Path) -> Rates | None:
    """Return the figures kept beside a glossary file, None if it was not measured.

    Raises:
        QAError: they are damaged.
    """
    path = beside(glossary)
    try:
        found = msgspec.json.decode(path.read_bytes(), type=Rates)
    except OSError:
        return None
    except msgspec.DecodeError as error:
        raise QAError(f"{path}: {error}", "measure again: qa glossary evaluate") from error
    if found.format != FORMAT:
        raise QAError(f"{path}: is not {FORMAT}", "measure again: qa glossary evaluate")
    return found


def write(rates: Rates, path: Path) -> None:
    """Write figures as JSON, an entry a line.

    Raises:
        QAError: the file cannot be written.
    """
    encoded = msgspec.json.encode(rates)
    for before, after in ((b"],", b"],\n"), (b"},", b"},\n"), (b':{"', b':{\n"')):
        encoded = encoded.replace(before, after)
    files.write(path, encoded + b"\n")


def _per_million(hits: int, body: Body) -> float | None:
    return hits / body.words * _MILLION if body.words else None
