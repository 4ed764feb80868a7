"""Scores that a detector must beat: sentence length, type-token ratio, content words only."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from math import log

from qa.corpus import Kind, Sample
from qa.language import Language

Scorer = Callable[[str], float]

_WORD = re.compile(r"[^\W\d_]+")
_LOWER = re.compile(r"(?<![\w'’])[^\W\d_A-Z][^\W\d_A-Z]+(?![\w'’])")
_END = re.compile(r"[.!?]['\"”’]?(?=\s)")
_FEWEST_DOCUMENTS = 3
_SMOOTHING = 1.0


def sentence_length(text: str) -> float:
    """Return the mean number of words in a sentence."""
    return len(text.split()) / (1 + len(_END.findall(text)))


def type_token_ratio(text: str) -> float:
    """Return the share of different words."""
    words = _WORD.findall(text.lower())
    return len(set(words)) / max(len(words), 1)


def topic(samples: Iterable[Sample], language: Language) -> Scorer:
    """Return a naive Bayes score of content words, trained on native against real translations.

    What it finds is topic and outlet: a detector that is no better has learnt no more.
    """
    function_words = language.words("function-words")
    counts: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    documents: dict[str, set[str]] = defaultdict(set)
    for sample in samples:
        if sample.kind is not Kind.ROUND_TRIP:
            words = [word for word in _LOWER.findall(sample.text) if word not in function_words]
            counts[sample.kind is not Kind.NATIVE].update(words)
            for word in set(words):
                documents[word].add(sample.document)
    known = {word for word, found in documents.items() if len(found) >= _FEWEST_DOCUMENTS}
    totals = {kind: sum(found[word] for word in known) for kind, found in counts.items()}
    ratios = {
        word: log((counts[True][word] + _SMOOTHING) / (totals[True] + _SMOOTHING))
        - log((counts[False][word] + _SMOOTHING) / (totals[False] + _SMOOTHING))
        for word in known
    }
    return lambda text: sum(ratios.get(word, 0.0) for word in _LOWER.findall(text))
