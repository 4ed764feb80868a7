"""Phrases that are commoner in translated text than in native text, proposed for a glossary."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from msgspec import Struct

from qa.corpus import Sample
from qa.errors import QAError
from qa.glossary.grams import Gram, grams, phrases, text_of
from qa.glossary.matching import Matcher
from qa.glossary.merging import merged
from qa.language import Language
from qa.text.keyness import direction, log_likelihood, significant
from qa.text.words import Words, written

Progress = Callable[[str], None]
_MILLION = 1_000_000
_DOCUMENTS_AT_LEAST = 5
_YEARS_AT_LEAST = 2
_TWICE = 2.0
# What a phrase must show in articles that are there in both versions, if it stands in them at all.
_PAIRED_HITS_AT_LEAST = 3
_MORE = 1.2
_FALSE_DISCOVERIES = 0.01
_SHOWN_PLACES = 3


class Place(Struct, frozen=True):
    """Where a phrase stands: the document, and the words around it."""

    document: str
    context: str


class Candidate(Struct, frozen=True):
    """A phrase that may be worth an entry.

    Rates are per million words; ``likelihood`` is G²; ``years`` is 0 where none are known.
    ``variants`` are phrases that were merged into it.
    """

    phrase: str
    translated_per_million: float
    native_per_million: float
    ratio: float
    likelihood: float
    documents: int
    years: int
    variants: tuple[str, ...]
    places: tuple[Place, ...]


class _Counts(Struct, frozen=True):
    """Phrases of one side: how often, in how many documents and years, in how many words."""

    hits: Counter[Gram]
    documents: Counter[Gram]
    years: dict[Gram, set[int]]
    words: int


def mine(
    native: Sequence[Sample],
    translated: Sequence[Sample],
    language: Language,
    known: Matcher,
    progress: Progress,
) -> list[Candidate]:
    """Return the phrases that translated text has clearly more often, the clearest first.

    A phrase counts if it stands in several documents and, where several are known, years, if it is
    at least twice as frequent, and if it remains at a false-discovery rate of 1 % (Dunning's G²,
    Benjamini and Hochberg's procedure). Articles that are there in both versions, as round trips
    are, say what is due to the subject: a phrase that is no commoner there is left out. So is what
    ``known`` finds already.
    """
    pairs = _Pairs.of(native, translated)
    articles = [one for one in translated if one.document not in pairs.documents] or translated
    progress(f"{len(articles)} translated and {len(native)} native documents")
    found = _count(articles, language, grams(articles, language, _DOCUMENTS_AT_LEAST))
    progress(f"{len(found.hits)} phrases in at least {_DOCUMENTS_AT_LEAST} documents")
    other = _count(native, language, found.hits.keys())
    telling = pairs.confirmed(_telling(found, other), language)
    kept = merged(telling, found.hits)
    places = _places(articles, language, {gram for gram, _ in kept})
    return [
        _candidate(gram, variants, found, other, places[gram])
        for gram, variants in kept
        if not known.find(Words(" ".join(gram), elision=language.elision))
    ]


def chosen(found: Sequence[Candidate], names: Sequence[str]) -> list[Candidate]:
    """Return the candidates that are named by phrase, or by number from 1.

    Raises:
        QAError: there is no such candidate.
    """
    by_name = {str(number): one for number, one in enumerate(found, 1)}
    by_name |= {one.phrase: one for one in found}
    missing = [name for name in names if name not in by_name]
    if missing:
        raise QAError(f"nothing was found that is called '{missing[0]}'", "see the list above")
    return [by_name[name] for name in names]


class _Pairs(NamedTuple):
    """Articles that are there in both versions."""

    documents: set[str]
    native: Sequence[Sample]
    translated: Sequence[Sample]

    @classmethod
    def of(cls, native: Sequence[Sample], translated: Sequence[Sample]) -> "_Pairs":
        both = {one.document for one in native} & {one.document for one in translated}
        return cls(
            both,
            [one for one in native if one.document in both],
            [one for one in translated if one.document in both],
        )

    def confirmed(self, telling: dict[Gram, float], language: Language) -> dict[Gram, float]:
        """Return the phrases without those that the subject alone explains."""
        found = _count(self.translated, language, telling)
        other = _count(self.native, language, telling)
        return {
            gram: statistic
            for gram, statistic in telling.items()
            if found.hits[gram] + other.hits[gram] < _PAIRED_HITS_AT_LEAST
            or _ratio(gram, found, other) >= _MORE
        }


def _count(samples: Sequence[Sample], language: Language, wanted: Iterable[Gram]) -> _Counts:
    known = frozenset(wanted)
    hits: Counter[Gram] = Counter()
    documents: Counter[Gram] = Counter()
    years: dict[Gram, set[int]] = defaultdict(set)
    words = 0
    for sample in samples:
        own = Counter(gram for gram, _ in phrases(sample.text, language) if gram in known)
        hits.update(own)
        documents.update(own.keys())
        words += len(written(sample.text))
        for gram in own:
            years[gram].add(sample.year)
    return _Counts(hits, documents, years, words)


def _telling(found: _Counts, other: _Counts) -> dict[Gram, float]:
    """Return G² of the phrases that are significantly commoner in translated text."""
    sizes = (other.words, found.words)
    tested = {
        gram: log_likelihood(other.hits[gram], count, *sizes)
        for gram, count in found.hits.items()
        if direction(other.hits[gram], count, *sizes) > 0
    }
    holds = significant(list(tested.values()), _FALSE_DISCOVERIES)
    several = len(set().union(*found.years.values())) > 1 if found.years else False
    return {
        gram: statistic
        for (gram, statistic), held in zip(tested.items(), holds, strict=True)
        if held
        and _ratio(gram, found, other) >= _TWICE
        and (not several or len(found.years[gram]) >= _YEARS_AT_LEAST)
    }


def _places(
    samples: Sequence[Sample], language: Language, wanted: set[Gram]
) -> dict[Gram, list[Place]]:
    places: dict[Gram, list[Place]] = {gram: [] for gram in wanted}
    for sample in samples:
        seen: set[Gram] = set()
        for gram, span in phrases(sample.text, language):
            if gram in wanted and gram not in seen and len(places[gram]) < _SHOWN_PLACES:
                seen.add(gram)
                places[gram].append(Place(sample.document, text_of(sample.text, span)))
    return places


def _candidate(
    gram: Gram, variants: list[str], found: _Counts, other: _Counts, places: list[Place]
) -> Candidate:
    sizes = (other.words, found.words)
    years = found.years[gram] - {0}
    return Candidate(
        phrase=" ".join(gram),
        translated_per_million=round(found.hits[gram] / found.words * _MILLION, 1),
        native_per_million=round(other.hits[gram] / other.words * _MILLION, 1),
        ratio=round(_ratio(gram, found, other), 1),
        likelihood=round(log_likelihood(other.hits[gram], found.hits[gram], *sizes), 1),
        documents=found.documents[gram],
        years=len(years),
        variants=tuple(variants),
        places=tuple(places),
    )


def _ratio(gram: Gram, found: _Counts, other: _Counts) -> float:
    """Return how many times as frequent a phrase is; half a hit stands in for none."""
    native = max(other.hits[gram], 0.5) / other.words
    return found.hits[gram] / found.words / native
