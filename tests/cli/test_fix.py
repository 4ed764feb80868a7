from pathlib import Path

import pytest
from typer.testing import CliRunner

from qa.cli.main import app

TEXT = "The Ukraine also uses drones. Since five years the harbour waits.\n"
RUN = CliRunner()


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def options(article: Path, *further: str) -> list[str]:
    return ["fix", str(article), "--language", "en", "--origin", "de", *further]


def test_a_dry_run_shows_a_diff_and_changes_nothing(article: Path) -> None:
    result = RUN.invoke(app, options(article))
    assert result.exit_code == 1
    assert "-The Ukraine also uses drones." in result.output
    assert "+Ukraine also uses drones. For five years the harbour waits." in result.output
    assert article.read_text(encoding="utf-8") == TEXT


def test_safe_writes_and_a_second_run_has_nothing_to_do(article: Path) -> None:
    assert RUN.invoke(app, options(article, "--safe")).exit_code == 0
    fixed = article.read_text(encoding="utf-8")
    assert fixed == "Ukraine also uses drones. For five years the harbour waits.\n"
    again = RUN.invoke(app, options(article, "--dry-run"))
    assert again.exit_code == 0
    assert again.output == f"{article}: 0 replacements\n"


def test_answers_choose_write_leave_and_stop(article: Path) -> None:
    article.write_text("The Ukraine met. The Ukraine left. The Ukraine won. The Ukraine lost.\n")
    result = RUN.invoke(app, options(article, "--interactive"), input="1\nn\nKyiv\nq\n")
    assert result.exit_code == 0
    assert article.read_text() == "Ukraine met. The Ukraine left. Kyiv won. The Ukraine lost.\n"


def test_standard_input_is_corrected_to_standard_output() -> None:
    result = RUN.invoke(app, ["fix", "-", "--safe", "--language", "en"], input=TEXT)
    assert result.stdout.startswith("Ukraine also uses drones.")
    assert "replacement" in result.stderr


def test_two_modes_at_once_are_refused(article: Path) -> None:
    result = RUN.invoke(app, options(article, "--safe", "--interactive"))
    assert "exclude each other" in str(result.exception)
