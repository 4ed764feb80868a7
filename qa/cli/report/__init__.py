"""``qa report``: what reports of earlier runs teach."""

import typer

from qa.cli.report.stats import stats

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
app.command()(stats)


@app.callback()
def report() -> None:
    """Learn from reports of earlier runs."""
