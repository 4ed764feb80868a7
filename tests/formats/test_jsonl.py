import json
from pathlib import Path

import pytest
from bilingual_texts import document_of, in_parts, omitted, pairs, pairs_of, places
from conformance import flagged, place
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import QAError
from qa.formats import decoding, jsonl, read_text


def test_strings_are_placed_behind_what_is_escaped() -> None:
    line = r'{"src": "T\u00fcr", "tgt": "a \"red\" \ud83d\ude00 door", "src_lang": "de"}'
    document = document_of(line, ".jsonl")
    assert pairs(document) == [("Tür", 'a "red" 😀 door')]
    assert flagged(document, '"red"') == r"\"red\""
    assert place(document, "door") == line.index("door")
    assert document.source
    assert document.source.language == "de"


def test_only_the_keys_of_the_object_itself_count() -> None:
    line = '{"meta": {"source": "no", "l": ["a", "b"]}, "n": 1, "source": "Tür", "target": "door"}'
    assert pairs_of(line, ".jsonl") == [("Tür", "door")]


def test_a_target_that_is_null_is_an_omission() -> None:
    content = '{"source": "Rad", "target": null}\n\n{"target": "door", "source": "Tür"}\n'
    document = document_of(content, ".jsonl")
    assert omitted(document) == ["Rad"]
    assert pairs(document) == [("Tür", "door")]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('{"source": "a", "target": "b"}\n[1]\n', "x.jsonl:2: Expected `object`"),
        ('{"text": "a"}\n', "x.jsonl:1: names no column of the source.*: 'text'"),
        ("[" * 100_000, "x.jsonl:1"),
    ],
)
def test_what_cannot_be_checked_is_refused_with_its_place(content: str, message: str) -> None:
    with pytest.raises(QAError, match=message):
        read_text(content, "x.jsonl", ".jsonl")


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=5), st.booleans())
def test_any_strings_are_read_as_json_has_them(texts: list[tuple[str, str]], ascii_: bool) -> None:
    kept = [("ein Satz", "a sentence"), *texts]
    content = "".join(
        json.dumps({"source": source, "target": target}, ensure_ascii=ascii_) + "\n"
        for source, target in kept
    )
    found = pairs_of(content, ".jsonl")
    assert found == [
        (source.strip(), target.strip())
        for source, target in kept
        if source.strip("\ufffc \n") and target.strip()
        if source.strip() and target.strip()
    ]


@given(st.integers(1, 14), st.integers(1, 100))
def test_parts_have_the_places_of_the_whole(size: int, block: int) -> None:
    content = "".join(f'{{"source": "Tür", "target": "é\\n {n} 𝄞"}}\n' for n in range(12))
    found = list(in_parts(content, ".jsonl", size, block))
    assert "".join(part.content for part in found) == content
    assert [at for part in found for at in places(part)] == places(document_of(content, ".jsonl"))


def test_lines_come_with_their_numbers_and_without_a_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"id": 1}\r\n\n{"id": 2}')
    assert list(jsonl.lines(str(path))) == [(1, b'{"id": 1}\r\n'), (3, b'{"id": 2}')]


def test_a_line_separator_inside_a_text_ends_no_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "a", "text": "One.\u2028Two."}\n', encoding="utf-8")
    ((number, line),) = jsonl.lines(str(path))
    assert jsonl.document(line, f"a:{number}").content == "One.\u2028Two."


def test_a_line_that_is_too_long_ends_the_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decoding, "LIMIT", 1_000_000)
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"{}\n" + b"a" * 1_000_001)
    lines = jsonl.lines(str(path))
    assert next(lines)[0] == 1
    with pytest.raises(QAError, match=r"a\.jsonl:2: is larger than 1 MB"):
        next(lines)


@pytest.mark.parametrize(
    "line", [b"{", b'{"id": 1}', b'{"id": 1, "text": 2}', b'{"id": 1, "text": "\xff"}', b"\xff"]
)
def test_what_is_no_article_is_a_users_error(line: bytes) -> None:
    with pytest.raises(QAError, match="a:7: ") as caught:
        jsonl.document(line, "a:7")
    assert caught.value.hint


def test_the_id_is_the_path_and_the_language_is_told() -> None:
    document = jsonl.document(b'{"id": 7, "text": "Worte.", "language": "de"}', "a:1")
    assert (document.path, document.language, document.content) == ("7", "de", "Worte.")
