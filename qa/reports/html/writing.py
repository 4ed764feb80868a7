"""The page: one document, or an index of several with those to mend first behind it."""

from collections import Counter
from collections.abc import Iterator
from heapq import nsmallest
from typing import TextIO

from qa import pages
from qa.findings import Report
from qa.markup import Markup, element, joined
from qa.phrasing import Tally, number, place, totals
from qa.reports.html.index import Standing, index, notices, standing
from qa.reports.html.panel import pages as manual_pages
from qa.reports.html.sheet import sheet

# Articles whose text is in the file, and code points of HTML after which no further one is.
_WITH_TEXT = 200
_ROOM = 40_000_000
# Rows of the index; a browser takes seconds over more.
_ROWS = 2000
_KEYS = (
    ("j or n, k or p", "next finding, previous finding"),
    ("Enter", "open the card at the words"),
    ("c", "copy the first replacement"),
    ("x", "not a problem here"),
    ("Esc", "close the card"),
)


def write(report: Report, out: TextIO) -> None:
    """Write the page; only one document is in memory at a time."""
    alone = len(report.documents) == 1
    name = place(report.documents[0].path) if alone else number(len(report.documents), "article")
    styles = (pages.asset(__package__, f"{one}.css") for one in ("panel", "text", "page"))
    scripts = (pages.asset(__package__, f"{one}.js") for one in ("filters", "page"))
    shell = pages.Shell(
        title=f"{name} – qa",
        styles=(pages.asset(pages.__name__, "grids.css"), *styles),
        scripts=(pages.asset(pages.__name__, "grids.js"), *scripts),
    )
    pages.write(shell, _content(report, alone=alone), out)


def _content(report: Report, *, alone: bool) -> Iterator[Markup]:
    yield _tools()
    yield Markup("<main>")
    yield from _single(report) if alone else _several(report)
    yield Markup("</main>")
    said = element("p", "Settings and data of this report: ", element("code", report.signature))
    yield element("footer", said, class_="signature")


def _single(report: Report) -> Iterator[Markup]:
    document = report.documents[0]
    yield notices(report)
    yield sheet(document, report.articles[0] if report.articles else None)
    yield manual_pages(report.manuals, (one.check for one in document.findings))


def _several(report: Report) -> Iterator[Markup]:
    tally = Tally()
    rows = nsmallest(_ROWS, _standings(report, tally), key=lambda one: one.urgency)
    inside = [one.number for one in rows[:_WITH_TEXT]]
    yield element(
        "section",
        element("h1", "Which article to mend first"),
        element("p", totals(tally, report), class_="about"),
        notices(report),
        index(rows, inside, len(report.documents) - len(rows)) if rows else "",
        class_="index",
        id="index",
    )
    checks: set[str] = set()
    yield from _sheets(report, inside, checks)
    yield manual_pages(report.manuals, checks)


def _standings(report: Report, tally: Tally) -> Iterator[Standing]:
    over = Counter(one.path for one in report.breaches)
    for at, document in enumerate(report.documents):
        tally.add(document)
        yield standing(at, document, report, over[document.path])


def _sheets(report: Report, inside: list[int], checks: set[str]) -> Iterator[Markup]:
    """Yield the documents, with their text as long as there is room, and note their checks."""
    room = _ROOM
    for at in inside:
        document = report.documents[at]
        checks.update(one.check for one in document.findings)
        made = sheet(document, report.articles[at] if report.articles and room > 0 else None, at)
        room -= len(made)
        yield made


def _tools() -> Markup:
    keys = (joined(element("dt", key), element("dd", said)) for key, said in _KEYS)
    theme = element("button", "Dark or light", type="button", class_="theme")
    opening = element("button", "Keys", type="button", popovertarget="keys")
    listed = element("div", element("dl", *keys), id="keys", popover="auto", class_="manual")
    return element("nav", theme, opening, listed, class_="tools", aria_label="This page")
