"""What a result depends on."""

from pathlib import Path

import pytest
from conftest import GLOSSARY

from qa import registry, settings
from qa.config import Config, FailOn, Options
from qa.errors import QAError


def test_the_manuals_are_those_of_all_checks() -> None:
    known = {name: check.manual.docstring.strip() for name, check in registry.all_checks().items()}
    assert settings.manuals() == known


def test_the_essence_leaves_out_what_changes_no_finding(tmp_path: Path) -> None:
    assert settings.essence(Config(fail_on=FailOn.NOTE)) == settings.essence(Config())
    assert settings.essence(Config(origin="de")) != settings.essence(Config())
    glossary = tmp_path / "house.toml"
    glossary.write_text(GLOSSARY, encoding="utf-8")
    with_glossary = settings.essence(Config(glossaries=(str(glossary),)))
    assert str(tmp_path).encode() not in with_glossary
    glossary.with_suffix(".rates.json").write_text("{}", encoding="utf-8")
    assert settings.essence(Config(glossaries=(str(glossary),))) != with_glossary


def test_the_signature_is_made_of_each_different_setting_once() -> None:
    one, two = Config(origin="de"), Config(origin="fr")
    assert settings.signature([one, two, one]) == settings.signature([two, one])
    assert settings.signature([one]) != settings.signature([two])


def test_the_file_whose_settings_are_wrong_is_named() -> None:
    with pytest.raises(QAError, match=r"the configuration for in/a\.txt: there is no check 'dahs'"):
        settings.require_sound({"in/a.txt": Config(ignore=("dahs",))}, Options())
    with pytest.raises(QAError, match="the command line: "):
        settings.require_sound({}, Options(ignore=("dahs",)))
