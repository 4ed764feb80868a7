"""``qa glossary``: what keepers of glossaries do."""

import typer

from qa.cli.glossary.add import add
from qa.cli.glossary.diff import diff
from qa.cli.glossary.edit import edit
from qa.cli.glossary.evaluate import evaluate
from qa.cli.glossary.export import export
from qa.cli.glossary.format import tidy
from qa.cli.glossary.impact import impact
from qa.cli.glossary.import_ import import_
from qa.cli.glossary.init import init
from qa.cli.glossary.lint import lint
from qa.cli.glossary.list import listing
from qa.cli.glossary.merge import merge
from qa.cli.glossary.mine import mine
from qa.cli.glossary.remove import remove
from qa.cli.glossary.retire import retire
from qa.cli.glossary.show import show
from qa.cli.glossary.stats import stats
from qa.cli.glossary.suggest import suggest
from qa.cli.glossary.test import trial

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(evaluate)
app.command()(mine)
app.command("add")(add)
app.command("edit")(edit)
app.command("format")(tidy)
app.command("init")(init)
app.command("list")(listing)
app.command("remove")(remove)
app.command("retire")(retire)
app.command("show")(show)
app.command("stats")(stats)
app.command("diff")(diff)
app.command("impact")(impact)
app.command("lint")(lint)
app.command("merge")(merge)
app.command("suggest")(suggest)
app.command("test")(trial)
app.command("import")(import_)
app.command("export")(export)
