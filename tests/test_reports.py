"""Outputs whose names the tests of formats have, too: Markdown and JSON lines."""

from pathlib import Path

import pytest
from finding_reports import NAME, checked, rendered, written
from markdown_it import MarkdownIt
from msgspec import json

from qa.findings import Report


def page(report: Report) -> str:
    return str(MarkdownIt("gfm-like", {"linkify": False}).render(rendered("markdown", report)))


def test_the_table_shows_awkward_text_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    name = written(tmp_path, "TODO | `x` *y* <script>alert(1)</script> [x](y)", "a|b `c` <i>.txt")
    html = page(checked(name, select=("placeholder", "leftover-markup")))
    assert "a|b `c` &lt;i&gt;.txt:1:1" in html
    assert "<script>" not in html
    rows = html.count("<tr>")
    assert html.count("<td") % (rows - 2) != 1
    assert rows >= 4


def test_totals_budgets_and_unread_files_open_the_page(report: Report) -> None:
    text = rendered("markdown", report)
    assert text.startswith("## ❌ qa\n")
    html = page(report)
    assert "1 known from the baseline" in html
    assert "<strong>not checked</strong>: missing.txt" in html
    assert html.count("<strong>budget</strong>") == 2
    assert f"{NAME}:3:19" in html


def test_a_clean_run_is_said_to_be_clean(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    clean = rendered("markdown", checked(written(tmp_path, "They left early.\n", "a.txt")))
    assert clean.startswith("## ✅ qa\n")
    assert "|" not in clean


def test_a_great_many_findings_end_in_a_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    name = written(tmp_path, "In town they saw the the mayor.\n\n" * 520, "a.txt")
    text = rendered("markdown", checked(name, select=("repeated-word",)))
    assert text.endswith("\n… and 20 more.\n")
    assert len(text.encode()) < 1 << 20


def test_a_document_a_line_and_then_the_budgets(report: Report) -> None:
    lines = [json.decode(line) for line in rendered("jsonl", report).splitlines()]
    assert [line.get("path") for line in lines] == [NAME, "clean.txt", None, None]
    assert [line["breach"]["budget"] for line in lines[2:]] == ["warning", "no-worse-than"]
