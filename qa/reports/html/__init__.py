"""The report as one HTML file that opens offline: the article, its findings and the verdict."""

from typing import TextIO

from qa.findings import Report

SHOWS_ARTICLES = True


def render(report: Report, out: TextIO) -> None:
    """Write one page; of several documents with an index of what to mend first."""
    from qa.reports.html.writing import write  # other outputs are found without it

    write(report, out)
