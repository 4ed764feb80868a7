"""Term candidates from aligned text: words that stand together in both languages, beyond chance."""

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from qa.language import Language
from qa.terminology.model import Concept, Term
from qa.terminology.pairs import Aligned
from qa.terminology.surveying import key
from qa.text.keyness import log_likelihood
from qa.text.words import Words

Gram = tuple[str, ...]
_WORDS_AT_MOST = 3
_LETTERS_AT_LEAST = 3
_SHOWN_EXAMPLES = 2
# Of a source phrase, so many translations are weighed.
_WEIGHED = 5


class Candidate(Struct, frozen=True):
    """A pair of phrases that may be a term.

    Attributes:
        source: the phrase as it is mostly written.
        target: its likely translation.
        likelihood: G², the lower of the two directions.
        together: segments that have both.
        source_segments: segments that have the source phrase.
        target_segments: segments that have the translation.
        examples: some of the pairs of segments that have both.
    """

    source: str
    target: str
    likelihood: float
    together: int
    source_segments: int
    target_segments: int
    examples: tuple[Aligned, ...]


class _Side:
    """The phrases of one side, and in which segments they stand."""

    def __init__(self, texts: Sequence[str], language: Language, least: int) -> None:
        self.language = language
        found = [frozenset(_grams(text, language)) for text in texts]
        counts = Counter(gram for grams in found for gram in grams)
        self.counts = {gram: count for gram, count in counts.items() if count >= least}
        self.of_segment = [[gram for gram in grams if gram in self.counts] for grams in found]
        self.places: dict[Gram, list[int]] = {}
        for number, grams in enumerate(self.of_segment):
            for gram in grams:
                self.places.setdefault(gram, []).append(number)

    def written(self, gram: Gram, texts: Sequence[str]) -> str:
        """Return a phrase as it is mostly written."""
        size, spellings = len(gram), Counter[str]()
        for number in self.places[gram]:
            words = Words(texts[number], elision=self.language.elision)
            for start in range(len(words) - size + 1):
                if tuple(words.keys[start : start + size]) == gram:
                    first, last = words.spans[start][0], words.spans[start + size - 1][1]
                    spellings[words.content[first:last]] += 1
        return max(spellings, key=lambda one: (spellings[one], one.islower(), one))


def suggest(
    pairs: Sequence[Aligned],
    source: Language,
    target: Language,
    known: Sequence[Concept] = (),
    least: int = 3,
) -> list[Candidate]:
    """Return pairs of phrases of one to three words that stand together, the surest first.

    A pair counts if each is the other's likeliest companion (Dunning's G² over the segments that
    have it and those that do not), and no longer phrase explains it.

    Args:
        pairs: segments in both languages.
        source: language of the first.
        target: language of the second.
        known: concepts whose terms are left out.
        least: segments that have to have both.
    """
    left = _Side([pair.source for pair in pairs], source, least)
    right = _Side([pair.target for pair in pairs], target, least)
    weights = {gram: _companions(left, right, gram, len(pairs), least) for gram in left.counts}
    best_back: dict[Gram, tuple[float, Gram]] = {}
    for gram, companions in weights.items():
        for weight, other, _ in companions:
            if _firmer((weight, gram), best_back.get(other)):
                best_back[other] = (weight, gram)
    mutual = [
        (weight, gram, other, together)
        for gram, companions in weights.items()
        for weight, other, together in companions[:1]
        if best_back[other][1] == gram
    ]
    mutual.sort(key=lambda one: (-one[0], one[1], one[2]))
    taken = _known(known)
    return [
        _candidate(pairs, left, right, one)
        for one in _longest(mutual)
        if " ".join(one[1]) not in taken and " ".join(one[2]) not in taken
    ]


def _firmer(one: tuple[float, Gram], other: tuple[float, Gram] | None) -> bool:
    return other is None or (one[0], len(one[1]), one[1]) > (other[0], len(other[1]), other[1])


_Pair = tuple[float, Gram, Gram, int]


def _companions(
    left: _Side, right: _Side, gram: Gram, size: int, least: int
) -> list[tuple[float, Gram, int]]:
    """Return the likeliest translations of a phrase, with weight and number of segments."""
    places = left.places[gram]
    together = Counter(other for number in places for other in right.of_segment[number])
    found = [
        (_weight(count, len(places), right.counts[other], size), other, count)
        for other, count in together.items()
        if count >= least and count * size > len(places) * right.counts[other]
    ]
    found.sort(key=lambda one: (-one[0], -len(one[1]), one[1]))
    return found[:_WEIGHED]


def _weight(together: int, here: int, there: int, size: int) -> float:
    """Return the lower of the two G²: of the one given the other, and the other way round."""
    return min(
        log_likelihood(together, total - together, segments, size - segments)
        if size > segments
        else 0.0
        for segments, total in ((here, there), (there, here))
    )


def _longest(found: Sequence[_Pair]) -> Iterator[_Pair]:
    """Yield the pairs of which no part stands in a pair that is as sure or surer."""
    used: set[tuple[Gram, Gram]] = set()
    for weight, source, target, together in found:
        parts = {(one, other) for one in _parts(source) for other in _parts(target)}
        if used.isdisjoint(parts):
            yield weight, source, target, together
        used |= parts


def _parts(gram: Gram) -> Iterator[Gram]:
    for size in range(1, len(gram) + 1):
        yield from (gram[start : start + size] for start in range(len(gram) - size + 1))


def _grams(text: str, language: Language) -> Iterator[Gram]:
    """Yield the phrases of a segment that no function word begins or ends, within a sentence."""
    words = Words(text, elision=language.elision)
    common = language.words("function-words")
    bare = [key in common or not any(map(str.isalpha, key)) for key in words.keys]
    joined = [not words.between(place).strip(" -\u00a0") for place in range(len(words))]
    for first in range(len(words)):
        for last in range(first, min(first + _WORDS_AT_MOST, len(words))):
            gram = tuple(words.keys[first : last + 1])
            if not bare[first] and not bare[last] and _telling(gram, language):
                yield gram
            if not joined[last]:
                break


def _telling(gram: Gram, language: Language) -> bool:
    return not language.spaced or sum(map(len, gram)) >= _LETTERS_AT_LEAST


def _known(concepts: Sequence[Concept]) -> set[str]:
    return {key(term.text) for one in concepts for terms in one.terms.values() for term in terms}


def _candidate(pairs: Sequence[Aligned], left: _Side, right: _Side, found: _Pair) -> Candidate:
    weight, source, target, together = found
    places = sorted(set(left.places[source]) & set(right.places[target]))
    return Candidate(
        source=left.written(source, [pair.source for pair in pairs]),
        target=right.written(target, [pair.target for pair in pairs]),
        likelihood=round(weight, 1),
        together=together,
        source_segments=left.counts[source],
        target_segments=right.counts[target],
        examples=tuple(pairs[place] for place in places[:_SHOWN_EXAMPLES]),
    )


def draft(candidate: Candidate, source: str, target: str) -> Concept:
    """Return a candidate as a concept that finds nothing until somebody accepts it."""
    name = "-".join(key(candidate.source).replace("'", " ").split()) or "term"
    return Concept(
        id=name,
        terms={source: (Term(candidate.source),), target: (Term(candidate.target),)},
        note=f"together in {candidate.together} segments, G² {candidate.likelihood:g}",
        examples=tuple(f"{one.source} | {one.target}" for one in candidate.examples),
        draft=True,
    )
