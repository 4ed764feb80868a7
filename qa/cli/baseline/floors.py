"""``qa baseline floors``: figures that a new model must not fall short of."""

from pathlib import Path
from typing import Annotated

import typer

from qa.cli.console import tell


def floors(
    evaluation: Annotated[Path, typer.Argument(help="What `qa evaluate --output` wrote.")],
    kept: Annotated[
        Path, typer.Option("--floors", metavar="FILE", help="The floors; made if not there.")
    ] = Path("corpora/evaluation/baseline.json"),
    lower: Annotated[
        list[str] | None, typer.Option(metavar="FIGURE", help="A figure whose floor may fall.")
    ] = None,
    because: Annotated[str, typer.Option(help="Why it may, in a sentence; it is kept.")] = "",
) -> None:
    """Raise the floors to what was measured; refuse where a figure is below its floor."""
    from qa.translationese import floors as known  # `qa --help` needs none of these
    from qa.translationese import tables

    table = tables.read(evaluation)
    before = known.read(kept)
    known.write(known.risen(before, table, lower=tuple(lower or ()), because=because), kept)
    tell(f"{kept}: {len(known.figures(table))} floors of '{table.language}'")
