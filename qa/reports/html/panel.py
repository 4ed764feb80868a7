"""What stands beside an article: the verdict, the filters and the cards, as one fragment."""

from collections.abc import Iterable, Iterator, Mapping

from qa.article import Article
from qa.docstring import Manual
from qa.findings import DocumentReport
from qa.markup import Markup, element, joined
from qa.reports.html import anchors
from qa.reports.html.cards import Setting, card
from qa.reports.html.filters import filters
from qa.reports.html.verdict import verdict


def panel(document: DocumentReport, article: Article | None, manuals: Mapping[str, str]) -> Markup:
    """Return the panel of a page with one document, and the manual pages that its cards open.

    Args:
        document: what is said of it.
        article: its text, for the strip of sentences; None where it is not known.
        manuals: the manual page of every check, by its id.
    """
    return joined(
        beside(document, article), pages(manuals, (one.check for one in document.findings))
    )


def beside(
    document: DocumentReport,
    article: Article | None,
    prefix: str = "",
    marked: frozenset[int] | None = None,
) -> Markup:
    """Return the panel of one of several documents, without manual pages.

    Args:
        document: what is said of it.
        article: its text; None where it is not known.
        prefix: of ids in the page.
        marked: numbers of the findings whose words are marked in the text beside the panel; None
            where that is all of them.
    """
    cards = (
        element("li", made, class_="not-counted" if one.suppressed else None)
        for one, made in zip(document.findings, _cards(document, prefix, marked), strict=True)
    )
    return element(
        "div",
        verdict(document.verdict, article.sentences if article else (), prefix)
        if document.verdict
        else "",
        _notes(document),
        element("h2", "Findings", class_="spoken"),
        filters(document),
        element("ol", *cards, class_="cards") if document.findings else _clean(document),
        class_="panel",
        data_language=document.language,
    )


def _cards(
    document: DocumentReport, prefix: str, marked: frozenset[int] | None
) -> Iterator[Markup]:
    setting = Setting(prefix, document.language, document.origin)
    for number, finding in enumerate(document.findings):
        yield card(finding, number, setting, marked=marked is None or number in marked)


def pages(manuals: Mapping[str, str], checks: Iterable[str]) -> Markup:
    """Return the manual pages of ``checks``, which open over the page."""
    return joined(*(_page(one, manuals[one]) for one in sorted(set(checks)) if one in manuals))


def _page(check: str, docstring: str) -> Markup:
    manual = Manual(docstring)
    name = f"{anchors.manual(check)}-name"
    closing = element(
        "button",
        "Close",
        type="button",
        popovertarget=anchors.manual(check),
        popovertargetaction="hide",
    )
    return element(
        "section",
        element("header", element("h2", check, id=name), closing),
        element("p", manual.summary),
        *_sections(manual),
        id=anchors.manual(check),
        class_="manual",
        popover="auto",
        aria_labelledby=name,
        role="dialog",
    )


def _sections(manual: Manual) -> Iterator[Markup]:
    for heading, items in manual.sections.items():
        yield element("h3", heading)
        for item in items:
            yield element("p", item, dir="auto")


def _notes(document: DocumentReport) -> Markup:
    items = (element("li", one, dir="auto") for one in document.notes)
    return element("ul", *items, class_="notes") if document.notes else Markup()


def _clean(document: DocumentReport) -> Markup:
    said = "Nothing was found." if document.covered else "Only the verdict was asked for."
    return element("p", said, class_="quiet")
