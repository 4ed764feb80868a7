"""What 100,000 concepts cost: every command of `qa glossary`, and `qa check`, once each.

    python tests/benchmarks/termbase_size.py

Concepts have a German and an English term of words made up at random, every tenth a deprecated one
beside it, a domain and a definition. Seconds are of the processor; `waited` are those on the clock,
which other work on the machine stretches. The first `qa check` makes ready what later ones find
kept. Writes `corpora/evaluation/termbase-size.json`.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from msgspec import json
from msgspec.structs import replace
from speed import ROOT

from qa.terminology import writing
from qa.terminology.model import Concept, Status, Term, Termbase

SIZE = 100_000
LETTERS = "bdfghjklmnprstvwz", "aeiou"
DOMAINS = ("politics", "sport", "economy", "culture")
FLAGS = ["--fail-on", "never", "--quiet", "--language", "en"]
COMMANDS = (
    ("list", "list house.toml --format tsv"),
    ("show", "show house.toml c050000"),
    ("stats", "stats house.toml"),
    ("add", "add house.toml --term en=lighthouse --dry-run"),
    ("edit", "edit house.toml c050000 --note checked --dry-run"),
    ("retire", "retire house.toml c050000 --dry-run"),
    ("remove", "remove house.toml c050000 --dry-run"),
    ("format", "format house.toml --dry-run"),
    ("lint", "lint house.toml"),
    ("test", "test house.toml"),
    ("diff", "diff house.toml theirs.toml"),
    ("merge", "merge house.toml mine.toml theirs.toml -o merged.toml"),
    ("impact", "impact house.toml theirs.toml articles"),
    ("suggest", "suggest pairs.tsv --languages en-de --glossary house.toml"),
    ("export to TBX", "export house.toml out.tbx"),
    ("export to CSV", "export house.toml out.csv"),
    ("export to JSON", "export house.toml out.json"),
    ("export to PO", "export house.toml out.po --language en:de"),
    ("export to XLSX", "export house.toml out.xlsx"),
    ("import of TBX", "import out.tbx new.toml --dry-run"),
    ("import of CSV", "import out.csv new.toml --dry-run"),
    ("import of JSON", "import out.json new.toml --dry-run"),
    ("import of PO", "import out.po new.toml --dry-run"),
    ("import of XLSX", "import out.xlsx new.toml --dry-run"),
)


def main() -> None:
    rows = []
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        os.environ["QA_CACHE_DIR"] = str(folder / "cache")
        # By another process: the memory of this one would be counted as that of the commands.
        subprocess.run([sys.executable, __file__, str(folder)], check=True)
        check = [*FLAGS, "articles/article.txt"]
        rows.append(
            measured("check, with no glossary", ["qa", "check", "--no-cache", *check], folder)
        )
        check += ["--glossary", "house.toml"]
        rows.append(
            measured("check, the first time", ["qa", "check", "--no-cache", *check], folder)
        )
        rows.append(measured("check", ["qa", "check", "--no-cache", *check], folder))
        for name, command in COMMANDS:
            rows.append(measured(name, ["qa", "glossary", *command.split()], folder))
            print(rows[-1], flush=True)
    target = ROOT / "corpora/evaluation/termbase-size.json"
    figures = {"concepts": SIZE, "rows": rows}
    target.write_bytes(json.format(json.encode(figures), indent=1) + b"\n")


def prepare(folder: Path) -> None:
    """Write a glossary, two changed copies, an article and pairs of sentences."""
    choice = random.Random(1)  # noqa: S311 - made-up words are no secret
    concepts = tuple(made(choice))
    mine = replace(concepts[10], note="ours")
    theirs = replace(concepts[99], terms={**concepts[99].terms, "en": (Term("minister"),)})
    for name, other in (("house", None), ("mine", mine), ("theirs", theirs)):
        kept = tuple(other if other and one.id == other.id else one for one in concepts)
        text = writing.termbase(Termbase("house", kept))
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    (folder / "articles").mkdir()
    article = (ROOT / "corpora/samples/article.txt").read_bytes()
    (folder / "articles/article.txt").write_bytes(article)
    (folder / "pairs.tsv").write_text("The lake froze\tDer See gefror\n" * 50, encoding="utf-8")


def made(choice: random.Random) -> Iterator[Concept]:
    for number in range(SIZE):
        german = (Term(word(choice).capitalize() + word(choice)),)
        english: tuple[Term, ...] = (Term(f"{word(choice)} {word(choice)}"),)
        if number % 10 == 0:
            old = Term(f"{word(choice)} {word(choice)}", Status.DEPRECATED)
            english = (*english, old)
        definition = f"The {word(choice)} of a {word(choice)} that is in the {word(choice)}."
        terms = {"de": german, "en": english}
        yield Concept(f"c{number:06}", terms, choice.choice(DOMAINS), definition)


def word(choice: random.Random) -> str:
    return "".join(
        choice.choice(letters) for _ in range(choice.randint(2, 4)) for letters in LETTERS
    )


def measured(name: str, command: list[str], folder: Path) -> dict[str, str | float]:
    found = run(command, folder)
    return {"command": name, **dict(zip(("seconds", "waited", "megabytes"), found, strict=True))}


def run(command: list[str], folder: Path) -> tuple[float, float, float]:
    """Run a command; return seconds of the processor and on the clock, and most MB of memory."""
    started = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    told = process.stderr.read() if process.stderr else b""
    _, status, used = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) > 1:
        sys.exit(f"{' '.join(command)}: {told.decode()}")
    seconds = used.ru_utime + used.ru_stime
    return round(seconds, 2), round(time.perf_counter() - started, 2), used.ru_maxrss // 1000


if __name__ == "__main__":
    prepare(Path(sys.argv[1])) if sys.argv[1:] else main()
