"""One document on the page: its name, its text, and the panel beside it."""

from qa.article import Article
from qa.findings import DocumentReport
from qa.language import language
from qa.markup import Markup, element
from qa.phrasing import number as counted
from qa.phrasing import place
from qa.reports.html import anchors
from qa.reports.html.article import shown
from qa.reports.html.panel import beside
from qa.reports.html.verdict import chance

_READS = {"translated": "reads translated", "native": "reads native"}


def sheet(document: DocumentReport, article: Article | None, number: int | None = None) -> Markup:
    """Return a document with everything that is said of it.

    Args:
        document: what is said of it.
        article: its text; None where it is not known, then the cards show the words around each.
        number: of the document on a page of several, from 0; None on a page of its own.
    """
    alone = number is None
    prefix = "" if number is None else f"{anchors.document(number)}-"
    text = shown(document, article, prefix) if article and article.passages else None
    marked = text.marked if text else frozenset()
    title = element("h2", "Text", class_="spoken")
    reading = element("article", title, text.text if text else _textless(), class_="reading")
    aside = element(
        "section",
        beside(document, article, prefix, marked),
        class_="beside",
        aria_label="Verdict and findings",
        id=f"{prefix}panel",
    )
    return element(
        "section",
        _head(document, prefix, alone=alone),
        element("div", reading, aside, class_="columns"),
        class_="document alone" if alone else "document",
        id=f"{prefix}article" if number is None else anchors.document(number),
        data_path=place(document.path),
    )


def _head(document: DocumentReport, prefix: str, *, alone: bool) -> Markup:
    back = element("a", "← All articles", href="#index", class_="back")
    name = element("h1", element("bdi", place(document.path)))
    link = element("a", "verdict and findings ↓", href=f"#{prefix}panel")
    toward = element("span", " · ", link, class_="toward")
    said = element("p", _about(document), toward, class_="about")
    return element("header", "" if alone else back, name, said)


def _about(document: DocumentReport) -> str:
    standing = sum(one.suppressed is None for one in document.findings)
    spoken = _name(document.language) if document.language else "language unsure"
    origin = f" from {_name(document.origin)}" if document.origin else ""
    parts = [f"{spoken}{origin}", counted(document.words, "word")]
    if document.covered:
        parts.append(counted(standing, "finding"))
    verdict = document.verdict
    if verdict and verdict.probability is not None and verdict.kind in _READS:
        parts.append(f"{_READS[verdict.kind]} ({chance(verdict.probability)})")
    return " · ".join(parts)


def _name(tag: str) -> str:
    known = language(tag)
    return tag if known.tag == "und" else known.name


def _textless() -> Markup:
    said = "The text is not in this report: each finding shows the words around it."
    return element("p", said, class_="left-out")
