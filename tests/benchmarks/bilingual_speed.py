"""How many pairs a minute all checks do on one core, beside pofilter on the same pairs.

    python tests/benchmarks/bilingual_speed.py [--pofilter /tmp/pofilter-venv/bin/pofilter]

The pairs are those of WMT 2022, German to English, English to German and English to Czech,
repeated until there are enough. Without a path, translate-toolkit is installed from the package
index into a temporary environment. Writes `corpora/evaluation/bilingual-speed.json`, from which
the README's line is made. Nothing is asserted: this measures processor time of one process.
"""

import argparse
import lzma
import os
import platform
import resource
import subprocess
import tempfile
import time
import venv
from datetime import UTC, datetime
from pathlib import Path

from msgspec import json

from qa.config import Config
from qa.model import Document, Pair, Segment, Source, Text
from qa.pipeline import inspect

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared/data/wmt-documents"
TARGET = ROOT / "corpora/evaluation/bilingual-speed.json"
DIRECTIONS = ("de-en", "en-de", "en-cs")
PAIRS = 6_000
DOCUMENT = 500
Pairs = list[tuple[str, str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pofilter", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        peer = asked.pofilter or installed(Path(place))
        rows = [row(name, read(name), peer, Path(place)) for name in DIRECTIONS]
    figures = {
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}",
        "date": datetime.now(tz=UTC).date().isoformat(),
        "pairs": PAIRS,
        "rows": rows,
    }
    TARGET.write_bytes(json.format(json.encode(figures), indent=1) + b"\n")
    print(*rows, sep="\n")


def installed(place: Path) -> Path:
    """Install translate-toolkit into an environment of its own; it is GPL, and no dependency."""
    venv.create(place / "peer", with_pip=True)
    pip = [str(place / "peer/bin/pip"), "install", "--quiet", "translate-toolkit"]
    subprocess.run(pip, check=True)
    return place / "peer/bin/pofilter"


def read(name: str) -> Pairs:
    """Return so many pairs of a direction."""
    lines = lzma.decompress((DATA / f"wmt22.{name}.jsonl.xz").read_bytes()).splitlines()
    pairs: Pairs = []
    for record in map(json.decode, lines):
        for reference in record["refs"].values():
            pairs += zip(record["src"], reference, strict=True)
    full = [pair for pair in pairs if all(map(str.strip, pair))]
    return (full * (PAIRS // len(full) + 1))[:PAIRS]


def row(name: str, pairs: Pairs, peer: Path, place: Path) -> dict[str, object]:
    documents = [made(pairs[at : at + DOCUMENT], name) for at in range(0, PAIRS, DOCUMENT)]
    origin, language = name.split("-")
    config = Config(language=language, origin=origin)
    inspect(documents[0], config)
    start = time.process_time()
    for document in documents:
        inspect(document, config)
    ours = time.process_time() - start
    return {
        "direction": name,
        "pairs_a_minute": round(PAIRS / ours * 60),
        "pofilter_pairs_a_minute": round(PAIRS / filtered(pairs, peer, place) * 60),
    }


def made(pairs: Pairs, name: str) -> Document:
    sources, targets = (laid_out([pair[side] for pair in pairs]) for side in (0, 1))
    contents = ["\n".join(pair[side] for pair in pairs) for side in (0, 1)]
    aligned = tuple(Pair(*both) for both in zip(sources, targets, strict=True))
    source = Source("source", contents[0], sources, aligned, language=name.split("-", 1)[0])
    return Document("target", contents[1], targets, source=source)


def laid_out(texts: list[str]) -> tuple[Segment, ...]:
    segments, start = [], 0
    for number, text in enumerate(texts):
        segments.append(Segment(number, Text.verbatim(text, start)))
        start += len(text) + 1
    return tuple(segments)


def filtered(pairs: Pairs, peer: Path, place: Path) -> float:
    """Return the seconds of processor time that pofilter takes, start-up included."""
    (place / "pairs.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        + "".join(
            f'msgctxt "{at}"\nmsgid {quoted(source)}\nmsgstr {quoted(target)}\n\n'
            for at, (source, target) in enumerate(pairs)
        ),
        encoding="utf-8",
    )
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    command = [str(peer), "--progress=none", str(place / "pairs.po"), str(place / "out.po")]
    subprocess.run(command, check=True, capture_output=True)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def quoted(text: str) -> str:
    return json.encode(text.replace("\n", " ")).decode()


if __name__ == "__main__":
    main()
