"""The text stands on the page as it is, with its marks on the very words."""

import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from finding_reports import checked, written
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from qa.article import Article, Passage, Sentence
from qa.batch import Execution, check_paths
from qa.config import Options
from qa.findings import DocumentReport, Finding, Severity
from qa.model import SegmentKind, Text
from qa.reports.html.article import shown

PLAIN = DocumentReport("a.txt", "en", "de", 9, (), (), None, ())


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Finding:
    """Return a finding to make others from."""
    folder = tmp_path_factory.mktemp("one")
    written(folder, "In town they saw the the mayor.\n", "a.txt")
    return checked(str(folder / "a.txt")).documents[0].findings[0]


class Marks(HTMLParser):
    """Reads the text of the page, and which of its characters each mark covers."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text = ""
        self.covered: dict[str, list[int]] = {}
        self._open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "mark":
            self._open = (dict(attrs)["data-findings"] or "").split()

    def handle_endtag(self, tag: str) -> None:
        if tag == "mark":
            self._open = []

    def handle_data(self, data: str) -> None:
        for number in self._open:
            self.covered.setdefault(number, []).extend(
                range(len(self.text), len(self.text) + len(data))
            )
        self.text += data


def document(found: Finding, *places: tuple[int, int], **changes: object) -> DocumentReport:
    findings = (replace(found, start=start, end=end, **changes) for start, end in places)
    return replace(PLAIN, findings=tuple(findings))


def article(content: str, *sentences: Sentence, source: str | None = None) -> Article:
    text = Text.verbatim(content)
    return Article((Passage(text, SegmentKind.PARAGRAPH, None, source),), sentences)


@given(st.data())
def test_overlapping_marks_cover_their_words_and_the_text_is_whole(
    found: Finding, data: st.DataObject
) -> None:
    content = data.draw(st.text("ab <&é😀字", min_size=1, max_size=40))
    bounds = st.tuples(*[st.integers(0, len(content))] * 2).map(sorted)
    places = data.draw(st.lists(bounds, max_size=5))
    middle = data.draw(st.integers(0, len(content)))
    said = (Sentence(0, middle, 0.3), Sentence(middle, len(content), -2.0))
    told = document(found, *((start, end) for start, end in places))
    marks = Marks(shown(told, article(content, *said)).text)
    assert marks.text == content
    for number, (start, end) in enumerate(places, start=1):
        assert marks.covered.get(str(number), []) == list(range(start, end))


def test_a_mark_links_to_its_card_and_says_what_it_is(found: Finding) -> None:
    told = document(found, (4, 7), severity=Severity.ERROR, message="a 'message'")
    text = shown(told, article("one two"), "d1-").text
    assert 'href="#d1-finding-1"' in text
    assert 'id="d1-mark-1"' in text
    assert 'title="error, fluency: a &#x27;message&#x27;"' in text


def test_the_severer_of_two_at_a_place_gives_its_look_and_both_can_be_reached(
    found: Finding,
) -> None:
    both = (
        replace(found, start=0, end=3, severity=Severity.NOTE),
        replace(found, start=0, end=3, severity=Severity.ERROR),
    )
    text = shown(replace(PLAIN, findings=both), article("one two")).text
    assert 'data-findings="2 1"' in text
    assert text.count("<mark") == 1
    assert 'data-severity="error"' in text
    assert '<span id="mark-1"></span><mark id="mark-2"' in text


def test_what_is_cut_by_another_is_one_stop_of_the_keyboard(found: Finding) -> None:
    text = shown(document(found, (0, 7), (4, 5)), article("one two")).text
    links = re.findall(r"<a [^>]*>", text)
    assert len(links) == 3
    assert sum("tabindex" not in link for link in links) == 2


def test_a_place_between_characters_is_a_mark_with_a_name(found: Finding) -> None:
    text = shown(document(found, (3, 3)), article("one two")).text
    assert re.search(r'<mark id="mark-1" class="point"[^>]*><a [^>]*aria-label="[^"]+"></a>', text)


def test_sentences_are_shaded_by_their_share(found: Finding) -> None:
    told = document(found, (2, 6))
    text = shown(told, article("One. Two.", Sentence(0, 4, 9.5), Sentence(5, 9, -1.7)), "x-").text
    assert '<span id="x-sentence-1" class="sentence leans3">' in text
    assert '<span id="x-sentence-2" class="sentence leans-1">' in text


def test_a_source_stands_beside_its_translation_with_its_language() -> None:
    text = shown(PLAIN, article("A port.", source="<Ein> Hafen.")).text
    assert '<p class="source" lang="de" dir="auto">&lt;Ein&gt; Hafen.</p>' in text
    assert 'class="text paired"' in text


def test_what_is_left_out_is_said() -> None:
    left = replace(article("One."), left_out=3)
    assert "3 further passages without findings left out." in shown(PLAIN, left).text


def test_a_finding_outside_the_text_is_not_marked(found: Finding) -> None:
    made = shown(document(found, (1, 2), (50, 60)), article("one two"))
    assert made.marked == {0}


def test_marks_of_a_file_with_markup_stand_on_the_words_that_were_found(tmp_path: Path) -> None:
    name = tmp_path / "a.html"
    name.write_text(
        "<html lang=en><p>Caf&eacute; <b>the the</b> 😀 port. They met <i>under</i> four eyes.</p>",
        encoding="utf-8",
    )
    report = check_paths([str(name)], Options(origin="de"), Execution(articles=True))
    told = report.documents[0]
    marks = Marks(shown(told, report.articles[0]).text)
    assert len(told.findings) >= 2
    for number, one in enumerate(told.findings, start=1):
        covered = "".join(marks.text[at] for at in marks.covered[str(number)])
        assert covered == unescape(one.text)


def test_what_does_not_count_is_no_link_by_itself(found: Finding) -> None:
    text = shown(document(found, (0, 3), suppressed="baseline"), article("one two")).text
    assert "href" not in text
    assert 'class="suppressed off"' in text
