"""Lay out the corpora that the built-in models are trained and measured on.

    python tests/benchmarks/corpora.py ../shared/data CORPORA [ROUNDTRIPS.jsonl]

Makes `CORPORA/<language>/train` and `CORPORA/<language>/develop`, with links to the data as it is.
Training and development share no year, no edition of WMT and no outlet. `ROUNDTRIPS.jsonl` comes
from `tests/benchmarks/roundtrips.py`. Then, for English:

    qa train CORPORA/en/train --language en -o corpora/en/translationese.json
    qa evaluate CORPORA/en/develop --language en --training CORPORA/en/train \\
      -o corpora/evaluation/translationese.en.json
"""

import hashlib
import json
import lzma
import sys
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

FIRST_YEAR_TO_DEVELOP_ON = 2016
# Native text besides WMT's: what to train on, and what to develop on. A single set is developed on:
# a model would learn the outlet.
NATIVE: dict[str, tuple[list[str], list[str]]] = {
    "cs": ([], ["pirati-olomouc"]),
    "de": (["fang-covid-real"], ["10kgnad-test"]),
    "fr": (["gilets-fr"], ["gilets-ch", "gilets-qc"]),
    "ja": ([], ["livedoor"]),
    "ru": ([], ["nerel"]),
    "zh": ([], ["xinwenlianbo"]),
}


class Record(NamedTuple):
    text: str
    label: str
    year: int
    document: str
    outlet: str


Lines = dict[str, list[Record]]


def main() -> None:
    data, target = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    link_wmt(data, target)
    link_native(data, target)
    link_news(data, target)
    lines: Lines = defaultdict(list)
    for name in ("allsides-us", "bbc-2004", "reuters-1987"):
        add_native(lines, data / "native" / "en" / f"{name}.jsonl.xz", name)
    for path in sys.argv[3:]:
        add_round_trips(lines, Path(path))
    for name, records in lines.items():
        text = "".join(json.dumps(one._asdict(), ensure_ascii=False) + "\n" for one in records)
        (target / "en" / f"{name}.jsonl").write_text(text, encoding="utf-8")


def link_wmt(data: Path, target: Path) -> None:
    for language in ("en", *NATIVE):
        for path in sorted((data / "wmt-documents").glob("*.jsonl.xz")):
            part = "train" if path.name.startswith("wmt21") else "develop"
            link(path, target / language / part / "wmt")


def link_native(data: Path, target: Path) -> None:
    for language, parts in NATIVE.items():
        for part, names in zip(("train", "develop"), parts, strict=True):
            for name in names:
                link(data / "native" / language / f"{name}.jsonl.xz", target / language / part)


def link_news(data: Path, target: Path) -> None:
    for path in sorted((data / "news-de-en").glob("*.txt.xz")):
        part = "train" if int(path.name[:4]) < FIRST_YEAR_TO_DEVELOP_ON else "develop"
        link(path, target / "en" / part / "news-de-en")


def link(path: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / path.name
    if not place.exists():
        place.symlink_to(path)


def add_native(lines: Lines, path: Path, name: str) -> None:
    """Add the native text of a set, shared out by outlet."""
    with lzma.open(path, "rt", encoding="utf-8") as records:
        for one in map(json.loads, records):
            outlet, year = one.get("outlet") or name, one["year"] or 0
            record = Record(" ".join(one["text"]), "native", year, str(one["docid"]), outlet)
            lines[f"{part_of(name, year, outlet)}/{name}"].append(record)


def add_round_trips(lines: Lines, path: Path) -> None:
    """Add both sides of each round trip to the part that its original belongs to."""
    for line in path.read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        part = part_of(one["set"], one["year"], one["outlet"])
        document = f"{one['set']}/{one['document']}"
        for label, text in (("native", one["native"]), ("roundtrip-pt", one["roundtrip"])):
            record = Record(text, label, one["year"], document, one["outlet"])
            lines[f"{part}/{one['set']}-pt"].append(record)


def part_of(name: str, year: int, outlet: str) -> str:
    if name == "news":
        return "train" if year < FIRST_YEAR_TO_DEVELOP_ON else "develop"
    if name.startswith("wmt"):
        return "train" if name == "wmt21" else "develop"
    even = hashlib.sha256(outlet.encode()).digest()[0] % 2 == 0
    return "train" if name == "allsides-us" and even else "develop"


if __name__ == "__main__":
    main()
