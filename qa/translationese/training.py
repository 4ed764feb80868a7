"""Training: from a corpus folder to a model, the same file for the same seed.

Four steps: choose the vocabulary and the runs; fit an additive score to pieces of 110 and 220
tokens; calibrate it by length on texts of outlets and years that the score was not fitted to; see
how far it moves between pieces of a document and between refits, and from where on at most one
native text in forty is taken for a translation.
"""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from qa import corpus
from qa.corpus import Kind
from qa.errors import needs
from qa.language import Language
from qa.text.words import written
from qa.translationese import material
from qa.translationese.features.ngrams import name
from qa.translationese.material import Learnt, Material
from qa.translationese.models import Corpus, Feature, Model

Progress = Callable[[str], None]

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
        from qa.translationese import assessment
    except ImportError as error:
        raise needs("train") from error
    progress(f"reading {folder}")
    prepared = material.prepare(corpus.read(folder, language.tag), language)
    progress(f"fitting {len(prepared.evidence)} runs in {len(prepared.samples)} documents")
    learnt = assessment.learn(prepared, seed, progress)
    return _model(prepared, learnt, _corpus(prepared, folder), seed)


def _corpus(prepared: Material, folder: Path) -> Corpus:
    words = Counter[Kind]()
    for sample in prepared.samples:
        words[sample.kind] += len(written(sample.text))
    return Corpus(
        native_words=words[Kind.NATIVE],
        translated_words=words[Kind.HUMAN] + words[Kind.MACHINE] or words[Kind.ROUND_TRIP],
        documents=len({sample.document for sample in prepared.samples}),
        years=tuple(sorted({sample.year for sample in prepared.samples} - {0})),
        files=corpus.digests(folder),
    )


def _model(prepared: Material, learnt: Learnt, read: Corpus, seed: int) -> Model:
    columns = zip(
        prepared.evidence.items(), learnt.weights, learnt.machine_weights, learnt.means, strict=True
    )
    return Model(
        language=prepared.language,
        seed=seed,
        corpus=read,
        masking=prepared.masking,
        calibration=learnt.calibration,
        bias=round(learnt.bias, _DIGITS),
        machine=learnt.machine,
        origins=learnt.origins,
        vocabulary=tuple(prepared.vocabulary),
        features={
            name(run): Feature(
                weight=_rounded(weight),
                centre=_rounded(mean) if mean >= _HABIT else 0.0,
                native=seen.native,
                translated=seen.translated,
                documents=seen.documents,
                machine=_rounded(machine),
                evident=weight * seen.direction > 0,
            )
            for (run, seen), weight, machine, mean in columns
            if weight
        },
    )


def _rounded(value: float) -> float:
    return float(f"{value:.{_DIGITS}g}")
