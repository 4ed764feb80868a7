"""How fast a check is, with proselint's figure from the same run beside it.

    python tests/benchmarks/speed.py [FOLDER]

The verdict is timed alone as well, in a process of its own: reading the model, then judging a
megabyte that was read before. FOLDER holds English text as `*.native.txt.xz`, one paragraph a
line; by default the native news of `../shared/data/news-de-en`. Writes
`corpora/evaluation/speed.json`, from which the README's table is made. proselint is installed from
the package index into a temporary environment; without an index its row is left out. Nothing is
asserted: this measures.
"""

import hashlib
import lzma
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from datetime import UTC, datetime
from pathlib import Path

from msgspec import json

ROOT = Path(__file__).resolve().parents[2]
RUNS = 3
DETECTED = ("ten lines", "1 MB")
SIZES = {
    "ten lines": 1_000,
    "10 kB": 10_000,
    "100 kB": 100_000,
    "1 MB": 1_000_000,
    "10 MB": 10_000_000,
}
# Prints the seconds of processor time that the model and the verdict took.
VERDICT = """
import sys, time
from qa import formats
from qa.check import Context
from qa.language import language
from qa.translationese import detect, models

english = language("en")
document = formats.read(sys.argv[1])
start = time.process_time()
models.shipped("en").tokenizer
read = time.process_time()
detect(document, english, Context(document, english).words)
print(read - start, time.process_time() - read)
"""


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT.parent / "shared/data/news-de-en")
    prose = paragraphs(folder)
    with tempfile.TemporaryDirectory() as place:
        # The peak of a child counts that of this process until then: small things come first.
        small = [*verdict(prose, Path(place)), *peer(prose, Path(place))]
        rows = [*measured(prose, Path(place)), *small]
    figures = {
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}",
        "date": datetime.now(tz=UTC).date().isoformat(),
        "text": f"English news, SHA-256 {hashlib.sha256(prose.encode()).hexdigest()[:12]}",
        "rows": rows,
    }
    target = ROOT / "corpora/evaluation/speed.json"
    target.write_bytes(json.format(json.encode(figures), indent=1) + b"\n")
    for row in rows:
        print(row)


def paragraphs(folder: Path) -> str:
    """Return all native text of the folder, a paragraph a line."""
    files = sorted(folder.glob("*.native.txt.xz"))
    texts = (lzma.decompress(file.read_bytes()).decode() for file in files)
    return "\n\n".join(line for text in texts for line in text.splitlines() if line)


def measured(prose: str, place: Path) -> list[dict[str, object]]:
    """Measure the start-up and checks of growing size."""
    qa = str(Path(sys.executable).with_name("qa"))
    file = place / "article.txt"
    detected = [qa, "check", str(file), "--quiet", "--no-cache"]
    told = [*detected, "--language", "en", "--origin", "de"]
    rows = [timed("`qa --help`", [qa, "--help"], 0)]
    for name, size in SIZES.items():
        words = written(file, sized(prose, size))
        rows.append(timed(f"`qa check`, {name}, language told", told, words))
        if name in DETECTED:
            rows.append(timed(f"`qa check`, {name}, language detected", detected, words))
    return rows


def verdict(prose: str, place: Path) -> list[dict[str, object]]:
    """Measure the reading of the model, and the verdict on a text that was read before."""
    file = place / "article.txt"
    words = written(file, sized(prose, SIZES["1 MB"]))
    command = [sys.executable, "-c", VERDICT, str(file)]
    runs = [
        [float(one) for one in subprocess.check_output(command, text=True).split()]
        for _ in range(RUNS)
    ]
    reading, judging = (statistics.median(column) for column in zip(*runs, strict=True))
    megabytes = timed("", command, words)["megabytes"]
    return [
        row("the model read, for a verdict", reading, 0, megabytes),
        row("the verdict alone, 1 MB", judging, words, megabytes),
    ]


def peer(prose: str, place: Path) -> list[dict[str, object]]:
    """Measure proselint on the same megabyte."""
    venv.create(place / "peer", with_pip=True)
    installed = subprocess.run(
        [place / "peer/bin/pip", "install", "--quiet", "proselint"], check=False
    )
    if installed.returncode:
        return []
    file = place / "article.txt"
    words = written(file, sized(prose, SIZES["1 MB"]))
    command = [str(place / "peer/bin/proselint"), "check", str(file)]
    return [timed("proselint, 1 MB", command, words)]


def written(file: Path, text: str) -> int:
    """Write a text and return the number of its words."""
    file.write_text(text, encoding="utf-8")
    return len(text.split())


def sized(prose: str, size: int) -> str:
    """Return about ``size`` characters of whole sentences, repeated if there are too few."""
    enough = (prose + "\n\n") * (size // len(prose) + 1)
    return enough[:size].rsplit(". ", 1)[0] + ".\n"


def timed(what: str, command: list[str], words: int) -> dict[str, object]:
    """Return the median time of some runs of a program, with its peak memory."""
    seconds, megabytes = [], 0.0
    for _ in range(RUNS):
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
        seconds.append(time.perf_counter() - start)
        megabytes = max(megabytes, usage.ru_maxrss / 1024)
    return row(what, statistics.median(seconds), words, megabytes)


def row(what: str, seconds: float, words: int, megabytes: object) -> dict[str, object]:
    return {
        "what": what,
        "seconds": seconds,
        "words_per_second": words / seconds,
        "megabytes": megabytes,
    }


if __name__ == "__main__":
    main()
