"""Settings are found upwards, read strictly, and errors show the line."""

from pathlib import Path

import pytest

from qa import config
from qa.config import Config, FailOn, Options
from qa.errors import QAError
from qa.findings import Severity


def written(folder: Path, text: str, name: str = "qa.toml") -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return str(folder / "desk" / "article.txt")


def test_the_nearest_file_upwards_counts(tmp_path: Path) -> None:
    path = written(tmp_path, 'language = "de"')
    (tmp_path / "desk").mkdir()
    assert config.load(path).language == "de"
    written(tmp_path / "desk", 'language = "fr"')
    config.find.cache_clear()
    assert config.load(path).language == "fr"


def test_pyproject_counts_only_with_its_table(tmp_path: Path) -> None:
    path = written(tmp_path, '[tool.other]\nlanguage = "de"', "pyproject.toml")
    assert config.load(path) == Config()
    config.find.cache_clear()
    written(tmp_path, '[tool.qa]\nfail-on = "note"', "pyproject.toml")
    assert config.load(path).fail_on is FailOn.NOTE


def test_a_file_named_on_the_command_line_wins(tmp_path: Path) -> None:
    path = written(tmp_path, 'language = "de"')
    other = tmp_path / "other.toml"
    other.write_text('language = "it"', encoding="utf-8")
    assert config.load(path, str(other)).language == "it"


@pytest.mark.parametrize(
    ("text", "said", "hint"),
    [
        ('langage = "en"', "qa.toml:1: unknown key 'langage'", "did you mean 'language'?"),
        ("\n[[override]]\npaths = []\nignor = []", "qa.toml:4: unknown key 'ignor'", "'ignore'"),
        ("language = 3", "qa.toml:1: Expected `str", None),
        ('language = "en', "qa.toml:1: ", None),
        ('fail-on = "never ever"', "qa.toml:1: Invalid enum value", None),
        ('[severity]\ndash = "fatal"', "qa.toml", None),
    ],
)
def test_a_mistake_is_shown_with_its_line(
    tmp_path: Path, text: str, said: str, hint: str | None
) -> None:
    with pytest.raises(QAError) as raised:
        config.load(written(tmp_path, text))
    assert said in raised.value.message
    assert (hint or "") in (raised.value.hint or "")


def test_an_override_holds_for_its_paths_only(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        'ignore = ["dash"]\n[[override]]\npaths = ["desk/*"]\norigin = "de"\n'
        'ignore = ["spacing"]\nseverity = {dash = "error"}',
    )
    inside, outside = config.load(path), config.load(str(tmp_path / "other.txt"))
    assert (inside.origin, inside.ignore) == ("de", ("dash", "spacing"))
    assert inside.severity == {"dash": Severity.ERROR}
    assert (outside.origin, outside.ignore) == (None, ("dash",))


def test_glossaries_are_looked_for_beside_the_settings(tmp_path: Path) -> None:
    assert config.load(written(tmp_path, 'glossaries = ["house.toml"]')).glossaries == (
        str(tmp_path / "house.toml"),
    )


def test_options_win_and_ids_to_ignore_add_up() -> None:
    settings = Config(language="de", ignore=("dash",), select=("spacing",))
    options = Options(language="en", ignore=("number-format",), select=("repeated-word",))
    combined = options.over(settings)
    assert combined.language == "en"
    assert combined.ignore == ("dash", "number-format")
    assert combined.select == ("repeated-word",)


@pytest.mark.parametrize(
    ("threshold", "severities"),
    [("note", {"note", "warning", "error"}), ("warning", {"warning", "error"}), ("never", set())],
)
def test_a_threshold_fails_from_its_severity_on(threshold: str, severities: set[str]) -> None:
    assert {one.value for one in Severity if FailOn(threshold).fails(one)} == severities


def test_a_pattern_names_the_source_of_every_file(tmp_path: Path) -> None:
    path = written(tmp_path, 'source = "../de/{stem}.txt"')
    assert config.load(path).source == str(tmp_path / "../de/article.txt")


def test_an_override_names_the_source_of_some_files(tmp_path: Path) -> None:
    path = written(tmp_path, '[[override]]\npaths = ["desk/*"]\nsource = "de/{name}.md"')
    assert config.load(path).source == str(tmp_path / "de/article.txt.md")
    assert config.load(str(tmp_path / "other.txt")).source is None
