"""``qa glossary``: what keepers of glossaries do."""

import typer

from qa.cli.glossary.evaluate import evaluate
from qa.cli.glossary.mine import mine

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
app.command()(evaluate)
app.command()(mine)
