"""How long a translation may be: a model of the ratio of lengths for every pair of languages.

The logarithm of the ratio of characters is taken to be normal, about a mean that shifts with the
length of the source, with a spread that shrinks with it. The parameters of
``corpora/und/lengths.json`` were fitted by ``tests/benchmarks/lengths.py``; pairs that it lacks
go by way of English.
"""

from functools import cache
from math import log, sqrt

from msgspec import Struct

from qa import resources
from qa.language import primary
from qa.regex import lazy

PIVOT = "en"
# Added to both lengths: a short text varies by whole words.
SMOOTHING = 3
_END = lazy(r"[.!?…]+[\"'”“’»)\]]*(?=\s+[^a-zа-я]|\s*\Z)|[。！？]+")
# The logarithm of a usual length, about which the mean shifts.
USUAL = 4.5


class Ratio(Struct, frozen=True):
    """The distribution of the logarithm of target length over source length, in characters.

    The mean is ``mean + slope * (log(source) - USUAL)``, the variance ``near + far / source``.
    """

    mean: float
    slope: float
    near: float
    far: float

    def deviation(self, source: int, target: int) -> float:
        """Return how many standard deviations a length of ``target`` is too long."""
        size = source + SMOOTHING
        expected = self.mean + self.slope * (log(size) - USUAL)
        return (log((target + SMOOTHING) / size) - expected) / sqrt(self.near + self.far / size)

    def turned(self) -> "Ratio":
        """Return the distribution for the other direction."""
        return Ratio(-self.mean, 0.0, self.near, self.far)

    def followed_by(self, other: "Ratio") -> "Ratio":
        """Return the distribution of two translations, one after the other."""
        return Ratio(self.mean + other.mean, 0.0, self.near + other.near, self.far + other.far)


class Lengths(Struct, frozen=True):
    """``lengths.json``: the ratio of each pair, "de-en", and the deviations that are too much.

    ``short`` and ``long`` hold for any text, ``fewer`` and ``more`` where the translation has
    fewer or more sentences than its source.
    """

    pairs: dict[str, Ratio]
    short: float
    long: float
    fewer: float
    more: float


@cache
def lengths() -> Lengths:
    """Return the fitted model."""
    return resources.figures("und/lengths.json", Lengths)


@cache
def ratio(source: str, target: str) -> Ratio | None:
    """Return the ratio for two language tags, None where nothing is known of one of them."""
    before, after = primary(source), primary(target)
    if before == after:
        return None
    return _direct(before, after) or _by_pivot(before, after)


def _direct(source: str, target: str) -> Ratio | None:
    pairs = lengths().pairs
    turned = pairs.get(f"{target}-{source}")
    return pairs.get(f"{source}-{target}") or (turned.turned() if turned else None)


def _by_pivot(source: str, target: str) -> Ratio | None:
    there, back = _direct(source, PIVOT), _direct(PIVOT, target)
    return there.followed_by(back) if there and back else None


def excess(source: str, target: str, source_tag: str, target_tag: str) -> int:
    """Return 1 for a translation that is too long, -1 for one that is too short, else 0.

    A smaller deviation is enough where the translation has more sentences, or fewer.
    """
    known, limits = ratio(source_tag, target_tag), lengths()
    off = known.deviation(len(source.strip()), len(target.strip())) if known else 0.0
    if limits.fewer < off < limits.more:
        return 0
    if limits.short < off < limits.long and not _is_split(source, target, off):
        return 0
    return 1 if off > 0 else -1


def _is_split(source: str, target: str, off: float) -> bool:
    """Tell whether the longer of two texts has more sentences than the other."""
    more = sentences(target) - sentences(source)
    return more > 0 if off > 0 else more < 0


def sentences(content: str) -> int:
    """Return how many places of a text look like the end of a sentence, at least one."""
    return len(_END.findall(content)) or 1
