"""The page is one file that needs no network, and can be read without its script."""

import io
import re
from pathlib import Path

import pytest
from finding_reports import full, written
from msgspec.structs import replace
from outline import Outline

from qa.batch import Execution, check_paths
from qa.config import Options
from qa.findings import Report
from qa.reports import renderer, shows_articles
from qa.reports.html import writing

HOSTILE = "<script>alert(1)</script>\"'&</style><img src=x onerror=y>\u202e"


def page(report: Report) -> str:
    out = io.StringIO()
    renderer("html")(report, out)
    return out.getvalue()


def shown(*paths: Path, origin: str | None = "de") -> Report:
    told = Options(language="en", origin=origin)
    return check_paths([str(path) for path in paths], told, Execution(articles=True))


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(
        "The the port\n\nThey met under four eyes in the harbour. It rained.\n", encoding="utf-8"
    )
    return path


def test_the_output_asks_for_the_texts() -> None:
    assert shows_articles("html")
    assert not shows_articles("json")


def test_without_a_script_every_mark_leads_to_its_card_and_back(article: Path) -> None:
    read = Outline(page(shown(article)))
    ids = {value for name, value in read.attributes if name == "id"}
    targets = [value for name, value in read.attributes if name == "href"]
    assert {"#finding-1", "#mark-1"} <= set(targets)
    assert {target.removeprefix("#") for target in targets} <= ids
    opened = {value for name, value in read.attributes if name == "popovertarget"}
    assert opened <= ids


def test_nothing_is_fetched_and_only_our_scripts_run(article: Path) -> None:
    made = page(shown(article))
    read = Outline(made)
    assert not {"link", "img", "iframe", "object", "base", "form"} & set(read.elements)
    assert not [name for name, _ in read.attributes if name.startswith("on") or name == "style"]
    assert "@import" not in made
    assert "url(" not in made
    assert "unsafe-inline" not in made
    assert re.search(r"default-src &#x27;none&#x27;", made)


def test_hostile_text_and_names_stay_text(tmp_path: Path) -> None:
    calm, bad = tmp_path / "a.txt", tmp_path / '<b onclick=x>&".txt'
    calm.write_text("They saw the the mayor.\n", encoding="utf-8")
    bad.write_text(f"They saw the the mayor. {HOSTILE}\n", encoding="utf-8")
    good, hostile = Outline(page(shown(calm))), Outline(page(shown(bad)))
    assert good.elements["script"] == hostile.elements["script"]
    assert good.scripts == hostile.scripts
    assert [hostile.elements[name] for name in ("img", "b")] == [0, 0]
    assert hostile.elements["style"] == good.elements["style"]
    assert HOSTILE.replace("\u202e", "\ufffd") in hostile.text


def test_the_index_has_every_document_and_what_went_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    read = Outline(page(full(tmp_path)))
    assert "missing.txt: there is no such file" in read.text
    assert read.text.count("over budget (") == 2
    ids = [value for name, value in read.attributes if name == "id"]
    assert {"index", "document-1", "document-2"} <= set(ids)
    assert len(ids) == len(set(ids))


def test_without_texts_the_cards_show_the_words_around(report: Report) -> None:
    read = Outline(page(report))
    assert "The text is not in this report" in read.text
    assert read.elements["mark"] == sum(len(one.findings) for one in report.documents)


def test_only_the_first_to_mend_have_their_text_in_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "_WITH_TEXT", 2)
    monkeypatch.setattr(writing, "_ROWS", 3)
    paths = [tmp_path / f"{n}.txt" for n in range(5)]
    for number, path in enumerate(paths):
        written(tmp_path, "They saw the the mayor.\n\n" * number + "Nothing.\n", path.name)
    read = Outline(page(shown(*paths)))
    targets = [value for name, value in read.attributes if name == "href"]
    assert [one for one in targets if one.startswith("#document-") and one.count("-") == 1] == [
        "#document-5",
        "#document-4",
    ]
    assert "1 article without a link" in read.text
    assert "2 further articles not in this table" in read.text


def test_the_file_stops_growing_where_texts_are_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "_ROOM", 1)
    for name in ("a.txt", "b.txt"):
        written(tmp_path, f"They saw the the mayor of {name}.\n", name)
    read = Outline(page(shown(tmp_path / "a.txt", tmp_path / "b.txt")))
    assert read.text.count("The text is not in this report") == 1


def test_the_verdict_alone_can_be_shown(article: Path) -> None:
    report = shown(article)
    bare = replace(report.documents[0], findings=())
    read = Outline(page(replace(report, documents=(bare,))))
    assert "Nothing was found." in read.text
    assert read.elements["mark"] == 0


def test_nothing_to_check_is_a_page_too(report: Report) -> None:
    empty = replace(report, documents=(), articles=())
    assert "missing.txt" in Outline(page(empty)).text
