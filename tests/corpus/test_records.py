import lzma
from pathlib import Path

import msgspec
import pytest

from qa import corpus
from qa.corpus import Kind
from qa.errors import QAError


def write(path: Path, *records: object) -> None:
    path.write_bytes(b"\n".join(msgspec.json.encode(record) for record in records))


def test_a_line_of_a_text_file_is_a_document(tmp_path: Path) -> None:
    (tmp_path / "2011.native.txt").write_text("A boat.\n\nA  dog.\n", encoding="utf-8")
    with lzma.open(tmp_path / "2011.roundtrip-x.txt.xz", "wt", encoding="utf-8") as file:
        file.write("A ship.\nA hound.\n")
    native, dog, ship, hound = corpus.read(tmp_path, "en")
    assert (native.text, dog.text) == ("A boat.", "A dog.")
    assert (ship.kind, ship.system, ship.year) == (Kind.ROUND_TRIP, "roundtrip-x", 2011)
    assert (native.document, dog.document) == (ship.document, hound.document)


def test_translations_and_originals_never_share_a_document(tmp_path: Path) -> None:
    (tmp_path / "2011.native.txt").write_text("A boat.", encoding="utf-8")
    (tmp_path / "2011.human.txt").write_text("A skiff.", encoding="utf-8")
    human, native = corpus.read(tmp_path, "en")
    assert human.document != native.document


def test_the_three_shapes_of_records_are_read(tmp_path: Path) -> None:
    write(
        tmp_path / "set.jsonl",
        {"text": "One.", "label": "human", "year": 2004, "document": "a", "origin": "fr"},
        {"lang": "en", "docid": "b", "year": "2004-2005", "text": ["Two.", "Three."]},
        {"lang": "de", "source": "s", "docid": "b", "year": 2004, "text": ["Vier."]},
        {
            "year": 2022, "lp": "de-en", "docid": "c", "src": ["Eins."],
            "refs": {"A": ["Four."], "B": ["Five."]}, "hyps": {"engine": ["Six."], "gap": [None]},
            "suspected_post_edited": ["B"],
        },
        {"year": 2022, "lp": "en-de", "docid": "d", "src": ["Seven."]},
    )  # fmt: skip
    found = {sample.text: sample for sample in corpus.read(tmp_path, "en")}
    assert {text: sample.kind for text, sample in found.items()} == {
        "One.": "human", "Two. Three.": "native", "Four.": "human", "Six.": "machine",
        "Seven.": "native",
    }  # fmt: skip
    assert found["Four."].document == found["Six."].document
    assert (found["Four."].origin, found["One."].origin) == ("de", "fr")
    assert found["Two. Three."].year == 2004


def test_the_same_text_is_read_once(tmp_path: Path) -> None:
    record = {"text": "One.", "label": "native", "year": 2004}
    write(tmp_path / "set.jsonl", record, record)
    assert len(corpus.read(tmp_path, "en")) == 1


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("notes.txt", b"A boat.", "the name is not"),
        ("2001.txt", b"A boat.", "the name is not"),
        ("set.jsonl", b"{\n", r"set\.jsonl:1"),
        ("set.jsonl", b'{"text": 3}\n', r"set\.jsonl:1"),
        ("2001.native.txt", b"\xff\xfe", "cannot be read"),
        ("2001.native.txt.xz", b"no archive", "cannot be read"),
        ("2001.native.txt", b"\n\n", "no text in 'en'"),
    ],
)
def test_a_bad_file_is_named(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(QAError, match=message):
        corpus.read(tmp_path, "en")


def test_a_folder_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(QAError, match="not a folder"):
        corpus.read(tmp_path / "none", "en")


def test_files_are_known_by_their_hash(tmp_path: Path) -> None:
    (tmp_path / "2011.native.txt").write_bytes(b"")
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert corpus.digests(tmp_path) == {"2011.native.txt": empty}


def test_a_text_in_another_language_than_its_original_is_a_translation(tmp_path: Path) -> None:
    write(
        tmp_path / "set.jsonl",
        {"lang": "pt-BR", "origlang": "en", "docid": "a", "text": ["Um barco."]},
        {"lang": "pt", "origlang": "pt", "docid": "b", "text": ["Um navio."]},
    )
    boat, ship = corpus.read(tmp_path, "pt")
    assert (boat.kind, boat.origin) == (Kind.HUMAN, "en")
    assert (ship.kind, ship.origin) == (Kind.NATIVE, None)


def test_a_text_file_of_any_name_is_what_the_reader_is_told(tmp_path: Path) -> None:
    (tmp_path / "harbour.txt").write_text("A boat.\n\nA dog.\n", encoding="utf-8")
    (found,) = corpus.read(tmp_path, "en", Kind.HUMAN)
    assert (found.text, found.kind, found.document) == ("A boat. A dog.", Kind.HUMAN, "harbour")
