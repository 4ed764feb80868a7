from pathlib import Path

import pytest

from qa.errors import QAError
from qa.scoring.packed import Packed
from qa.scoring.reading.json_records import read


def written(folder: Path, content: str) -> str:
    path = folder / "records.jsonl"
    path.write_text(content, encoding="utf-8")
    return str(path)


def test_a_record_is_a_segment_and_may_have_several_references(tmp_path: Path) -> None:
    content = (
        '{"source": "Tag", "hypothesis": "Day", "references": ["day", "the day"], "score": 0.5}\n'
        "\n"
        '{"source": "Rad", "hypothesis": null, "references": ["bike"]}\n'
    )
    table = read(written(tmp_path, content))
    assert table.columns == {
        "source": Packed(("Tag", "Rad")),
        "hypothesis": Packed(("Day", None)),
        "references.1": Packed(("day", "bike")),
        "references.2": Packed(("the day", None)),
        "score": Packed(("0.5", None)),
    }
    assert list(table.lines) == [1, 3]


def test_a_record_with_lists_is_a_document(tmp_path: Path) -> None:
    content = (
        '{"docid": "d1", "src": ["eins", "zwei"], "refs": {"A": ["one", null]},'
        ' "hyps": {"X": ["1", "2"]}, "tags": []}\n'
    )
    assert read(written(tmp_path, content)).columns == {
        "docid": Packed(("d1", "d1")),
        "tags": Packed(("[]", "[]")),
        "src": Packed(("eins", "zwei")),
        "refs.A": Packed(("one", None)),
        "hyps.X": Packed(("1", "2")),
    }


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('{"text": "a"}\n{"text": \n', "jsonl:2: "),
        ('["a"]\n', "jsonl:1: "),
        ('{"text": ' + "[" * 100_000, "jsonl:1: "),
        ('{"src": ["a", "b"], "hyps": {"X": ["a"]}}\n', "jsonl:1: the lists differ in length"),
    ],
)
def test_the_line_that_is_no_record_is_named(tmp_path: Path, content: str, expected: str) -> None:
    with pytest.raises(QAError, match=expected):
        read(written(tmp_path, content))
