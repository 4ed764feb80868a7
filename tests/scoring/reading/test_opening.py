import codecs
import gzip
import io
import lzma
from pathlib import Path

import pytest

from qa.errors import QAError
from qa.scoring.reading import opening

LINES = ["Drei Äpfel\n", "zwei\u2028Birnen\n", "eine Nuss"]
TEXT = "".join(LINES)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", TEXT.encode()),
        ("b.txt", codecs.BOM_UTF8 + TEXT.encode()),
        ("c.txt", TEXT.encode("utf-16")),
        ("d.txt", codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be")),
        ("e.txt.gz", gzip.compress(TEXT.encode(), mtime=0)),
        ("f.xz", lzma.compress(TEXT.encode())),
    ],
)
def test_lines_end_at_line_feeds_in_every_encoding_and_packing(
    tmp_path: Path, name: str, data: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert list(opening.lines(str(path))) == LINES
    assert opening.content(str(path)) == TEXT


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert list(opening.lines("-")) == LINES


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.txt", b"good\nb\xe4d\n", "a.txt:2: is not valid UTF-8: byte 0xe4"),
        ("b.txt", b"PK\x03\x04\0\0", "binary"),
        ("c.gz", b"no archive", "cannot be read"),
        ("d.gz", gzip.compress(TEXT.encode(), mtime=0)[:-9], "cannot be read"),
        ("e.xz", b"no archive", "cannot be read"),
        ("f.xz", lzma.compress(TEXT.encode())[:-9], "cannot be read"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(
    tmp_path: Path, name: str, data: bytes, expected: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(QAError, match=expected):
        list(opening.lines(str(path)))


def test_a_missing_file_and_a_directory_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path):
        with pytest.raises(QAError):
            list(opening.lines(str(path)))


def test_an_archive_that_unpacks_without_end_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "LIMIT", 1000)
    path = tmp_path / "bomb.gz"
    path.write_bytes(gzip.compress(b"\n" * 5000, mtime=0))
    with pytest.raises(QAError, match="larger than"):
        list(opening.lines(str(path)))


def test_the_suffix_that_counts_is_the_one_before_the_packing() -> None:
    assert opening.suffix("x/a.TSV.gz") == ".tsv"
    assert opening.suffix("a.jsonl") == ".jsonl"
    assert opening.suffix("a.xz") == ""
    assert opening.suffix("-") == ""
