"""Which words and runs of words a model may look at.

A word is kept as it is where it is common in every part of the corpus; a run counts where it
stands in enough documents and years.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct

from qa.translationese.corpus import Kind, Sample
from qa.translationese.features import ngrams
from qa.translationese.features.ngrams import Gram

FEWEST_DOCUMENTS = 8
FEWEST_YEARS = 3
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
    """What the corpus says of one run: its occurrences, and how many documents have it."""

    native: int
    translated: int
    documents: int


def evidence(samples: Sequence[Sample], streams: Sequence[Sequence[str]]) -> dict[Gram, Evidence]:
    """Count every run that stands in at least eight documents of at least three years.

    A corpus of fewer years is taken as it is: its runs must stand in all of them.

    Args:
        samples: the training text.
        streams: the masked words of each.
    """
    documents = _documents(samples, streams)
    counts: dict[bool, Counter[Gram]] = {True: Counter(), False: Counter()}
    for sample, stream in zip(samples, streams, strict=True):
        found = ngrams.count(stream)
        known = {run: found[run] for run in found.keys() & documents.keys()}
        counts[sample.kind is Kind.NATIVE].update(known)
    return {
        run: Evidence(counts[True][run], counts[False][run], number)
        for run, number in sorted(documents.items())
    }


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
