"""By meaning, sentences are aligned that share neither length nor letters."""

from collections.abc import Iterator, Sequence

import pytest

from qa import embeddings, formats
from qa.alignment.meaning import Meaning
from qa.alignment.search import align
from qa.alignment.sentences import split
from qa.errors import QAError

np = pytest.importorskip("numpy")

SOURCE = "Ja. Nein. Der Hafen ruht seit heute. Ein Hund bellt laut."
TARGET = "Yes. No. The dog barks."
MEANINGS = {"ja": 0, "yes": 0, "nein": 1, "no": 1, "hafen": 2, "hund": 3, "dog": 3}


def blocks(texts: Sequence[str]) -> Iterator[object]:
    """Yield a vector for each text, with a 1 for each of four things that it speaks of."""
    rows = np.zeros((len(texts), embeddings.DIMENSIONS))
    for row, text in zip(rows, texts, strict=True):
        for word in text.lower().replace(".", " ").split():
            if word in MEANINGS:
                row[MEANINGS[word]] = 1
    yield rows / np.maximum(1, np.linalg.norm(rows, axis=1, keepdims=True))


def test_meaning_finds_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embeddings, "require", lambda: None)
    monkeypatch.setattr(embeddings, "blocks", blocks)
    sides = [
        split(formats.read_text(text).segments, tag)
        for text, tag in ((SOURCE, "de"), (TARGET, "en"))
    ]
    found = align(Meaning(sides[0], sides[1], ("de", "en")))
    assert [(bead.m, bead.n) for bead in found] == [(1, 1), (1, 1), (1, 0), (1, 1)]


def test_without_the_encoder_it_says_which_extra_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embeddings, "find_spec", lambda _: None)
    with pytest.raises(QAError, match="'semantic' extra"):
        Meaning([], [], ("de", "en"))
