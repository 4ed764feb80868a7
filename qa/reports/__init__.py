"""Outputs: one file each, whose name is the ``--format`` value, with ``render(report, out)``."""

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
    render: Renderer = plugins.named(name, qa.reports, GROUP, "format").render
    return render
