"""BLEU, chrF2, chrF++ and TER of sacrebleu (Post 2018), as its command line computes them.

The statistics of BLEU come from sacrebleu's own classes; those of chrF are its own counts,
taken once for chrF2 and chrF++ together; the edits of TER are those of ``edit_rate``.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from qa.scoring import edit_rate, formulas
from qa.scoring.metrics import Settings, Setup
from qa.scoring.tokenizers import tokenizer

if TYPE_CHECKING:
    from qa.scoring.resampling import Numbers

CHARACTER_STATISTICS = 18
# References of one segment serve all systems; then they are not needed again.
PREPARED = 4


class Bleu:
    """BLEU; single segments with the effective order, as ``--sentence-level`` has it.

    Args:
        settings: the target language chooses the tokenizer.

    Raises:
        QAError: there is no such tokenizer, or its dictionary is not installed.
    """

    name = "BLEU"
    higher_is_better = True

    def __init__(self, settings: Settings) -> None:
        self.tokenizer = tokenizer(settings.target_language, settings.tokenizer)
        self._metric = _metrics().BLEU(tokenize=self.tokenizer, force=True)
        self._prepared = lru_cache(maxsize=PREPARED)(self._prepare)

    def statistics(self, hypothesis: str, references: tuple[str, ...]) -> Sequence[float]:
        """Return lengths of hypothesis and closest reference, n-grams found, n-grams."""
        words = self._metric._preprocess_segment(hypothesis)  # noqa: SLF001 - cached by us
        found: list[float] = self._metric._compute_segment_statistics(  # noqa: SLF001
            words, self._prepared(references)
        )
        return found

    def score(self, summed: Sequence[float]) -> float:
        """Return BLEU, exponentially smoothed."""
        return _score(self._metric, summed)

    def scores(self, summed: "Numbers", *, of_segments: bool) -> "Numbers":
        """Return BLEU of every row."""
        return formulas.bleu(summed, effective_order=of_segments)

    def signature(self, setup: Setup) -> str:
        """Return sacrebleu's signature."""
        return _signature(self._metric, setup)

    def forget(self) -> None:
        """Forget the words of earlier segments."""
        _forget(self._metric.tokenizer)

    def _prepare(self, references: tuple[str, ...]) -> Any:  # noqa: ANN401 - sacrebleu's
        words = [self._metric._preprocess_segment(one) for one in references]  # noqa: SLF001
        return self._metric._extract_reference_info(words)  # noqa: SLF001


class Chrf:
    """chrF2, or with words of up to two, chrF2++.

    Args:
        words: the longest n-gram of words; 0 for chrF2.
    """

    higher_is_better = True

    def __init__(self, words: int) -> None:
        self.name = "chrF2" + "+" * words
        self._metric = _metrics().CHRF(word_order=words)
        self._size = CHARACTER_STATISTICS + 3 * words

    def statistics(self, hypothesis: str, references: tuple[str, ...]) -> Sequence[float]:
        """Return three numbers for each order, against the best reference."""
        rows = [row[: self._size] for row in _ngram_statistics(hypothesis, references)]
        return max(rows, key=self._f_score) if len(rows) > 1 else rows[0]

    def score(self, summed: Sequence[float]) -> float:
        """Return chrF."""
        return _score(self._metric, summed)

    def scores(self, summed: "Numbers", *, of_segments: bool) -> "Numbers":  # noqa: ARG002
        """Return chrF of every row."""
        return formulas.chrf(summed)

    def signature(self, setup: Setup) -> str:
        """Return sacrebleu's signature."""
        return _signature(self._metric, setup)

    def _f_score(self, row: Sequence[float]) -> float:
        score: float = self._metric._compute_f_score(row)  # noqa: SLF001 - no public name
        return score


class Ter:
    """TER with Tercom's defaults: no case, no further normalisation."""

    name = "TER"
    higher_is_better = False

    def __init__(self) -> None:
        self._metric = _metrics().TER()
        self._prepared = lru_cache(maxsize=PREPARED)(self._prepare)

    def statistics(self, hypothesis: str, references: tuple[str, ...]) -> Sequence[float]:
        """Return the fewest edits to a reference, and the average length of references."""
        words, prepared = self._words(hypothesis), self._prepared(references)
        fewest = min(edit_rate.edits(words, one) for one in prepared)
        return [fewest, sum(map(len, prepared)) / len(prepared)]

    def score(self, summed: Sequence[float]) -> float:
        """Return TER; more than 100 is possible."""
        return _score(self._metric, summed)

    def scores(self, summed: "Numbers", *, of_segments: bool) -> "Numbers":  # noqa: ARG002
        """Return TER of every row."""
        return formulas.ter(summed)

    def signature(self, setup: Setup) -> str:
        """Return sacrebleu's signature."""
        return _signature(self._metric, setup)

    def forget(self) -> None:
        """Forget the words of earlier segments."""
        _forget(self._metric.tokenizer)

    def _words(self, segment: str) -> list[str]:
        words: str = self._metric._preprocess_segment(segment)  # noqa: SLF001 - no public name
        return words.split()

    def _prepare(self, references: tuple[str, ...]) -> list[list[str]]:
        # sacrebleu's tokenizer goes over references twice, and so must ours.
        once = [self._metric._preprocess_segment(one) for one in references]  # noqa: SLF001
        return [self._words(one) for one in once]


METRICS = {
    "bleu": Bleu,
    "chrf": lambda _: Chrf(words=0),
    "chrf++": lambda _: Chrf(words=2),
    "ter": lambda _: Ter(),
}


def _metrics() -> Any:  # noqa: ANN401 - a module
    from sacrebleu import metrics

    return metrics


@lru_cache(maxsize=1)
def _ngram_counter() -> Any:  # noqa: ANN401 - sacrebleu's class
    return _metrics().CHRF(word_order=2)


@lru_cache(maxsize=1)
def _ngram_statistics(hypothesis: str, references: tuple[str, ...]) -> list[list[int]]:
    """Return the statistics of chrF++ against each reference; those of chrF2 come first."""
    counter = _ngram_counter()
    found = _ngrams(hypothesis)
    return [
        [
            count
            for ours, theirs in zip(found, ngrams, strict=True)
            for count in counter._get_match_statistics(ours, theirs)  # noqa: SLF001
        ]
        for ngrams in _reference_ngrams(references)
    ]


@lru_cache(maxsize=PREPARED)
def _reference_ngrams(references: tuple[str, ...]) -> list[list[Any]]:
    return [_ngrams(reference) for reference in references]


def _ngrams(segment: str) -> list[Any]:
    prepared = _ngram_counter()._extract_reference_info([segment])  # noqa: SLF001
    ngrams: list[Any] = prepared["ref_ngrams"][0]
    return ngrams


def _score(metric: Any, summed: Sequence[float]) -> float:  # noqa: ANN401 - of sacrebleu
    score: float = metric._compute_score_from_stats(summed).score  # noqa: SLF001 - no public name
    return float(score)


def _forget(tokenizer: Any) -> None:  # noqa: ANN401 - of sacrebleu
    """Empty the caches of a tokenizer, which hold 65,536 lines each."""
    for one in (tokenizer, getattr(tokenizer, "_post_tokenizer", tokenizer)):
        cached = type(one).__call__
        if hasattr(cached, "cache_clear"):
            cached.cache_clear()


def _signature(metric: Any, setup: Setup) -> str:  # noqa: ANN401 - of sacrebleu
    metric.num_refs = setup.references
    signature = metric.get_signature()
    for key, value in setup.drawn.items():
        signature.update(key, value)
    return str(signature.format())
