"""A source knows where it is read from and what it is called."""

import os
from pathlib import Path

import pytest
from msgspec import msgpack

from qa.batch import sources
from qa.batch.sources import Source
from qa.errors import QAError
from qa.findings import Failure


def test_a_name_that_is_no_text_is_shown_with_escapes_and_still_read(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9\n.txt"
    Path(os.fsdecode(path)).write_text("Words.", encoding="utf-8")
    source = msgpack.decode(msgpack.encode(Source(path)), type=Source)
    assert source.name.endswith("caf\\xe9\n.txt")
    (document,) = source.parts(source.read(), None)
    assert document.content == "Words."


def test_what_cannot_be_read_stands_where_it_was_asked_for() -> None:
    (first, second) = sources.of_files([QAError("x: is odd", "a hint"), "a.txt"], [0, 1])
    assert first == Failure("", "x: is odd", "a hint")
    assert second == Source(b"a.txt", 1)


def test_lines_are_sources_and_a_file_that_ends_badly_keeps_those_before(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"id": "x", "text": "Words."}\n')
    line, failure = sources.of_lines([str(path), str(tmp_path / "missing")], [0, 0])
    assert isinstance(line, Source)
    assert [one.path for one in line.parts(line.read(), None)] == ["x"]
    assert isinstance(failure, Failure)
    assert "no such file" in failure.message


def test_a_large_file_that_comes_in_parts_is_not_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("source\ttarget\n" + "ein Wort\ta word\n" * 5_000, encoding="utf-8")
    source = Source(os.fsencode(path))
    (whole,) = source.parts(source.read(), None)
    monkeypatch.setattr(sources, "_HELD", 1_000)
    assert source.read() is None
    parts = list(source.parts(None, "en"))
    assert len(parts) == 3
    assert "".join(part.content for part in parts) == whole.content
