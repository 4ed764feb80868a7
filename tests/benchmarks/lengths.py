"""Fit how long translations are, for every pair of languages.

    python tests/benchmarks/lengths.py [DATA]

DATA holds `wmt-documents/` and `ntrex/`; by default `../shared/data`. The human references of WMT
2021 count that are not suspected to be edited machine translation, and NTREX for the languages that
WMT lacks. Writes `corpora/und/lengths.json`: parameters, no text.
"""

import lzma
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from msgspec import json

from qa.text.length_ratio import PIVOT, SMOOTHING, USUAL, Ratio, sentences

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "corpora/und/lengths.json"
# Of human translations, how many may be called too short, and how many too long; and again of all
# for having fewer or more sentences.
SHARE = 0.0015
SHARE_OF_SPLIT = 0.002
FAR_OFF = 4.0
ROUNDS = 3
ENOUGH = 500
Sizes = dict[str, list[tuple[int, int, int]]]


def main() -> None:
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared/data"
    sizes = of_wmt(data / "wmt-documents")
    for pair, found in of_ntrex(data / "ntrex").items():
        sizes.setdefault(pair, found)
    pairs = {pair: fitted(found) for pair, found in sorted(sizes.items()) if len(found) >= ENOUGH}
    deviations = [
        (pairs[pair].deviation(source, target), more)
        for pair, found in sizes.items()
        if pair in pairs
        for source, target, more in found
    ]
    every = [off for off, _ in deviations]
    share = SHARE_OF_SPLIT * len(every)
    fewer = sorted(off for off, more in deviations if more < 0)
    further = sorted((off for off, more in deviations if more > 0), reverse=True)
    model = {
        "pairs": pairs,
        "short": round(float(np.quantile(every, SHARE)), 3),
        "long": round(float(np.quantile(every, 1 - SHARE)), 3),
        "fewer": round(fewer[int(share)], 3),
        "more": round(further[int(share)], 3),
    }
    TARGET.write_bytes(json.format(json.encode(model), indent=1) + b"\n")
    print(len(pairs), "pairs", *(model[name] for name in ("short", "long", "fewer", "more")))


def records(path: Path) -> Iterator[dict[str, Any]]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.decode, lines)


def of_wmt(folder: Path) -> Sizes:
    """Return lengths of source and target by pair of languages."""
    sizes: Sizes = defaultdict(list)
    for path in sorted(folder.glob("wmt21.*.jsonl.xz")):
        for record in records(path):
            for name, reference in record["refs"].items():
                if name not in record["suspected_post_edited"]:
                    sizes[record["lp"]] += measured(record["src"], reference)
    return sizes


def of_ntrex(folder: Path) -> Sizes:
    """Return lengths of the English text and of its translation by pair of languages."""
    texts: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for path in sorted(folder.glob("*.jsonl.xz")):
        for record in records(path):
            texts[record["lang"].split("-")[0]][record["docid"]] = record["text"]
    sizes: Sizes = defaultdict(list)
    for language, documents in texts.items():
        for name, translation in documents.items() if language != PIVOT else ():
            sizes[f"{PIVOT}-{language}"] += measured(texts[PIVOT][name], translation)
    return sizes


def measured(sources: list[str], targets: list[str]) -> list[tuple[int, int, int]]:
    """Return the lengths of both sides, and how many sentences the target has more."""
    return [
        (len(source), len(target), sentences(target) - sentences(source))
        for source, target in zip(map(str.strip, sources), map(str.strip, targets), strict=True)
        if source and target
    ]


def fitted(sizes: list[tuple[int, int, int]]) -> Ratio:
    """Fit mean and spread, leaving out what is far off both."""
    source, target, _ = np.array(sizes, dtype=float).T + SMOOTHING
    ratios, shift = np.log(target / source), np.log(source) - USUAL
    kept = np.ones(len(sizes), dtype=bool)
    for _ in range(ROUNDS):
        slope, mean = np.polyfit(shift[kept], ratios[kept], 1)
        off = ratios - mean - slope * shift
        far, near = np.polyfit(1 / source[kept], off[kept] ** 2, 1)
        far, near = max(far, 0.0), max(near, 0.002)
        kept = np.abs(off) < FAR_OFF * np.sqrt(near + far / source)
    return Ratio(*(round(float(one), 4) for one in (mean, slope, near, far)))


if __name__ == "__main__":
    main()
