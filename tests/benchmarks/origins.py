"""How many suspect phrases find the words of the source behind them, in human translations.

    python tests/benchmarks/origins.py

On the references of WMT 2021 that are not suspected of being edited machine output, in all
directions that a built-in glossary serves; phrases that are only telling when frequent are left
out. Writes `corpora/evaluation/origins.json`. Nothing is asserted: this measures.
"""

import lzma
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from msgspec import json

from qa.checks.suspect_phrase import suspect_phrase
from qa.config import Config
from qa.findings import Finding
from qa.model import Document, Pair, Segment, Source, Text
from qa.pipeline import inspect

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared/data/wmt-documents"
PAIRS = ("de-en", "ru-en", "cs-en", "ja-en", "zh-en", "en-de", "en-ru", "en-ja", "en-zh", "en-cs")


def main() -> None:
    rows = []
    for pair in PAIRS:
        path = DATA / f"wmt21.{pair}.jsonl.xz"
        rows.append({"pair": pair, "sha256": sha256(path.read_bytes()).hexdigest(), **row(path)})
        print(rows[-1])
    target = ROOT / "corpora/evaluation/origins.json"
    target.write_bytes(json.format(json.encode(rows), indent=1) + b"\n")


def row(path: Path) -> dict[str, int]:
    origin, tag = path.name.split(".")[1].split("-")
    config = Config(language=tag, origin=origin, select=(suspect_phrase.id,))
    counts: Counter[str] = Counter()
    for source, target in documents(path):
        alone, beside = (
            {place(one): one for one in inspect(document, config).findings}
            for document in (made(None, target), made(source, target))
        )
        counts["segments"] += len(target)
        counts["findings without the source"] += len(alone)
        counts["with words of the source"] += sum(bool(one.source_text) for one in beside.values())
        counts["raised"] += sum(
            one.confidence != alone[at].confidence and bool(one.source_text)
            for at, one in beside.items()
        )
        counts["lowered to a note"] += sum(
            one.severity != alone[at].severity for at, one in beside.items()
        )
        counts["dropped"] += len(alone) - len(beside)
    return dict(counts)


def place(finding: Finding) -> tuple[int, int]:
    return finding.start, finding.end


def documents(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for one in map(json.decode, file):
            for name, target in one["refs"].items():
                if name not in one["suspected_post_edited"]:
                    yield one["src"], target


def made(source: list[str] | None, target: list[str]) -> Document:
    content, targets = segments(target)
    if source is None:
        return Document("target", content, targets)
    original, sources = segments(source)
    pairs = tuple(map(Pair, sources, targets))
    return Document("target", content, targets, source=Source("s", original, sources, pairs))


def segments(lines: list[str]) -> tuple[str, tuple[Segment, ...]]:
    starts = [sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines))]
    texts = map(Text.verbatim, lines, starts)
    return "\n".join(lines), tuple(Segment(number, text) for number, text in enumerate(texts))


if __name__ == "__main__":
    main()
