"""Which words and runs of words a model may look at.

A word is kept as it is where it is common in every part of the corpus; a run counts where it
stands in enough documents and years.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct

from qa.corpus import Kind, Sample
from qa.text import keyness
from qa.translationese.features import ngrams
from qa.translationese.features.ngrams import Gram

FEWEST_DOCUMENTS = 8
FEWEST_YEARS = 3
_CHANCE = 0.05
_COMMON = 0.005
_FIRST_YEAR = 1900
_LOWER = re.compile(r"(?<![.!?] )(?<![\w'])[^\W\d_A-Z][^\W\d_A-Z]*(?:'[^\W\d_A-Z]+)?(?![\w'])")


def vocabulary(samples: Iterable[Sample]) -> list[str]:
    """Return the words in lower case that stand in one of a hundred documents of each source.

    The share of documents is averaged over the sources, so that a large one does not decide.
    """
    seen: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    documents: dict[str, set[str]] = defaultdict(set)
    for sample in samples:
        documents[sample.source].add(sample.document)
        for word in set(_LOWER.findall(sample.text.replace("’", "'"))):
            seen[word][sample.source].add(sample.document)
    shares = {
        word: sum(len(found) / len(documents[source]) for source, found in sources.items())
        for word, sources in seen.items()
    }
    return sorted(word for word, share in shares.items() if share / len(documents) >= _COMMON)


class Evidence(Struct, frozen=True):
    """What the corpus says of one run: its occurrences, and how many documents have it.

    ``translated`` counts real translations. ``direction`` is 1 where the run is commoner in
    translations, -1 where in native text, and 0 where that may be chance or where the round trips
    of the corpus say otherwise.
    """

    native: int
    translated: int
    documents: int
    direction: int


class _Counts:
    """Occurrences and words of three bodies of text: native, translated, round trips."""

    def __init__(self) -> None:
        self.runs: Counter[Gram] = Counter()
        self.words = 0

    def add(self, stream: Sequence[str], known: Mapping[Gram, int]) -> None:
        """Count the known runs of one text."""
        found = ngrams.count(stream)
        self.runs.update({run: found[run] for run in found.keys() & known.keys()})
        self.words += len(stream)


def evidence(samples: Sequence[Sample], streams: Sequence[Sequence[str]]) -> dict[Gram, Evidence]:
    """Count every run that stands in at least eight documents of at least three years.

    A corpus of fewer years is taken as it is: its runs must stand in all of them.

    Args:
        samples: the training text.
        streams: the masked words of each.
    """
    documents = _documents(samples, streams)
    counts = {body: _Counts() for body in ("native", "real", "paired", "round trip")}
    paired = {sample.document for sample in samples if sample.kind is Kind.ROUND_TRIP}
    for sample, stream in zip(samples, streams, strict=True):
        for body in _bodies(sample, paired):
            counts[body].add(stream, documents)
    runs = sorted(documents)
    directions = _directions(runs, counts["native"], counts["real"])
    twins = _directions(runs, counts["paired"], counts["round trip"], rate=1.0)
    translated = counts["real"] if counts["real"].words else counts["round trip"]
    return {
        run: Evidence(
            native=counts["native"].runs[run],
            translated=translated.runs[run],
            documents=documents[run],
            direction=_agreed(direct, twin),
        )
        for run, direct, twin in zip(runs, directions, twins, strict=True)
    }


def _bodies(sample: Sample, paired: AbstractSet[str]) -> list[str]:
    """Return the bodies of text that a sample belongs to."""
    if sample.kind is Kind.ROUND_TRIP:
        return ["round trip"]
    if sample.kind is not Kind.NATIVE:
        return ["real"]
    return ["native", "paired"] if sample.document in paired else ["native"]


def _directions(
    runs: Sequence[Gram], native: _Counts, translated: _Counts, rate: float = _CHANCE
) -> list[int | None]:
    """Return for every run where it is commoner, 0 for chance; None without text of one kind."""
    if not native.words or not translated.words:
        return [None] * len(runs)
    sizes = (native.words, translated.words)
    counts = [(native.runs[run], translated.runs[run]) for run in runs]
    found = keyness.significant(
        [keyness.log_likelihood(*pair, *sizes) if any(pair) else 0.0 for pair in counts], rate
    )
    return [
        keyness.direction(*pair, *sizes) if holds else 0
        for pair, holds in zip(counts, found, strict=True)
    ]


def _agreed(direct: int | None, twin: int | None) -> int:
    """Return the direction where all that is known agrees, 0 otherwise."""
    known = {one for one in (direct, twin) if one is not None}
    return known.pop() if len(known) == 1 else 0


def _documents(samples: Sequence[Sample], streams: Sequence[Sequence[str]]) -> dict[Gram, int]:
    """Return in how many documents each run stands; versions of an article are one document."""
    versions: dict[str, list[int]] = defaultdict(list)
    for index, sample in enumerate(samples):
        versions[sample.document].append(index)
    fewest_years = min(FEWEST_YEARS, len({sample.year for sample in samples}))
    documents: Counter[Gram] = Counter()
    years: dict[Gram, int] = defaultdict(int)
    for indexes in versions.values():
        bit = 1 << max(samples[indexes[0]].year - _FIRST_YEAR, 0)
        runs = {run for index in indexes for run in ngrams.count(streams[index])}
        documents.update(runs)
        for run in runs:
            years[run] |= bit
    return {
        run: number
        for run, number in documents.items()
        if number >= FEWEST_DOCUMENTS and years[run].bit_count() >= fewest_years
    }
