"""Outputs: one file each, whose name is the ``--format`` value, with ``render(report, out)``."""

from difflib import get_close_matches
from types import ModuleType
from typing import Protocol, TextIO

import qa.reports
from qa import plugins
from qa.errors import QAError
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
    known = {_name(module): module for module in plugins.modules(qa.reports, GROUP)}
    if name not in known:
        near = get_close_matches(name, known, n=1)
        hint = f"did you mean '{near[0]}'?" if near else f"there are {', '.join(known)}"
        raise QAError(f"there is no format '{name}'", hint)
    render: Renderer = known[name].render
    return render


def _name(module: ModuleType) -> str:
    return module.__name__.rsplit(".", 1)[-1]
