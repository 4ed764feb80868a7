"""Glossaries go to other tools and come from them by command."""

from pathlib import Path

from conftest import Program

TERMS = "id,en,de,status,note\nquay,quay,Kai,preferred,nautical\nbank,bank,Ufer,forbidden,\n"


def test_a_list_becomes_a_glossary_and_a_tbx_file_and_comes_back(
    program: Program, tmp_path: Path
) -> None:
    (tmp_path / "terms.csv").write_text(TERMS, encoding="utf-8")
    tried = program("glossary", "import", "terms.csv", "house.toml", "--dry-run", cwd=tmp_path)
    assert tried.returncode == 0, tried.stderr
    assert '+id = "quay"' in tried.stdout
    assert not (tmp_path / "house.toml").exists()
    made = program("glossary", "import", "terms.csv", "house.toml", cwd=tmp_path)
    assert made.stderr == "house.toml: 2 added, 0 merged, 0 unchanged, 0 conflicts\n"
    out = program("glossary", "export", "house.toml", "house.tbx", cwd=tmp_path)
    assert out.returncode == 0
    assert "not held: status, kept as a note (1): bank: forbidden: Ufer" in out.stderr
    back = program("glossary", "import", "house.tbx", "house.toml", cwd=tmp_path)
    assert back.stderr == "house.toml: 0 added, 0 merged, 2 unchanged, 0 conflicts\n"


def test_a_file_of_no_known_format_is_refused(program: Program, tmp_path: Path) -> None:
    ran = program("glossary", "import", "terms.doc", "house.toml", cwd=tmp_path)
    assert ran.returncode == 2
    assert "no exchange format for a file called 'terms.doc'" in ran.stderr
