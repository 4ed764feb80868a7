"""How often words follow one another."""

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from contextlib import suppress
from itertools import chain

Gram = tuple[str, ...]
ORDERS = (1, 2, 3)


def slices(classes: Sequence[str], order: int) -> Iterator[Gram]:
    """Iterate over the runs of ``order`` neighbours."""
    return zip(*(classes[offset:] for offset in range(order)), strict=False)


def count(classes: Sequence[str]) -> Counter[Gram]:
    """Return how often every run of one to three neighbours stands in ``classes``."""
    return Counter(runs(classes))


def runs(classes: Sequence[str]) -> Iterator[Gram]:
    """Iterate over all runs of one to three neighbours."""
    return chain.from_iterable(slices(classes, order) for order in ORDERS)


def count_known(classes: Sequence[str], known: Container[str]) -> dict[str, int]:
    """Return how often those runs stand in ``classes`` whose keys are ``known``, by their keys."""
    pairs = map(" ".join, slices(classes, 2))
    triples = map(" ".join, slices(classes, 3))
    return Counter(filter(known.__contains__, chain(classes, pairs, triples)))


def find(classes: Sequence[str], wanted: Gram) -> Iterator[int]:
    """Iterate over the places in ``classes`` at which a run begins."""
    index = -1
    with suppress(ValueError):
        while True:
            index = classes.index(wanted[0], index + 1)
            if tuple(classes[index : index + len(wanted)]) == wanted:
                yield index


def name(gram: Gram) -> str:
    """Return the key of a run: what it is called in a model, and in all that is said of a text."""
    return " ".join(gram)


def gram(key: str) -> Gram:
    """Return the run that ``key`` names."""
    return tuple(key.split(" "))
