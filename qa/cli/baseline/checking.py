"""What the commands about known findings share: a run whose findings no baseline hides."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from qa.cli.console import INCOMPLETE, complain
from qa.config import Options, load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.findings import DocumentReport

_DEFAULT = "qa-baseline.json"


def check(paths: list[str], options: Options) -> "Sequence[DocumentReport]":
    """Check files without a baseline.

    Raises:
        Exit: with status 2, if not everything could be checked.
    """
    from qa.batch import Execution, check_paths, folder_of_results  # `qa --help` needs none of it

    report = check_paths(paths, options, Execution(jobs=None, cache=folder_of_results(None)))
    for failure in report.failures:
        complain(failure.message, failure.hint)
    if report.failures:
        raise typer.Exit(INCOMPLETE)
    return report.documents


def place(told: Path | None, paths: list[str], config: str | None) -> Path:
    """Return the baseline that was named, or that of the settings, or where one would be."""
    return told or Path(load(paths[0], config).baseline or _DEFAULT)
