"""``qa detect``: verdicts without findings, for files and for JSON lines."""

import json
from pathlib import Path

from conftest import ROOT, Program

SAMPLE = ROOT / "corpora" / "samples" / "article.txt"


def test_a_document_has_a_verdict_and_no_findings(program: Program) -> None:
    ran = program("detect", str(SAMPLE), "--language", "en", "--format", "json")
    (document,) = json.loads(ran.stdout)["documents"]
    assert ran.returncode == 0
    assert document["findings"] == []
    assert 0 <= document["verdict"]["probability"] <= 1


def test_json_lines_come_back_in_order(program: Program, tmp_path: Path) -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    lines = [{"id": 1, "text": text, "language": "en"}, {"id": "b", "text": "Too short to tell."}]
    path = tmp_path / "texts.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    ran = program("detect", str(path), "--input-format", "jsonl", "--format", "jsonl")
    first, second = map(json.loads, ran.stdout.splitlines())
    assert (first["path"], second["path"]) == ("1", "b")
    assert first["verdict"]["probability"] is not None
    assert second["verdict"]["abstained"]


def test_a_malformed_line_is_named_and_the_others_are_read(
    program: Program, tmp_path: Path
) -> None:
    path = tmp_path / "texts.jsonl"
    path.write_text('{"id": "a", "text": "Well."}\n{"id": "b"}\nnot json\n', encoding="utf-8")
    ran = program("detect", str(path), "--input-format", "jsonl", "--format", "jsonl")
    assert ran.returncode == 2
    assert len(ran.stdout.splitlines()) == 1
    assert "texts.jsonl:2: Object missing required field `text`" in ran.stderr
    assert "texts.jsonl:3:" in ran.stderr


def test_text_in_another_script_than_that_of_its_language_is_refused(
    program: Program, tmp_path: Path
) -> None:
    path, texts = tmp_path / "harbour.txt", tmp_path / "texts.jsonl"
    russian = "В гавани было тихо, и никто не знал, где нам ждать. " * 20
    path.write_text(russian, encoding="utf-8")
    ran = program("detect", str(path), str(SAMPLE), "--language", "en", "--format", "jsonl")
    assert ran.returncode == 2
    assert "harbour.txt: its text is not in the script of 'en'" in ran.stderr
    assert len(ran.stdout.splitlines()) == 1
    lines = [{"id": "a", "text": russian}, {"id": "b", "text": "It was quiet."}]
    texts.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    told = ("--language", "en", "--input-format", "jsonl", "--format", "jsonl")
    ran = program("detect", str(texts), *told)
    assert ran.returncode == 2
    assert [json.loads(line)["path"] for line in ran.stdout.splitlines()] == ["b"]


def test_an_empty_file_is_named(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.write_text("", encoding="utf-8")
    ran = program("detect", str(path), "--language", "en", "--output", str(tmp_path / "out.txt"))
    assert ran.returncode == 2
    assert "empty.txt: is empty" in ran.stderr
