"""A check or an entry named in ``ignore`` of a configuration file."""

import tomllib
from pathlib import Path

import pytest

from qa import config as configuration
from qa.errors import QAError
from qa.lsp.silencing import file_for, ignoring


@pytest.fixture(autouse=True)
def _fresh() -> None:
    configuration.find.cache_clear()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", 'ignore = ["dash"]\n'),
        ('language = "en"\n', 'language = "en"\nignore = ["dash"]\n'),
        ('language = "en"', 'language = "en"\nignore = ["dash"]\n'),
        ("ignore = []\n", 'ignore = ["dash"]\n'),
        ('ignore = ["spacing"] # ours\n', 'ignore = ["dash", "spacing"] # ours\n'),
        (
            'ignore = [ # since May\n  "spacing",\n]\n',
            'ignore = [\n  "dash", # since May\n  "spacing",\n]\n',
        ),
        ('ignore = [\n  "spacing",\n]\n', 'ignore = [\n  "dash",\n  "spacing",\n]\n'),
        ('ignore = ["dash"]\n', 'ignore = ["dash"]\n'),
        (
            '# The desk.\n\n[[override]]\npaths = ["*"]\nignore = ["spacing"]\n',
            'ignore = ["dash"]\n# The desk.\n\n[[override]]\npaths = ["*"]\nignore = ["spacing"]\n',
        ),
        ('language = "en"\r\n', 'language = "en"\r\nignore = ["dash"]\r\n'),
    ],
)
def test_one_more_name_is_added_and_nothing_else(tmp_path: Path, before: str, after: str) -> None:
    source = tmp_path / "qa.toml"
    source.write_bytes(before.encode())
    assert ignoring(source, "dash").after.decode() == after


def test_a_file_that_is_not_there_is_made(tmp_path: Path) -> None:
    edit = ignoring(tmp_path / "qa.toml", "de-en/handy")
    edit.save()
    assert tomllib.loads((tmp_path / "qa.toml").read_text()) == {"ignore": ["de-en/handy"]}


def test_the_table_of_a_project_takes_the_name(tmp_path: Path) -> None:
    source = tmp_path / "pyproject.toml"
    source.write_text('[project]\nname = "x"\n\n[tool.qa]\nlanguage = "en"\n\n[tool.z]\na = 1\n')
    after = tomllib.loads(ignoring(source, "dash").after.decode())
    assert after["tool"] == {"qa": {"language": "en", "ignore": ["dash"]}, "z": {"a": 1}}


@pytest.mark.parametrize(
    "text", ['"ignore" = ["spacing"]\n', 'note = """\nignore = ["x"]\n"""\n', "broken = \n"]
)
def test_what_would_take_a_person_is_left_alone(tmp_path: Path, text: str) -> None:
    source = tmp_path / "qa.toml"
    source.write_text(text)
    with pytest.raises(QAError):
        ignoring(source, "dash")


def test_the_nearest_file_counts_or_else_one_in_the_open_folder(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    desk.mkdir()
    article = str(desk / "a.md")
    assert file_for(article, None) == desk / "qa.toml"
    assert file_for(article, tmp_path) == tmp_path / "qa.toml"
    (desk / "pyproject.toml").write_text("[tool.qa]\n")
    configuration.find.cache_clear()
    assert file_for(article, tmp_path) == desk / "pyproject.toml"
