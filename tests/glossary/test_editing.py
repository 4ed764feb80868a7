"""Drafts are appended to a glossary; what stands there stays."""

from pathlib import Path

import pytest

from qa.errors import QAError
from qa.glossary import reading
from qa.glossary.editing import with_drafts
from qa.glossary.mining import Candidate
from qa.glossary.termbase import load


def candidate(phrase: str) -> Candidate:
    return Candidate(phrase, 100.0, 2.0, 50.0, 30.0, 9, 3, (), ())


def test_a_glossary_is_made_with_its_drafts(tmp_path: Path) -> None:
    path = tmp_path / "House style.toml"
    with_drafts(path, [candidate("in view of")], "de", "en").save()
    (entry,) = load(path).entries
    assert (load(path).name, entry.id, entry.draft) == ("house-style", "in-view-of", True)
    assert entry.match == ('"in" "view" "of"',)
    assert reading.read(path).hints.anchors == {}


def test_what_people_wrote_stays(tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    with_drafts(path, [candidate("in view of")], "de", "en").save()
    before = path.read_text(encoding="utf-8") + "# mine\n"
    path.write_text(before, encoding="utf-8")
    with_drafts(path, [candidate("in view of"), candidate("l'heure")], "de", "en").save()
    assert path.read_text(encoding="utf-8").startswith(before)
    assert [entry.id for entry in load(path).entries] == ["in-view-of", "l-heure"]


def test_another_language_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    with_drafts(path, [candidate("in view of")], "de", "en").save()
    with pytest.raises(QAError, match="is for 'en', not 'fr'"):
        with_drafts(path, [candidate("au niveau de")], "en", "fr")
