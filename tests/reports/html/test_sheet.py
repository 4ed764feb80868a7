"""A document on the page has a name, its text, and the panel beside it."""

from qa.article import Article, Passage
from qa.findings import Report
from qa.model import SegmentKind, Text
from qa.reports.html.sheet import sheet

TEXT = Article((Passage(Text.verbatim("The minister left."), SegmentKind.PARAGRAPH),))


def test_a_document_by_itself_has_no_way_back(report: Report) -> None:
    document = report.documents[1]
    alone, one_of_many = sheet(document, TEXT), sheet(document, TEXT, 4)
    assert 'class="document alone" id="article"' in alone
    assert "#index" not in alone
    assert 'href="#index"' in one_of_many
    assert 'id="document-5"' in one_of_many
    assert 'id="document-5-panel"' in one_of_many


def test_the_head_says_what_it_is(report: Report) -> None:
    document = report.documents[0]
    made = sheet(document, None)
    standing = sum(one.suppressed is None for one in document.findings)
    assert f"English from German · {document.words} words · {standing} finding" in made
    assert 'data-path="a, b: 100% ü.md"' in made
