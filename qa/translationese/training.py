"""Training: from a corpus folder to a model, the same file for the same seed.

Four steps: choose the vocabulary and the runs; fit an additive score to pieces of 110 and 220
tokens; calibrate it by length on texts of outlets and years that the score was not fitted to; see
how far it moves between pieces of a document and between refits, and from where on at most one
native text in twenty is taken for a translation.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from qa.errors import needs
from qa.language import Language
from qa.translationese import corpus, material
from qa.translationese.corpus import Kind
from qa.translationese.features.ngrams import name
from qa.translationese.material import Material
from qa.translationese.model import Corpus, Feature, Model

if TYPE_CHECKING:
    from qa.translationese.calibration import Calibration
    from qa.translationese.learning import Design, Score

Progress = Callable[[str], None]

_JUDGED_LENGTHS = (60, 120, 240, 480, 960)
_REFITS = 8
# Runs with a rate of one in 500 tokens or more are habits.
_HABIT = 0.2
_DIGITS = 5


def train(folder: Path, language: Language, *, seed: int = 1, progress: Progress = print) -> Model:
    """Train a model on all text in a folder.

    Args:
        folder: a corpus as ``qa.translationese.corpus`` describes it.
        language: the language of the text.
        seed: of the bootstrap.
        progress: told what is being done.

    Raises:
        QAError: a file cannot be read, native or translated text is missing, or the packages of
            the ``train`` extra are.
    """
    try:
        from qa.translationese import assessment, learning
    except ImportError as error:
        raise needs("train") from error
    progress(f"reading {folder}")
    prepared = material.prepare(corpus.read(folder, language.tag), language)
    progress(f"fitting {len(prepared.evidence)} runs in {len(prepared.samples)} documents")
    training = learning.design(prepared)
    judged = {length: learning.design(prepared, [length]) for length in _JUDGED_LENGTHS}
    score = learning.fit(training)
    progress("calibrating on unseen outlets")
    unseen = learning.cross_validate(training, judged)
    calibration = assessment.calibrate(unseen)
    progress(f"refitting {_REFITS} times")
    refits = learning.refit(training, judged, _REFITS, seed)
    calibration = structs.replace(
        calibration,
        deviations=assessment.deviations(calibration, unseen, refits),
        thresholds=assessment.thresholds(calibration, unseen),
    )
    corpus_read = _corpus(prepared, folder)
    return _model(prepared, (training, score), calibration, corpus_read, seed)


def _corpus(prepared: Material, folder: Path) -> Corpus:
    words = {True: 0, False: 0}
    for sample in prepared.samples:
        words[sample.kind is Kind.NATIVE] += len(sample.text.split())
    return Corpus(
        native_words=words[True],
        translated_words=words[False],
        documents=len({sample.document for sample in prepared.samples}),
        years=tuple(sorted({sample.year for sample in prepared.samples} - {0})),
        files=corpus.digests(folder),
    )


def _model(
    prepared: Material,
    fitted: "tuple[Design, Score]",
    calibration: "Calibration",
    corpus_read: Corpus,
    seed: int,
) -> Model:
    training, score = fitted
    means = training.means()
    return Model(
        language=prepared.language,
        seed=seed,
        corpus=corpus_read,
        masking=prepared.masking,
        calibration=calibration,
        bias=round(score.bias, _DIGITS),
        vocabulary=tuple(prepared.vocabulary),
        features={
            name(run): Feature(
                _rounded(weight),
                _rounded(mean) if mean >= _HABIT else 0.0,
                seen.native,
                seen.translated,
                seen.documents,
            )
            for (run, seen), weight, mean in zip(
                prepared.evidence.items(), score.weights.tolist(), means, strict=True
            )
            if weight
        },
    )


def _rounded(value: float) -> float:
    return float(f"{value:.{_DIGITS}g}")
