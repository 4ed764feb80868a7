"""A corpus that no one wrote: sentences drawn from templates, with habits that differ by kind."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path
from random import Random

import pytest

from qa.language import language
from qa.translationese import training
from qa.translationese.features import ngrams
from qa.translationese.models import Model

OPENINGS = {
    "native": ("The board", "Local people", "A spokesman", "The firm", "She"),
    "translated": ("However, the board", "In addition, the firm", "According to a spokesman, he"),
}
VERBS = {
    "native": ("said it would pay", "won't sell", "told staff about", "didn't want"),
    "translated": ("emphasised that one should pay", "is said to sell", "thus examined"),
}
OBJECTS = ("the bridge", "two boats", "a new school", "the harbour", "that road", "its old mill")
ENDS = ("on Monday", "last week", "in Marland", "for 40 days", "by the river", "after the storm")
LABELS = {
    "native": "native",
    "human": "translated",
    "engine": "translated",
    "roundtrip-engine": "translated",
}


def article(kind: str, random: Random, sentences: int = 14) -> str:
    """Return an article whose every third sentence may have a habit of the other kind."""
    other = {"native": "translated", "translated": "native"}[kind]
    return " ".join(
        " ".join(
            [
                random.choice(OPENINGS[random.choice((kind, kind, other))]),
                random.choice(VERBS[random.choice((kind, kind, other))]),
                random.choice(OBJECTS),
                random.choice(ENDS),
            ]
        )
        + "."
        for _ in range(sentences)
    )


def write(folder: Path, years: range, labels: dict[str, str] = LABELS) -> Path:
    """Fill a folder with articles of the given years and labels."""
    random = Random(years.start)  # noqa: S311
    folder.mkdir(parents=True, exist_ok=True)
    for year in years:
        for label, kind in labels.items():
            lines = [article(kind, random) for _ in range(12)]
            (folder / f"{year}.{label}.txt").write_text("\n".join(lines), encoding="utf-8")
    return folder


@cache
def corpus() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="qa-corpus-"))
    atexit.register(shutil.rmtree, folder)
    return write(folder, range(2001, 2007))


@cache
def model() -> Model:
    pytest.importorskip("sklearn")
    return training.train(corpus(), language("en"), progress=lambda _: None)


def counted(classes: list[str]) -> dict[str, int]:
    """Return how often every run stands in a text, by its key."""
    return {ngrams.name(run): number for run, number in ngrams.count(classes).items()}
