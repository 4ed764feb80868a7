"""Outputs: one file each, whose name is the ``--format`` value, with ``render(report, out)``.

One that shows the text of the documents says so with ``SHOWS_ARTICLES = True``.
"""

from types import ModuleType
from typing import Protocol, TextIO

import qa.reports
from qa import plugins
from qa.findings import Report

GROUP = "qa.reports"


class Renderer(Protocol):
    """Writes a report to a text stream."""

    def __call__(self, report: Report, out: TextIO) -> None:
        """Write ``report`` to ``out``."""


def renderer(name: str) -> Renderer:
    """Return the output called ``name``.

    Raises:
        QAError: there is none.
    """
    render: Renderer = _module(name).render
    return render


def shows_articles(name: str) -> bool:
    """Tell whether the output called ``name`` needs ``Report.articles``.

    Raises:
        QAError: there is none.
    """
    return getattr(_module(name), "SHOWS_ARTICLES", False)


def _module(name: str) -> ModuleType:
    return plugins.named(name, qa.reports, GROUP, "format")
