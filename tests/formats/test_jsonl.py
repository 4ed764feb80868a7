"""Articles as lines of JSON, of which a file may have any number."""

from pathlib import Path

import pytest

from qa.errors import QAError
from qa.formats import decoding, jsonl


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
