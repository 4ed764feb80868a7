"""How far similarity agrees with the lexical metrics, with human translators, and with labels.

    python tests/benchmarks/semantic.py [--only wmt22.en-de] [--segments 300]

The shared data has no scores by people. What can be had instead, for every direction of WMT
2021–22 between languages of the encoder that has two references by people:

- the order of the systems by similarity and by chrF2: pairwise agreement;
- the second reference scored as one more system against the first: how often a metric puts a
  person above a machine, for systems and for single segments, ties counting half;
- the same by similarity to the source alone, which sees no reference.

And of the labelled translations of hard phenomena (labels are by patterns, not by hand), for a good
and a bad translation of one source, how often the good one is nearer to the source. The time for
encoding is measured without and with the cache. Nothing is asserted: this measures.
"""

import argparse
import lzma
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from os import environ
from pathlib import Path
from typing import Any

from msgspec import json

from qa import embeddings
from qa.scoring import semantic
from qa.scoring.model import System, TestSet
from qa.scoring.options import Options
from qa.scoring.scoring import score

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared/data"
METRICS = ("bleu", "chrf", "similarity")
PERSON = "second reference"
TO_SOURCE = "similarity to source"

# By metric and by system, the scores of segments, and the score of all.
Segments = dict[str, dict[str, list[float]]]
Systems = dict[str, dict[str, float]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only")
    parser.add_argument("--segments", type=int, default=300)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        environ["QA_CACHE_DIR"] = folder
        for path in sorted((DATA / "wmt-documents").glob("*.jsonl.xz")):
            documents = read(path)
            name = path.name.removesuffix(".jsonl.xz")
            if asked.only in (None, name) and suits(documents):
                print(name, direction(documents, asked.segments))
        for path in sorted((DATA / "error-phenomena").glob("*.jsonl.xz")):
            print(path.name, phenomena(read(path)))
        print(speed(read(DATA / "wmt-documents/wmt22.en-de.jsonl.xz")))


def read(path: Path) -> list[dict[str, Any]]:
    return [json.decode(line) for line in lzma.decompress(path.read_bytes()).splitlines()]


def suits(documents: Sequence[dict[str, Any]]) -> bool:
    languages = set(documents[0]["lp"].split("-"))
    people = set.intersection(*(set(one["refs"]) for one in documents))
    suspect = {name for one in documents for name in one["suspected_post_edited"]}
    return languages <= embeddings.LANGUAGES and len(people - suspect) > 1


def direction(documents: Sequence[dict[str, Any]], segments: int) -> dict[str, Any]:
    first, second, *_ = sorted(documents[0]["refs"])
    reference = joined(documents, "refs", first)[:segments]
    sources = [line for one in documents for line in one["src"]][:segments]
    candidates = {name: joined(documents, "hyps", name)[:segments] for name in documents[0]["hyps"]}
    candidates[PERSON] = joined(documents, "refs", second)[:segments]
    language = documents[0]["lp"].split("-")[1]
    test_set = TestSet((tuple(reference),), tuple(sources), target_language=language)
    systems = [System(name, tuple(lines)) for name, lines in candidates.items()]
    by_segment, by_system = scores(test_set, systems)
    machines = [name for name in candidates if name != PERSON]
    return {
        "systems": len(machines),
        "segments": len(reference),
        "order of chrF2": {
            metric: round(agreement(by_system["chrF2"], by_system[metric], machines), 3)
            for metric in by_system
        },
        "person above systems": {
            metric: round(above(of[PERSON], [of[name] for name in machines]), 3)
            for metric, of in by_system.items()
        },
        "person above segments": {
            metric: round(above_by_segment(of, machines), 3) for metric, of in by_segment.items()
        },
    }


def joined(documents: Sequence[dict[str, Any]], kind: str, name: str) -> list[str]:
    return [line for one in documents for line in one[kind][name]]


def scores(test_set: TestSet, systems: Sequence[System]) -> tuple[Segments, Systems]:
    options = Options(metrics=METRICS, confidence=False, paired=None)
    by_segment: Segments = defaultdict(dict)
    by_system: Systems = defaultdict(dict)
    for one in score(test_set, systems, options).systems:
        for whole in one.scores:
            by_system[whole.metric][one.name] = whole.score
            parts = [segment.scores[whole.metric] for segment in one.segments]
            by_segment[whole.metric][one.name] = parts
    for system in systems:
        found = semantic.similarities(system.hypotheses, [()] * test_set.size, test_set.sources)
        by_segment[TO_SOURCE][system.name] = found
        by_system[TO_SOURCE][system.name] = sum(found) / len(found)
    return by_segment, by_system


def agreement(left: dict[str, float], right: dict[str, float], names: Sequence[str]) -> float:
    pairs = list(combinations(names, 2))
    same = [(left[a] - left[b]) * (right[a] - right[b]) > 0 for a, b in pairs]
    return sum(same) / len(pairs)


def above(one: float, others: Sequence[float]) -> float:
    return sum((one > other) + (one == other) / 2 for other in others) / len(others)


def above_by_segment(of: dict[str, list[float]], machines: Sequence[str]) -> float:
    rows = zip(*(of[name] for name in machines), strict=True)
    found = [above(one, row) for one, row in zip(of[PERSON], rows, strict=True)]
    return sum(found) / len(found)


def phenomena(records: Sequence[dict[str, Any]]) -> dict[str, Any]:
    found = semantic.similarities(
        [one["hyp"] for one in records], [()] * len(records), [one["src"] for one in records]
    )
    labelled: dict[str, dict[str, list[float]]] = defaultdict(lambda: {"good": [], "bad": []})
    for one, similarity in zip(records, found, strict=True):
        labelled[one["src"]][one["label"]].append(similarity)
    wins = list(compared(labelled.values()))
    return {"pairs": len(wins), "good is nearer": round(sum(wins) / len(wins), 3)}


def compared(labelled: Any) -> Iterator[float]:
    for one in labelled:
        for good, bad in product(one["good"], one["bad"]):
            yield above(good, [bad])


def speed(documents: Sequence[dict[str, Any]]) -> dict[str, float]:
    lines = [line for one in documents for line in one["src"]]
    with tempfile.TemporaryDirectory() as folder:
        environ["QA_CACHE_DIR"] = folder
        first, second = (seconds(lines) for _ in range(2))
    return {"texts": len(lines), "encoded, s": round(first, 2), "kept, s": round(second, 3)}


def seconds(lines: Sequence[str]) -> float:
    start = time.perf_counter()
    for _ in embeddings.blocks(lines):
        pass
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
