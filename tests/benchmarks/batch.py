"""How fast many articles are checked, on one core and on all, at first and again.

    python tests/benchmarks/batch.py [ARTICLES] [FOLDER]

Cuts ARTICLES (10,000 if not told) of about 500 words from the English text of FOLDER
(`*.txt.xz`, by default `../shared/data/news-de-en`) into a temporary folder and runs the program on
them. Memory is the largest that any of its processes had. A quarter of the articles is checked as
well, to see whether memory grows with their number. Peers run on a twentieth of them where their
installers find them: proselint and pofilter with pip, each in an environment of its own, textlint
with npm. Writes `corpora/evaluation/batch.json`, from which the README's table is made. Nothing is
asserted: this measures.
"""

import lzma
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from msgspec import json

ROOT = Path(__file__).resolve().parents[2]
QA = str(Path(sys.executable).with_name("qa"))
ARTICLES = 10_000
WORDS = 500
SENTENCES_OF_A_PARAGRAPH = 4
PAUSE = 0.05  # seconds between two looks at the memory
PEERS = 20  # a peer runs on one article of so many


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    folder = Path(sys.argv[2] if len(sys.argv) > 2 else ROOT.parent / "shared/data/news-de-en")
    with tempfile.TemporaryDirectory() as place:
        work = Path(place)
        words = written(work / "articles", folder, size)
        rows = [*ours(work, words), *peers(work)]
    figures = {
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}",
        "load": os.getloadavg()[2],
        "date": datetime.now(tz=UTC).date().isoformat(),
        "articles": size,
        "words": words,
        "rows": rows,
    }
    target = ROOT / "corpora/evaluation/batch.json"
    target.write_bytes(json.format(json.encode(figures), indent=1) + b"\n")


def written(target: Path, folder: Path, size: int) -> int:
    """Write articles in folders of a hundred, and return the number of their words."""
    total = 0
    for number, article in zip(range(size), articles(folder), strict=False):
        path = target / f"{number // 100:03}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(article, encoding="utf-8")
        total += len(article.split())
    return total


def articles(folder: Path) -> Iterator[str]:
    """Yield articles of whole sentences without end; after a round each is cut elsewhere."""
    article: list[str] = []
    words = 0
    for sentence in sentences(folder):
        article.append(sentence)
        words += len(sentence.split())
        if words >= WORDS:
            cuts = range(0, len(article), SENTENCES_OF_A_PARAGRAPH)
            yield "\n\n".join(" ".join(article[cut : cut + 4]) for cut in cuts) + "\n"
            article, words = [], 0


def sentences(folder: Path) -> Iterator[str]:
    files = [path for path in sorted(folder.glob("*.txt.xz")) if "roundtrip" not in path.name]
    while True:
        for path in files:
            text = lzma.decompress(path.read_bytes()).decode()
            yield from (one for line in text.splitlines() for one in re.split(r"(?<=[.!?]) ", line))


def ours(work: Path, words: int) -> Iterator[dict[str, object]]:
    """Measure the program: a quarter of the articles, all, and all again."""
    quarter, cores = work / "quarter", os.cpu_count() or 1
    for folder in sorted((work / "articles").iterdir())[::4]:
        shutil.copytree(folder, quarter / folder.name)
    some = sum(len(path.read_text(encoding="utf-8").split()) for path in quarter.rglob("*.txt"))
    told = [QA, "check", "--quiet", "--language", "en", "--fail-on", "never"]
    everything = [*told, str(work / "articles")]
    fresh = ["--no-cache", "--jobs"]
    # What is made of the linguistic data once on a machine is no part of this.
    timed("", [*told, str(work / "articles/000"), *fresh, "1"], 0)
    yield timed(f"a quarter, {cores} cores", [*told, str(quarter), *fresh, str(cores)], some)
    yield timed("all, 1 core", [*everything, *fresh, "1"], words)
    yield timed(f"all, {cores} cores", [*everything, *fresh, str(cores)], words)
    kept = ["--cache", str(work / "results")]
    timed("", [*everything, *kept], words)
    yield timed("all, again", [*everything, *kept], words)


def peers(work: Path) -> Iterator[dict[str, object]]:
    """Measure other checkers on some of the articles, as one call for all of them."""
    files = sorted((work / "articles").rglob("*.txt"))[::PEERS]
    texts = [path.read_text(encoding="utf-8") for path in files]
    words = sum(len(text.split()) for text in texts)
    names = [str(path) for path in files]
    if program := installed(work / "proselint", "proselint"):
        yield timed("proselint", [program, "check", *names], words)
    if program := installed(work / "pofilter", "translate-toolkit[all]", "pofilter"):
        catalogue = work / "articles.po"
        catalogue.write_text("\n".join(map(entry, enumerate(texts))), encoding="utf-8")
        yield timed("pofilter", [program, str(catalogue), str(work / "found.po")], words)
    if program := textlint(work / "textlint"):
        rules = ["--rule", "terminology", "--rule", "en-max-word-count"]
        yield timed("textlint, two rules", [program, *rules, *names], words)


def entry(numbered: tuple[int, str]) -> str:
    number, text = numbered
    quoted = json.encode(" ".join(text.split())).decode()
    return f'#: {number}\nmsgctxt "{number}"\nmsgid {quoted}\nmsgstr {quoted}\n'


def installed(place: Path, package: str, program: str | None = None) -> str | None:
    """Install a package into an environment of its own; return its program if that works."""
    venv.create(place, with_pip=True)
    pip = [str(place / "bin/pip"), "install", "--quiet", package]
    failed = subprocess.run(pip, check=False, capture_output=True).returncode
    return None if failed else str(place / "bin" / (program or package))


def textlint(place: Path) -> str | None:
    if not shutil.which("npm"):
        return None
    packages = ["textlint", "textlint-rule-terminology", "textlint-rule-en-max-word-count"]
    npm = ["npm", "install", "--silent", "--prefix", str(place), *packages]
    failed = subprocess.run(npm, check=False, capture_output=True).returncode
    return None if failed else str(place / "node_modules/.bin/textlint")


def timed(what: str, command: list[str], words: int) -> dict[str, object]:
    """Run a program; return its time, and the peak memory of its largest process."""
    start, spent, peak = time.perf_counter(), processor_seconds(), 0.0
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, stdout=quiet, stderr=quiet, cwd=ROOT)
    while process.poll() is None:
        peak = max(peak, *map(megabytes, family(process.pid)), 0.0)
        time.sleep(PAUSE)
    seconds = time.perf_counter() - start
    row: dict[str, object] = {
        "what": what,
        "seconds": seconds,
        "processor_seconds": processor_seconds() - spent,
        "words_per_second": words / seconds,
        "megabytes": peak,
        "status": process.returncode,
    }
    print(row, flush=True)
    return row


def processor_seconds() -> float:
    """Return what the programs that ended have used of all cores."""
    used = os.times()
    return used.children_user + used.children_system


def family(pid: int) -> list[int]:
    """Return a process and its children."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return [pid]
    return [pid, *(one for child in children for one in family(int(child)))]


def megabytes(pid: int) -> float:
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0.0
    peak = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(peak[1]) / 1024 if peak else 0.0


if __name__ == "__main__":
    main()
