"""How much memory and time `qa score` takes of a million segments.

    python tests/benchmarks/scoring_memory.py [--segments 1000000] [--systems 1]

The segments are runs of words of WMT references; a system replaces some words by others. All
standard metrics with intervals, and with two systems the paired bootstrap, for the terminal.
Memory is that of all processes together, shared pages counted once (proportional set size, Linux),
looked at twice a second. Writes a row of `corpora/evaluation/scoring-memory.json`; rows of other
sizes stay. Nothing is asserted: this measures.
"""

import argparse
import lzma
import os
import platform
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from msgspec import json

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared/data/wmt-documents/wmt22.cs-en.jsonl.xz"
TO = ROOT / "corpora/evaluation/scoring-memory.json"
SHORTEST, LONGEST = 3, 8
REPLACED = 0.25
SEED = 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--segments", type=int, default=1_000_000)
    parser.add_argument("--systems", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        files = written(Path(place), asked.segments, asked.systems)
        figures = measured(files)
    row = {"segments": asked.segments, "systems": asked.systems, **figures}
    before = json.decode(TO.read_bytes())["rows"] if TO.exists() else []
    key = asked.segments, asked.systems
    others = [one for one in before if (one["segments"], one["systems"]) != key]
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    about = {"machine": machine, "date": datetime.now(tz=UTC).date().isoformat()}
    rows = sorted([*others, row], key=lambda one: (one["segments"], one["systems"]))
    TO.write_bytes(json.format(json.encode(about | {"rows": rows}), indent=1) + b"\n")
    print(row)


def written(place: Path, segments: int, systems: int) -> list[Path]:
    """Write a reference and the hypotheses of systems, a segment a line."""
    words = list(vocabulary())
    generator = random.Random(SEED)  # noqa: S311 - no secret
    paths = [place / "reference", *(place / f"system-{at}" for at in range(1, systems + 1))]
    files = [path.open("w", encoding="utf-8") for path in paths]
    for _ in range(segments):
        start = generator.randrange(len(words) - LONGEST)
        segment = words[start : start + generator.randint(SHORTEST, LONGEST)]
        for at, file in enumerate(files):
            file.write(" ".join(changed(segment, words, generator) if at else segment) + "\n")
    for file in files:
        file.close()
    return paths


def vocabulary() -> Iterator[str]:
    for line in lzma.decompress(DATA.read_bytes()).splitlines():
        for reference in json.decode(line)["refs"].values():
            yield from " ".join(reference).split()


def changed(segment: list[str], words: list[str], generator: random.Random) -> list[str]:
    return [generator.choice(words) if generator.random() < REPLACED else word for word in segment]


def measured(files: list[Path]) -> dict[str, Any]:
    reference, *systems = map(str, files)
    program = "from qa.cli.score import score; import typer; typer.run(score)"
    command = [sys.executable, "-c", program, *systems, "--reference", reference]
    start, most = time.perf_counter(), 0.0
    with subprocess.Popen([*command, "--target-language", "en"], stdout=subprocess.DEVNULL) as run:
        while run.poll() is None:
            most = max(most, megabytes(run.pid))
            time.sleep(0.5)
    seconds = time.perf_counter() - start
    if run.returncode:
        raise SystemExit(run.returncode)
    texts = sum(file.stat().st_size for file in files) / 1e6
    return {"text_megabytes": round(texts), "megabytes": round(most), "seconds": round(seconds)}


def megabytes(process: int) -> float:
    """Return what a process and its children have in memory now."""
    try:
        said = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
        children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    except OSError:
        return 0.0
    own = next((line.split()[1] for line in said.splitlines() if line.startswith("Pss:")), "0")
    return int(own) / 1024 + sum(megabytes(int(child)) for child in children.split())


if __name__ == "__main__":
    main()
