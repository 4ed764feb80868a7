"""Several glossaries at once."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from glossaries import concept, entry, term

import qa
from qa.batch import check_paths
from qa.config import Config, Options
from qa.errors import QAError
from qa.glossary.termbase import Scope
from qa.terminology import writing
from qa.terminology.model import Concept
from qa.terminology.scoping import require

TEXT = "The pool was full, and so was the tank. A lake is not a puddle, says the mayor."
POOL = concept("pool", en=["pond", term("pool", "forbidden")])


@pytest.fixture
def glossary(tmp_path: Path) -> "Glossaries":
    return Glossaries(tmp_path)


class Glossaries:
    """Glossary files in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def made(
        self, name: str, *concepts: Concept, scope: Scope = Scope.HOUSE, phrases: str = ""
    ) -> str:
        head = writing.head(name, scope) + ('origin = "de"\nlanguage = "en"\n' if phrases else "")
        path = self.folder / f"{name}.toml"
        path.write_text("\n".join((head, *map(writing.concept, concepts))) + phrases, "utf-8")
        return str(path)


def said(paths: Sequence[str]) -> list[tuple[str, str | None]]:
    config = Config(glossaries=tuple(paths), select=("unwanted-term", "suspect-phrase"))
    report = qa.check(TEXT, language="en", config=config)
    return [(one.text, one.entry) for one in report.findings]


def test_every_glossary_is_looked_for(glossary: Glossaries) -> None:
    house = glossary.made("house", POOL, phrases=entry("tank", "tank", "x", "A tank."))
    desk = glossary.made("desk", concept("mud", en=["mud", term("puddle", "deprecated")]))
    assert said([house, desk]) == [
        ("pool", "house/pool"),
        ("tank", "house/tank"),
        ("puddle", "desk/mud"),
    ]


def test_the_narrower_glossary_goes_first_whatever_the_order(glossary: Glossaries) -> None:
    house = glossary.made("house", POOL)
    desk = glossary.made("desk", concept("swimming", en="pool"), scope=Scope.DESK)
    assert said([house, desk]) == said([desk, house]) == []


def test_of_two_as_wide_the_later_goes_first(glossary: Glossaries) -> None:
    one = glossary.made("one", POOL)
    other = glossary.made("other", concept("swimming", en="pool"))
    assert said([one, other]) == []
    assert said([other, one]) == [("pool", "one/pool")]


def test_a_concept_gives_way_to_one_of_the_same_id(glossary: Glossaries) -> None:
    house = glossary.made("house", POOL)
    article = glossary.made("article", concept("pool", en="pond"), scope=Scope.ARTICLE)
    assert said([house, article]) == []


def test_a_suspect_phrase_gives_way_to_one_of_the_same_id(glossary: Glossaries) -> None:
    house = glossary.made("house", phrases=entry("water", "tank", "x", "A tank."))
    desk = glossary.made("desk", phrases=entry("water", "lake", "x", "A lake."), scope=Scope.DESK)
    assert said([house, desk]) == [("lake", "desk/water")]


def test_a_draft_does_not_go_before_anything(glossary: Glossaries) -> None:
    house = glossary.made("house", POOL)
    draft = Concept("pool", POOL.terms, draft=True)
    assert said([house, glossary.made("desk", draft, scope=Scope.DESK)]) == [("pool", "house/pool")]


def test_a_folder_has_a_glossary_of_its_own(glossary: Glossaries, tmp_path: Path) -> None:
    glossary.made("house", POOL)
    glossary.made("sport", concept("swimming", en="pool"), scope=Scope.DESK)
    (tmp_path / "qa.toml").write_text(
        'glossaries = ["house.toml"]\nselect = ["unwanted-term"]\n'
        '[[override]]\npaths = ["sport/*"]\nglossaries = ["sport.toml"]\n'
    )
    for folder in ("sport", "news"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(TEXT, "utf-8")
    paths = [str(tmp_path / one / "a.txt") for one in ("sport", "news")]
    report = check_paths(paths, Options(language="en"))
    assert [len(one.findings) for one in report.documents] == [0, 1]


def test_a_concept_can_be_ignored_by_its_name(glossary: Glossaries) -> None:
    house = glossary.made("house", POOL)
    config = Config(glossaries=(house,), ignore=("house/pool",), select=("unwanted-term",))
    (found,) = qa.check(TEXT, language="en", config=config).findings
    assert found.suppressed == "configuration"
    require("house/pool", [Path(house)])
    with pytest.raises(QAError, match="no entry 'house/lake'"):
        require("house/lake", [Path(house)])


def test_a_file_of_another_tool_is_no_glossary_yet(tmp_path: Path) -> None:
    (tmp_path / "terms.tbx").write_text("<martif/>")
    with pytest.raises(QAError, match="is no glossary file") as caught:
        said([str(tmp_path / "terms.tbx")])
    assert "qa glossary import" in (caught.value.hint or "")
