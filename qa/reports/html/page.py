"""The page around the articles: what is on it, its styles and its scripts."""

from collections.abc import Iterator
from typing import TextIO

from qa import pages
from qa.findings import Report
from qa.markup import Markup, element
from qa.reports.html.panel import beside
from qa.reports.html.panel import pages as manual_pages


def render(report: Report, out: TextIO) -> None:
    """Write one page."""
    shell = pages.Shell("Translation quality", (pages.asset(__package__, "panel.css"),))
    pages.write(shell, _content(report), out)


def _content(report: Report) -> Iterator[Markup]:
    checks: set[str] = set()
    for number, document in enumerate(report.documents):
        article = report.articles[number] if report.articles else None
        checks.update(one.check for one in document.findings)
        yield element(
            "main",
            element("h1", document.path),
            beside(document, article, f"document-{number + 1}-"),
        )
    yield manual_pages(report.manuals, checks)
