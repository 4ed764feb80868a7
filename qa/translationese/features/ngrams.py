"""How often words follow one another."""

from collections import Counter
from collections.abc import Iterator, Sequence
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


def name(gram: Gram) -> str:
    """Return the key of a run in a model file."""
    return " ".join(gram)


def gram(key: str) -> Gram:
    """Return the run that ``key`` names."""
    return tuple(key.split(" "))
