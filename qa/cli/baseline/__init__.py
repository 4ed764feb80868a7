"""``qa baseline``: findings that are known, and figures that must not fall."""

import typer

from qa.cli.baseline.diff import diff
from qa.cli.baseline.floors import floors
from qa.cli.baseline.prune import prune
from qa.cli.baseline.write import write

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
app.command()(write)
app.command()(prune)
app.command()(diff)
app.command()(floors)
