"""What a large glossary costs: 10,000 entries against 200 on the same text.

    python tests/benchmarks/glossary_size.py [FOLDER]

FOLDER is that of `speed.py`. Entries are two or three words that follow each other in the text,
one of them rare, with another last word: all nearly match, and few do, as in life. Each glossary
is read once before, as any later run does. Writes `corpora/evaluation/glossary-size.json`.
"""

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from msgspec import json
from speed import ROOT, RUNS, paragraphs

SIZES = (200, 10_000)
MEGABYTE = 1_000_000
COMMON = 2_000
ENTRY = """
[[entry]]
id = "e{number}"
match = ["{pattern}"]
origin = "made"
why = "Made to measure speed."
suggest = ["another word"]
confidence = "depends on context"
flagged = []
clean = []
"""


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT.parent / "shared/data/news-de-en")
    prose = paragraphs(folder)[:MEGABYTE]
    words = [word.lower() for word in prose.split() if word.isalpha() and word.isascii()]
    with tempfile.TemporaryDirectory() as place:
        os.environ["QA_CACHE_DIR"] = f"{place}/cache"
        article = Path(place, "article.txt")
        article.write_text(prose, encoding="utf-8")
        rows = [measured(size, words, article) for size in SIZES]
    few, many = rows
    figures = {"rows": rows, "ratio": many["seconds"] / few["seconds"]}
    target = ROOT / "corpora/evaluation/glossary-size.json"
    target.write_bytes(json.format(json.encode(figures), indent=1) + b"\n")
    print(figures)


def measured(size: int, words: list[str], article: Path) -> dict[str, float]:
    glossary = article.with_name(f"{size}.toml")
    glossary.write_text(made(size, words), encoding="utf-8")
    command = ["qa", "check", "--no-cache", article, "--language", "en", "--glossary", glossary]
    seconds = [timed([*command, "--fail-on", "never"]) for _ in range(RUNS + 1)]
    loading = [timed([sys.executable, "-c", LOADING, glossary]) for _ in range(RUNS)]
    nothing = [timed([sys.executable, "-c", IMPORTING, glossary]) for _ in range(RUNS)]
    return {
        "entries": size,
        "seconds": statistics.median(seconds[1:]),
        "loading": statistics.median(loading) - statistics.median(nothing),
    }


IMPORTING = """
import gc, sys; gc.disable()
from pathlib import Path
from qa.glossary import reading
"""
LOADING = IMPORTING + "reading.read(Path(sys.argv[1]))"


def made(size: int, words: list[str]) -> str:
    choice = random.Random(size)  # noqa: S311 - a choice of entries is no secret
    common = {word for word, _ in Counter(words).most_common(COMMON)}
    patterns: list[str] = []
    while len(patterns) < size:
        found = run(words, choice)
        if not common.issuperset(found):
            patterns.append(" ".join(found))
    entries = (ENTRY.format(number=n, pattern=one) for n, one in enumerate(patterns))
    return 'name = "large"\norigin = "de"\nlanguage = "en"\n' + "".join(entries)


def run(words: list[str], choice: random.Random) -> list[str]:
    start = choice.randrange(len(words) - 2)
    return [*words[start : start + choice.choice((1, 2))], choice.choice(words)]


def timed(command: list[object]) -> float:
    started = time.perf_counter()
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
