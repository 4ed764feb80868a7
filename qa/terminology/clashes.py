"""Concepts of a termbase that get into each other's way: duplicates and contradictions."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from qa.language import primary
from qa.regex import lazy
from qa.terminology.model import Concept, Status
from qa.terminology.surveying import Found, Use, Uses, key, pairs, same, shared
from qa.terminology.term_phrases import RETIRED
from qa.terminology.wording import named, shown

_DOUBLED = lazy(r"([^\W\d_])\1+")
_BETWEEN_FIGURES = lazy(r"\d[^\w\n]+\d")
# Shorter words that differ by a doubled letter are mostly two words: later and latter.
_LONG = 8
_LEAST = 4
_ALIKE_FROM = 5
_GOODS_AT_MOST = 50


def repeated(concepts: Iterable[Concept]) -> Iterator[Found]:
    """Yield the concepts whose id stands in the file before."""
    first: dict[str, Concept] = {}
    for number, concept in enumerate(concepts):
        if first.setdefault(concept.id, concept) is not concept:
            whole = first[concept.id] == concept
            yield Found(
                "repeated-concept" if whole else "repeated-id",
                number,
                "stands in the file twice, word for word" if whole else "is the id of two concepts",
                "remove one of them" if whole else "rename one, or make one concept of the two",
                safe=whole,
            )


def contradictions(uses: Uses, cyclic: frozenset[tuple[str, str]]) -> Iterator[Found]:
    """Yield the terms that are to be used here, and not to be used there.

    A term that is forbidden anywhere is found everywhere; one that is out of date for one subject
    may be right for another. ``cyclic`` are the terms, by language and key, that are told already.
    """
    for tag, by_key in uses.items():
        for name, found in by_key.items():
            if len(found) > 1 and (tag, name) not in cyclic:
                yield from _contradictions(found)


def _contradictions(found: list[Use]) -> Iterator[Found]:
    goods = [use for use in found if not use.retired]
    for bad in (use for use in found if use.retired):
        good = next(filter(lambda one: _contradict(one, bad), islice(goods, _GOODS_AT_MOST)), None)
        if good:
            where = "here too" if good.number == bad.number else f"in '{good.concept.id}'"
            yield Found(
                "contradiction",
                bad.number,
                f"{named(bad.tag)} {shown(bad.term.text)} is {bad.term.status} here and "
                f"{good.term.status} {where}",
                "decide which holds, or tell the two apart by part of speech or case",
                bad.term.text,
            )


def _contradict(good: Use, bad: Use) -> bool:
    everywhere = bad.term.status is Status.FORBIDDEN or good.number == bad.number
    return same(good.term, bad.term) and (everywhere or _one_field(good.concept, bad.concept))


def _one_field(one: Concept, other: Concept) -> bool:
    return one.domain == other.domain or not (one.domain and other.domain)


def duplicates(uses: Uses) -> Iterator[Found]:
    """Yield concepts that share their terms, and those that only a definition could tell apart."""
    told: set[tuple[int, int]] = set()
    for found in shared(uses):
        usable = [use for use in found if not use.retired]
        for one, other in pairs(usable):
            if (one.number, other.number) not in told:
                told.add((one.number, other.number))
                yield from _compared(one, other)


def _compared(one: Use, other: Use) -> Iterator[Found]:
    if one.concept.id == other.concept.id or not _one_field(one.concept, other.concept):
        return
    defined = one.concept.definition.strip(), other.concept.definition.strip()
    if all(defined) and defined[0] != defined[1]:
        return
    term = shown(other.term.text)
    shares, nearly = _agreement(one.concept, other.concept)
    if shares or nearly:
        yield Found(
            "near-duplicate" if nearly else "duplicate",
            other.number,
            f"{'nearly ' if nearly else ''}the same as '{one.concept.id}': both have {term}"
            + (f", and {nearly}" if nearly else ""),
            "make one concept of the two, or write what tells them apart",
            other.term.text,
        )
    elif not all(defined):
        yield Found(
            "missing-definition",
            other.number if not defined[1] else one.number,
            f"shares {term} with '{(one if not defined[1] else other).concept.id}', and no "
            "definition tells them apart",
            "write what it means, or name its domain",
            other.term.text,
        )


def _agreement(one: Concept, other: Concept) -> tuple[bool, str]:
    """Tell whether two concepts share a term in all their languages, or how nearly they do."""
    here, there = _keys(one), _keys(other)
    apart = [tag for tag in here if tag in there and not here[tag] & there[tag]]
    if not apart:
        return True, ""
    close = [_closest(here[tag], there[tag]) for tag in apart]
    if not all(close):
        return False, ""
    return False, "; ".join(f"{left} here is {right} there" for left, right in filter(None, close))


def _keys(concept: Concept) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for tag, terms in concept.terms.items():
        usable = {key(term.text) for term in terms if term.status not in RETIRED}
        if usable:
            found.setdefault(primary(tag), set()).update(usable)
    return found


def _closest(here: set[str], there: set[str]) -> tuple[str, str] | None:
    return next(
        ((shown(right), shown(left)) for left in here for right in there if _close(left, right)),
        None,
    )


def _close(left: str, right: str) -> bool:
    """Tell whether two long words are one change of a letter apart."""
    if min(len(left), len(right)) < _ALIKE_FROM or abs(len(left) - len(right)) > 1:
        return False
    start = next(
        (place for place, (a, b) in enumerate(zip(left, right, strict=False)) if a != b),
        min(len(left), len(right)),
    )
    rests = (left[start + 1 :], right[start + 1 :]), (left[start:], right[start + 1 :])
    swapped = left[start + 1 : start + 2] + left[start : start + 1] + left[start + 2 :]
    return swapped == right[start:] or any(
        a == b for a, b in (*rests, (left[start + 1 :], right[start:]))
    )


def near_duplicates(uses: Uses) -> Iterator[Found]:
    """Yield terms that another concept spells with a hyphen, space, doubled or swapped letter."""
    for tag, by_key in uses.items():
        names = [name for name in by_key if name]
        for other, name in (*_by(_skeletons(names), _respelt), *_by(_letters(names), _close)):
            yield from _near(tag, by_key[other], by_key[name])


def _by(
    reduced: Iterable[tuple[str, str]], alike: Callable[[str, str], bool]
) -> Iterator[tuple[str, str]]:
    """Yield pairs of terms that are reduced to the same letters, and are ``alike``."""
    first: dict[str, str] = {}
    for bare, name in reduced:
        other = first.setdefault(bare, name)
        if other is not name and alike(other, name):
            yield other, name


def _near(tag: str, before: list[Use], after: list[Use]) -> Iterator[Found]:
    left, right = before[0], after[0]
    numbers = {use.number for use in before}
    if any(use.number in numbers for use in after) or not _one_field(left.concept, right.concept):
        return
    yield Found(
        "near-duplicate",
        right.number,
        f"{named(tag)} {shown(right.term.text)} is {shown(left.term.text)} in "
        f"'{left.concept.id}' but for its spelling",
        "make one concept of the two, with one spelling preferred",
        right.term.text,
    )


def _skeletons(names: list[str]) -> Iterator[tuple[str, str]]:
    """Return terms with what is left of them without what spellings differ in."""
    # All at once: a hundred thousand calls would take longer than the work.
    joined = _DOUBLED.sub(r"\1", _bare("\n".join(names)))
    return zip(joined.split("\n"), names, strict=True) if names else iter(())


def _bare(name: str) -> str:
    return _parted(name).replace("ß", "ss")


def _respelt(one: str, other: str) -> bool:
    """Tell whether two terms of one skeleton are one word, and not later and latter."""
    if one.lower() == other.lower() or _BETWEEN_FIGURES.search(f"{one}\n{other}"):
        return False
    if _parted(one) == _parted(other):
        return min(len(one), len(other)) >= _LEAST
    left, right = one.lower().split(), other.lower().split()
    words = zip(left, right, strict=True) if len(left) == len(right) else [(one, other)]
    return all(a == b or min(len(a), len(b)) >= _LONG for a, b in words)


def _parted(name: str) -> str:
    return name.lower().replace(" ", "").replace("'", "").replace(".", "")


def _letters(names: list[str]) -> Iterator[tuple[str, str]]:
    """Return long words with their first letter, and the others in the order of the alphabet."""
    return (
        (name[0] + "".join(sorted(name)), name)
        for name in names
        if len(name) >= _LONG and name.isalpha()
    )
