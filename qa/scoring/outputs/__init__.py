"""Outputs of scores: one module each, whose name is the ``--format`` value."""

from typing import Protocol, TextIO

import qa.scoring.outputs
from qa import plugins
from qa.scoring.model import ScoreReport

GROUP = "qa.score_outputs"


class Renderer(Protocol):
    """Writes scores to a text stream."""

    def __call__(self, report: ScoreReport, out: TextIO) -> None:
        """Write ``report`` to ``out``."""


def renderer(name: str) -> Renderer:
    """Return the output called ``name``.

    Args:
        name: a module of this package, or of the entry-point group ``qa.score_outputs``.

    Raises:
        QAError: there is none.
    """
    render: Renderer = plugins.named(name, qa.scoring.outputs, GROUP, "format for scores").render
    return render
