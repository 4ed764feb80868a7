import json

import pytest
from bilingual_texts import document_of, in_parts, omitted, pairs, pairs_of, places
from conformance import flagged, place
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import QAError
from qa.formats import read_text


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
