"""Texts are encoded once, and kept in little room."""

import os
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from qa import embeddings
from qa.errors import QAError

np = pytest.importorskip("numpy")


class Stub(ModuleType):
    """Counts letters for an encoder, and remembers what it was asked."""

    def __init__(self) -> None:
        super().__init__(embeddings.PACKAGE)
        self.__spec__ = ModuleSpec(embeddings.PACKAGE, None)
        self.__version__ = "7"
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> Any:
        self.asked += texts
        counts = [[1 + text.count(chr(letter)) for letter in range(512)] for text in texts]
        return np.array(counts, np.float32)


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Stub:
    made = Stub()
    monkeypatch.setitem(sys.modules, embeddings.PACKAGE, made)
    monkeypatch.setenv("QA_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr(embeddings, "_encoder", lambda: made)
    return made


def vectors(texts: Sequence[str]) -> Any:
    return np.concatenate(list(embeddings.blocks(texts)))


def kept(folder: Path) -> list[Path]:
    return sorted((folder / "embeddings").iterdir())


def test_vectors_have_the_length_one_and_the_order_of_the_texts(stub: Stub) -> None:
    found = vectors(["a", "b", "a"])
    assert found.shape == (3, embeddings.DIMENSIONS)
    assert np.linalg.norm(found, axis=1) == pytest.approx([1, 1, 1])
    assert (found[0] == found[2]).all()
    assert (found[0] != found[1]).any()
    assert stub.asked == ["a", "b"]


@pytest.mark.usefixtures("stub")
def test_a_text_of_spaces_has_no_direction() -> None:
    assert vectors(["a", " \n"]).any(axis=1).tolist() == [True, False]


def test_a_second_run_encodes_nothing_and_gives_the_same(stub: Stub) -> None:
    first = vectors(["a", "b"])
    assert (vectors(["a", "b"]) == first).all()
    assert stub.asked == ["a", "b"]


def test_only_the_block_that_changed_is_encoded_again(
    stub: Stub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embeddings, "BLOCK", 2)
    vectors(["a", "b", "c", "d", "e"])
    stub.asked.clear()
    vectors(["a", "b", "c", "x", "e"])
    assert stub.asked == ["c", "x"]


def test_a_new_version_of_the_encoder_encodes_again(stub: Stub) -> None:
    vectors(["a"])
    stub.__version__ = "8"
    vectors(["a"])
    assert stub.asked == ["a", "a"]


def test_texts_are_told_apart_wherever_they_are_cut(stub: Stub) -> None:
    vectors(["ab", "c"])
    vectors(["a", "bc"])
    assert stub.asked == ["ab", "c", "a", "bc"]


def test_the_end_of_a_very_long_text_does_not_count(stub: Stub) -> None:
    vectors(["a" * 10_000_000])
    assert [len(text) for text in stub.asked] == [embeddings.LONGEST]


@pytest.mark.parametrize("damage", [lambda content: content[:-2], lambda content: content + b"xx"])
def test_what_is_damaged_is_made_anew(stub: Stub, tmp_path: Path, damage: Any) -> None:
    first = vectors(["a"])
    (path,) = kept(tmp_path)
    path.write_bytes(damage(path.read_bytes()))
    assert (vectors(["a"]) == first).all()
    assert stub.asked == ["a", "a"]


def test_a_folder_that_cannot_be_written_to_costs_time_only(
    stub: Stub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("QA_CACHE_DIR", str(tmp_path / "file"))
    assert vectors(["a"]).shape == vectors(["a"]).shape == (1, 512)
    assert stub.asked == ["a", "a"]


@pytest.mark.usefixtures("stub")
def test_the_least_recently_used_are_thrown_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embeddings, "ROOM", 2 * (2 * embeddings.DIMENSIONS + embeddings.DIGEST))
    vectors(["a"])
    (first,) = kept(tmp_path)
    vectors(["b"])
    (second,) = set(kept(tmp_path)) - {first}
    os.utime(first, (1_000, 1_000))
    os.utime(second, (2_000, 2_000))
    vectors(["a"])
    vectors(["c"])
    assert first in kept(tmp_path)
    assert second not in kept(tmp_path)
    assert len(kept(tmp_path)) == 2


def test_without_the_package_it_says_which_extra_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embeddings, "find_spec", lambda _: None)
    with pytest.raises(QAError, match="'semantic' extra") as caught:
        embeddings.require()
    assert caught.value.hint == "pip install 'qa[semantic]'"


def test_the_real_encoder_puts_translations_near_each_other(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pytest.importorskip(embeddings.PACKAGE, reason="the extra 'semantic' is not installed")
    monkeypatch.setenv("QA_CACHE_DIR", str(tmp_path))
    english, german, other = vectors(
        ["The cat sleeps in the kitchen.", "Die Katze schläft in der Küche.", "Prices fell again."]
    )
    assert english @ german > 0.7
    assert english @ other < 0.4
    (path,) = kept(tmp_path)
    assert path.stat().st_size == 3 * 2 * embeddings.DIMENSIONS + embeddings.DIGEST
