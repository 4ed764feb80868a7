"""Scores of the segments that have something in common."""

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import takewhile

from qa.glossary.terms import Term
from qa.scoring import traits
from qa.scoring.model import Bucket, TestSet
from qa.scoring.names import names
from qa.scoring.traits import Labels

# A column with more values tells segments apart rather than together.
_VALUES_AT_MOST = 50
# Other parts stand in the order of the test set.
_ORDERED = {"length", "rarest word", "names", "numbers", "terms"}

# The corpus score of a system (by name) by a metric over some segments (by index from 0).
SubsetScore = Callable[[str, str, Sequence[int]], float]


def buckets(  # noqa: PLR0913 - what divides segments comes from several files
    test_set: TestSet,
    systems: Sequence[str],
    metrics: Sequence[str],
    score: SubsetScore,
    *,
    glossary: Sequence[Term] = (),
    corpus: Mapping[str, int] | None = None,
    source_language: str = "und",
) -> tuple[Bucket, ...]:
    """Divide the segments in every way that is known, and score each part.

    The parts are those of compare-mt (Neubig et al. 2019) and MT-Telescope (Rei et al. 2021):
    length of the reference, document, the columns of the test set with at most 50 values, its
    rarest word, and whether it has names, numbers, or terms in the source.

    Args:
        test_set: the segments.
        systems: the names of the systems to score.
        metrics: the names of the metrics.
        score: returns a score computed over the given segments as over a whole corpus.
        glossary: terms to look for in the sources.
        corpus: counts of words in a reference corpus; those of the references if None.
        source_language: BCP 47 tag.

    Returns:
        The buckets; what puts all segments into one is left out.
    """
    return tuple(
        Bucket(
            kind,
            name,
            len(segments),
            {one: {metric: score(one, metric, segments) for metric in metrics} for one in systems},
        )
        for kind, labels in _divisions(test_set, glossary, corpus, source_language)
        for name, segments in _parts(kind, labels)
    )


def _divisions(
    test_set: TestSet,
    glossary: Sequence[Term],
    corpus: Mapping[str, int] | None,
    source_language: str,
) -> Iterator[tuple[str, Labels]]:
    yield "length", traits.lengths(test_set)
    if test_set.documents:
        yield "document", test_set.documents
    for column, values in test_set.columns.items():
        if _few(values):
            yield column, values
    yield "rarest word", traits.rarity(test_set, corpus)
    yield "names", names(test_set, source_language)
    yield "numbers", traits.numbers(test_set)
    yield "terms", traits.terms(test_set, glossary, source_language)


def _few(values: Sequence[str]) -> bool:
    found: set[str] = set()
    for value in values:
        found.add(value)
        if len(found) > _VALUES_AT_MOST:
            return False
    return True


def _parts(kind: str, labels: Labels) -> list[tuple[str, "array[int]"]]:
    """Return the segments by label, if there are several labels."""
    found: dict[str, array[int]] = {}
    for segment, label in enumerate(labels):
        if label is not None:
            found.setdefault(label, array("q")).append(segment)
    parts = list(found.items()) if len(found) > 1 else []
    return sorted(parts, key=_order) if kind in _ORDERED else parts


def _order(part: tuple[str, "array[int]"]) -> tuple[int, str]:
    digits = "".join(takewhile(str.isdigit, part[0]))
    return int(digits or 0), part[0]
