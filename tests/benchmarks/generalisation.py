"""What the verdict keeps on an engine, a language and a sample that it was not trained on.

    python tests/benchmarks/generalisation.py CORPORA/en [TARGET.json]

CORPORA comes from `tests/benchmarks/corpora.py`. The score is fitted anew without the translations
and round trips of one engine, or of one source language, and measured on just those; beside it
stands the score fitted to all. The words and runs that it may look at are chosen on all text.
Then it is refitted to five draws of the training outlets, with seeds 1 to 5: mean and spread of
each area, and how far the twenty strongest phrases agree, over all and in single texts (`qa train
--seed` changes the interval alone: the fit is convex and has one solution).

Intervals are of resampled documents. Documents of a language that has few of 500 words are read one
after the other.
"""

import statistics
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import numpy as np
from msgspec import json

from qa import corpus
from qa.corpus import Kind, Sample
from qa.language import language
from qa.translationese import fitting, learning, material
from qa.translationese.features.tokens import Tokenizer
from qa.translationese.fitting import Numbers
from qa.translationese.learning import Design, Score
from qa.translationese.material import Material
from qa.translationese.ranking import Scored, area, auc, difference

ROOT = Path(__file__).resolve().parents[2]
ENGINES = ("deepl", "google")
LANGUAGES = ("de", "cs", "ja", "ru", "zh")
# The round trips of news-de-en went through German.
ROUND_TRIPS_BY = {"de": ("roundtrip-deepl", "roundtrip-google")}
SEEDS = (1, 2, 3, 4, 5)
LENGTHS = (100, 200, 500)
STRONGEST = 20
# The rate, in a hundred tokens, from which `qa train` takes a run for a habit.
HABIT = 0.2
FEWEST = 30
MOST = 600

Row = dict[str, Any]


class Group(NamedTuple):
    """Pieces of one kind of text, of one length: their rates, and the documents they come from."""

    source: str
    label: str
    words: int
    documents: Sequence[str]
    rates: Any

    def scored(self, score: Score) -> list[Scored]:
        return [
            Scored(value, self.label != Kind.NATIVE, document)
            for value, document in zip(
                (self.rates @ score.weights).tolist(), self.documents, strict=True
            )
        ]


def main() -> None:
    folder = Path(sys.argv[1])
    default = ROOT / f"corpora/evaluation/generalisation.{folder.name}.json"
    target = Path(sys.argv[2]) if len(sys.argv) > 2 else default
    tag = folder.name
    prepared = material.prepare(corpus.read(folder / "train", tag), language(tag))
    training = learning.design(prepared)
    whole = learning.fit(training)
    tests = [*groups(corpus.read(folder / "develop", tag), prepared)]
    names = [("engine", one) for one in ENGINES] + [("source language", one) for one in LANGUAGES]
    rows = [row for what, name in names for row in held_out(what, name, training, tests, whole)]
    refits = [learning.fit(drawn(training, seed)) for seed in SEEDS]
    rows += spread(refits, tests, whole)
    rows += stability(refits, tests, training, prepared)
    figures = {
        "language": tag,
        "data": corpus.digest([folder / "train", folder / "develop"]),
        "rows": rows,
    }
    target.write_bytes(json.format(json.encode(figures), indent=1) + b"\n")


def groups(samples: Sequence[Sample], prepared: Material) -> Iterator[Group]:
    """Yield the pieces of each kind of text; below 500 words, of single documents."""
    tokenizer = Tokenizer(prepared.masking, prepared.vocabulary)
    columns = {run: column for column, run in enumerate(prepared.evidence)}
    kinds: dict[tuple[str, str], list[Sample]] = defaultdict(list)
    for sample in sorted(samples, key=lambda one: (one.source, one.system, one.document)):
        kinds[sample.source, label(sample)].append(sample)
    for (source, name), found in kinds.items():
        for words in LENGTHS:
            documents = joined(found) if words == LENGTHS[-1] else whole(found)
            cuts = [(piece, key) for key, text in documents for piece in cut(text, words)]
            if len(cuts) >= FEWEST:
                chosen = Random(words).sample(cuts, min(len(cuts), MOST))  # noqa: S311
                rates = fitting.rates([tokenizer.stream(one).classes for one, _ in chosen], columns)
                yield Group(source, name, words, [key for _, key in chosen], rates)


def label(sample: Sample) -> str:
    known = sample.source == "news-de-en" or sample.kind is not Kind.MACHINE
    name = sample.system if known else str(sample.kind)
    return f"{name} from {sample.origin}" if sample.origin else name


def whole(samples: Sequence[Sample]) -> Iterator[tuple[str, str]]:
    for sample in samples:
        yield sample.document, sample.text


def joined(samples: Sequence[Sample]) -> Iterator[tuple[str, str]]:
    """Yield documents as they are, short ones joined with those that follow."""
    texts: list[str] = []
    for sample in samples:
        texts.append(sample.text)
        if sum(len(text.split()) for text in texts) >= LENGTHS[-1]:
            yield sample.document, " ".join(texts)
            texts = []


def cut(text: str, words: int) -> Iterator[str]:
    known = text.split()
    for start in range(0, len(known) - words + 1, words):
        yield " ".join(known[start : start + words])


def pairs(tests: Sequence[Group], wanted: Callable[[Group], bool]) -> Iterator[tuple[Group, Group]]:
    """Yield the native text of each source with each wanted kind of translation in it."""
    native = {(one.source, one.words): one for one in tests if one.label == Kind.NATIVE}
    for one in tests:
        if one.label != Kind.NATIVE and wanted(one) and (one.source, one.words) in native:
            yield native[one.source, one.words], one


def held_out(
    what: str, name: str, training: Design, tests: Sequence[Group], whole: Score
) -> Iterator[Row]:
    left = np.flatnonzero([not of(what, name, piece.sample) for piece in training.pieces])
    if len(left) == len(training.pieces):
        return
    partial = learning.fit(training.part(left))
    for native, foreign in pairs(tests, lambda group: about(what, name, group)):
        seen, unseen = (both(one, native, foreign) for one in (whole, partial))
        lost, found = difference(seen, unseen), area(unseen)
        yield shown(
            {
                "track": f"unseen {what}",
                "left out": name,
                "source": native.source,
                "right": foreign.label,
                "words": native.words,
                "seen": area(seen).auc,
                "unseen": found.auc,
                "interval": [found.low, found.high],
                "loss": lost.mean,
                "loss interval": [lost.low, lost.high],
                "texts": [found.native, found.translated],
            }
        )


def of(what: str, name: str, sample: Sample) -> bool:
    """Tell whether a training text was made by an engine, or from a language."""
    if what == "engine":
        return sample.system in {name, f"roundtrip-{name}"}
    return sample.origin == name or sample.system in ROUND_TRIPS_BY.get(name, ())


def about(what: str, name: str, group: Group) -> bool:
    """Tell whether a test is one of what was left out."""
    if what == "engine":
        return group.label.split(" ")[0] in {name, f"roundtrip-{name}"}
    return group.label.endswith(f" from {name}")


def both(score: Score, native: Group, foreign: Group) -> list[Scored]:
    return [*native.scored(score), *foreign.scored(score)]


def spread(refits: Sequence[Score], tests: Sequence[Group], whole: Score) -> Iterator[Row]:
    """Yield mean and standard deviation of every area over draws of the training outlets."""
    for native, foreign in pairs(tests, lambda _: True):
        areas = [auc(both(one, native, foreign)) for one in refits]
        yield shown(
            {
                "track": "five draws",
                "source": native.source,
                "right": foreign.label,
                "words": native.words,
                "mean": round(statistics.mean(areas), 4),
                "deviation": round(statistics.stdev(areas), 4),
                "all": round(auc(both(whole, native, foreign)), 4),
            }
        )


def drawn(training: Design, seed: int) -> Design:
    members: dict[str, list[int]] = defaultdict(list)
    for row, piece in enumerate(training.pieces):
        members[piece.sample.outlet].append(row)
    outlets = Random(seed).choices(sorted(members), k=len(members))  # noqa: S311
    return training.part(np.concatenate([members[outlet] for outlet in outlets]))


def stability(
    refits: Sequence[Score], tests: Sequence[Group], training: Design, prepared: Material
) -> Iterator[Row]:
    """Yield how far the refits agree on the twenty evident runs that move scores most."""
    evident = np.array([found.direction for found in prepared.evidence.values()])
    weights = [np.where(evident * one.weights > 0, one.weights, 0.0) for one in refits]
    tops = [
        frozenset(fitting.strongest(training.matrix, one, STRONGEST).tolist()) for one in weights
    ]
    yield shown({"track": "strongest twenty of all", "jaccard": agreement(tops)})
    usual = np.array(training.means())
    centre = np.where(usual >= HABIT, usual, 0.0)
    for group in (one for one in tests if one.words == LENGTHS[-1] and one.label != Kind.NATIVE):
        shares = [
            agreement([top_of(group.rates[row], one, centre) for one in weights])
            for row in range(min(len(group.documents), FEWEST))
        ]
        mean = round(statistics.mean(shares), 3)
        row = {"track": "strongest twenty of a text", "source": group.source, "right": group.label}
        yield shown({**row, "words": group.words, "jaccard": mean})


def top_of(rates: Any, weights: Numbers, centre: Numbers) -> frozenset[int]:
    effect = np.abs((rates.toarray().ravel() - centre) * weights)
    return frozenset(np.argsort(-effect, kind="stable")[:STRONGEST].tolist())


def agreement(tops: Sequence[frozenset[int]]) -> float:
    """Return the mean Jaccard index of all pairs."""
    shares = [len(one & other) / len(one | other) for one, other in combinations(tops, 2)]
    return round(statistics.mean(shares), 3)


def shown(row: Row) -> Row:
    print(row, flush=True)
    return row


if __name__ == "__main__":
    main()
