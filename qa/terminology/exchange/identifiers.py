"""Identifiers of concepts that come without one, or with one that is taken."""

from qa.regex import lazy

_GAPS = lazy(r"[\W_]+")
_LONGEST = 60


def slug(text: str) -> str:
    """Return a name in lower case whose words are joined by hyphens.

    >>> slug("Bank of England (BoE)")
    'bank-of-england-boe'
    """
    return _GAPS.sub("-", text.lower())[:_LONGEST].strip("-") or "concept"


def unique(wanted: str, taken: dict[str, int]) -> str:
    """Return ``wanted`` or, if it is taken, the first of ``wanted-2``, ``wanted-3`` … that is not.

    Args:
        wanted: the identifier.
        taken: how often each was wanted so far; what is returned is taken from then on.
    """
    found = wanted
    while found in taken:
        taken[wanted] += 1
        found = f"{wanted}-{taken[wanted]}"
    taken[found] = 1
    return found
