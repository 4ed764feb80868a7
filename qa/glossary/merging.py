"""Phrases that are nearly the same, put together."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from qa.glossary.grams import Gram

# Two phrases are nearly the same if one stands at least half as often as the other,
_ALIKE = 0.5
# and the longest that is nearly as clear as the clearest speaks for them.
_NEARLY = 0.8
_OVERLAPPING_AT_LEAST = 3


def merged(telling: Mapping[Gram, float], hits: Mapping[Gram, int]) -> list[tuple[Gram, list[str]]]:
    """Return one phrase for each group of phrases that are nearly the same, and the others.

    Phrases belong together if one is a part of the other or goes on where the other does, and they
    are about as frequent: "view of", "in view of", "in view of the".

    Args:
        telling: G² of every phrase; the groups come in the order of their clearest phrase.
        hits: how often every phrase was found.
    """
    groups = _groups(telling, hits)
    ranked = sorted(groups, key=lambda group: (-max(telling[one] for one in group), group))
    return [(one, _others(one, group)) for group in ranked for one in [_speaker(group, telling)]]


def _others(phrase: Gram, group: Iterable[Gram]) -> list[str]:
    return [" ".join(one) for one in group if one != phrase]


def _speaker(group: Iterable[Gram], telling: Mapping[Gram, float]) -> Gram:
    clearest = max(telling[one] for one in group)
    clear = (one for one in group if telling[one] >= _NEARLY * clearest)
    return min(clear, key=lambda one: (-len(one), -telling[one], one))


def _groups(telling: Iterable[Gram], hits: Mapping[Gram, int]) -> list[list[Gram]]:
    """Return the connected groups, each sorted."""
    neighbours: dict[Gram, set[Gram]] = {gram: set() for gram in telling}
    by_start: dict[Gram, list[Gram]] = defaultdict(list)
    for gram in neighbours:
        by_start[gram[:-1]].append(gram)
    for gram, near in neighbours.items():
        following = by_start[gram[1:]] if len(gram) >= _OVERLAPPING_AT_LEAST else []
        for other in (*_parts(gram), *following):
            if other in neighbours and _alike(hits[gram], hits[other]):
                near.add(other)
                neighbours[other].add(gram)
    return list(_connected(neighbours))


def _connected(neighbours: dict[Gram, set[Gram]]) -> Iterator[list[Gram]]:
    seen: set[Gram] = set()
    for start in neighbours:
        group, waiting = set[Gram](), {start} - seen
        while waiting:
            group |= waiting
            waiting = set().union(*(neighbours[one] for one in waiting)) - group
        seen |= group
        if group:
            yield sorted(group)


def _parts(gram: Gram) -> Iterator[Gram]:
    for size in range(len(gram) - 1, 0, -1):
        yield gram[:size]
        yield gram[-size:]


def _alike(left: int, right: int) -> bool:
    return min(left, right) >= _ALIKE * max(left, right)
