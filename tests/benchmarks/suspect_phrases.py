"""Measure every built-in glossary, and keep the figures beside it.

    python tests/benchmarks/suspect_phrases.py ../shared/data [PAIR...]

Runs `qa glossary evaluate` for each pair with the folders of the data that hold native text of the
language, and text that was translated into it from the language of the pair. Entries were written
with this text at hand: later years and other outlets are the test.
"""

import subprocess
import sys
from pathlib import Path

CORPORA = Path(__file__).resolve().parents[2] / "corpora"
QA = Path(sys.executable).with_name("qa")


def main() -> None:
    data, *pairs = sys.argv[1:]
    for name in pairs or sorted(path.parent.name for path in CORPORA.glob("*/phrases.toml")):
        print(name, flush=True)
        folders = [*native(Path(data), name), *translated(Path(data), name)]
        subprocess.run([QA, "glossary", "evaluate", name, *folders, "--keep"], check=True)


def native(data: Path, pair: str) -> list[str]:
    language = pair.split("-")[1]
    folders = [data / "native" / language, data / "wmt-documents"]
    if language == "en":
        folders += [data / "news-de-en", data / "ntrex"]
    return [
        f"--native={folder}" for folder in folders if folder.is_dir() and holds(folder, language)
    ]


def translated(data: Path, pair: str) -> list[str]:
    origin = pair.split("-", maxsplit=1)[0]
    folders = [data / "wmt-documents"] if any((data / "wmt-documents").glob(f"*.{pair}.*")) else []
    if pair == "de-en":
        folders.append(data / "news-de-en")
    if origin == "en":
        folders.append(data / "ntrex")
    return [f"--translated={folder}" for folder in folders]


def holds(folder: Path, language: str) -> bool:
    """Tell whether a folder has text that was written in a language."""
    return folder.name != "wmt-documents" or any(folder.glob(f"*.{language}-*"))


if __name__ == "__main__":
    main()
