"""The text in an editor, checked as ``qa check`` would check the file."""

from pathlib import Path

import pytest
from conftest import ROOT

import qa
from qa.config import Options
from qa.errors import QAError
from qa.lsp import checking
from qa.lsp.checking import Checker, suffix_for


def test_the_findings_are_those_of_a_check_of_the_file() -> None:
    path = ROOT / "corpora" / "samples" / "article.txt"
    content = path.read_text(encoding="utf-8")
    checked = Checker().check(content, str(path), ".txt", Options(language="en", origin="de"))
    assert list(checked.findings) == list(qa.check(content, language="en", origin="de").findings)


def test_a_text_that_would_take_minutes_is_not_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "LIMIT", 10)
    with pytest.raises(QAError, match="larger"):
        Checker().check("more than ten", "/a.txt", ".txt", Options())


def test_a_source_is_looked_for_beside_the_text(tmp_path: Path) -> None:
    (tmp_path / "qa.toml").write_text('language = "en"\nsource = "{stem}.de.txt"\n')
    (tmp_path / "a.de.txt").write_text("Es kostet 40 Euro, sagte die Ministerin am Montag.")
    checked = Checker().check(
        "It costs 45 euros, the minister said on Monday.",
        str(tmp_path / "a.txt"),
        ".txt",
        Options(),
    )
    assert [one.text for one in checked.findings] == ["45"]


@pytest.mark.parametrize(
    ("path", "language", "suffix"),
    [
        ("/a/article.md", "plaintext", ".md"),
        ("/a/article.XLF", "xml", ".xlf"),
        ("", "markdown", ".md"),
        ("", "python", None),
        ("/a/COMMIT_EDITMSG", "gitcommit", None),
        ("/a/picture.docx", "plaintext", None),
        ("/a/thesis.tex", "latex", None),
        ("/a/settings.toml", "text", None),
    ],
)
def test_the_name_tells_the_format_or_else_the_editor(
    path: str, language: str, suffix: str | None
) -> None:
    assert suffix_for(path, language) == suffix
