"""From which similarity on a translation says what its source says, by pair of languages.

    python tests/benchmarks/meaning_drift.py [--segments 300] [--out]

The limit of a direction is the similarity that all but ``SHARE`` of the human references of WMT
2021 reach. What it is worth is measured on references of WMT 2022, as they are (false alarms) and
damaged: the second half cut off, the next sentence of the article put behind it, and the next one
in its place. References that look like edited machine output are left out, and so are short
segments, which the check leaves alone. ``--out`` writes corpora/und/meaning-drift.json, which the
check reads.
"""

import argparse
import lzma
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from msgspec import json

from qa.checks.meaning_drift import Limit, Limits, similarities
from qa.model import Pair, Segment, Text
from qa.text.sizes import size

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared/data/wmt-documents"
RESULT = ROOT / "corpora/und/meaning-drift.json"
# Those between languages of the encoder that have references by people in both years.
DIRECTIONS = ("de-en", "en-de", "en-ja", "en-ru", "en-zh", "ja-en", "ru-en", "zh-en")
SHARE = 0.005
LEAST = 40

Lines = list[tuple[str, str]]
Row = tuple[str, str, str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--segments", type=int, default=300)
    parser.add_argument("--out", action="store_true")
    asked = parser.parse_args()
    pairs = {name: limit(name, asked.segments) for name in DIRECTIONS}
    data = f"limits from WMT 2021, rates from WMT 2022, {asked.segments} segments a direction"
    written = msgspec.json.format(json.encode(Limits(data, pairs))) + b"\n"
    print(written.decode())
    if asked.out:
        RESULT.write_bytes(written)


def limit(name: str, segments: int) -> Limit:
    known, unseen = (read(name, year)[:segments] for year in (2021, 2022))
    least = round(float(np.quantile(near(intact(known)), SHARE, method="lower")), 3)
    damaged = {
        "second half cut off": [
            (source, target[: len(target) // 2]) for source, target, _ in unseen
        ],
        "next sentence behind it": [
            (source, f"{target} {following}") for source, target, following in unseen
        ],
        "next sentence in its place": [(source, following) for source, _, following in unseen],
    }
    found = {kind: below(lines, least) for kind, lines in damaged.items()}
    return Limit(least, len(unseen), below(intact(unseen), least), found)


def intact(rows: Sequence[Row]) -> Lines:
    return [(source, target) for source, target, _ in rows]


def read(name: str, year: int) -> list[Row]:
    """Return the segments with their first human reference and the next one, in random order."""
    lines = lzma.decompress((DATA / f"wmt{year % 100}.{name}.jsonl.xz").read_bytes()).splitlines()
    rows = [row for line in lines for row in human(json.decode(line))]
    kept = [row for row in rows if min(map(size, row)) >= LEAST]
    return [kept[at] for at in np.random.default_rng(year).permutation(len(kept))]


def human(record: dict[str, Any]) -> list[Row]:
    names = sorted(set(record["refs"]) - set(record["suspected_post_edited"]))
    targets = record["refs"][names[0]] if names else []
    return list(zip(record["src"], targets, targets[1:], strict=False))


def below(lines: Lines, least: float) -> float:
    return round(float(np.mean(np.array(near(lines)) < least)), 4)


def near(lines: Lines) -> Sequence[float]:
    pairs = [Pair(segment(source), segment(target)) for source, target in lines]
    return list(similarities(pairs))


def segment(line: str) -> Segment:
    return Segment(0, Text.verbatim(line))


if __name__ == "__main__":
    main()
