"""The program ``qa``: its commands, and the one place where errors end."""

import gc
import os
import sys
from typing import Annotated

import typer

from qa.cli.baseline import app as baseline
from qa.cli.check import check
from qa.cli.console import INCOMPLETE, complain
from qa.cli.detect import detect
from qa.cli.evaluate import evaluate
from qa.cli.explain import explain
from qa.cli.fix import fix
from qa.cli.lsp import lsp
from qa.cli.report import app as report
from qa.cli.score import score
from qa.cli.serve import serve
from qa.cli.spark import spark
from qa.cli.train import train
from qa.errors import QAError
from qa.version import __version__

# Rich would double the start-up time for the sake of frames around the help.
app = typer.Typer(
    name="qa",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(check)
app.command()(detect)
app.command()(fix)
app.command()(explain)
app.command()(score)
app.command()(serve)
app.command()(train)
app.command()(evaluate)
app.add_typer(baseline, name="baseline", help="Keep known findings, and measured floors.")
app.command()(spark)
app.command()(lsp)
app.add_typer(report, name="report", help="Learn from reports of earlier runs.")


@app.command(
    context_settings={
        "allow_extra_args": True,
        "ignore_unknown_options": True,
        "help_option_names": [],
    }
)
def glossary(context: typer.Context) -> None:
    """Keep glossaries: make, exchange, judge, measure them, and find terms for them."""
    # Its twenty commands would take as long to make ready as all the others, at every start.
    from qa.cli.glossary import app as commands

    commands(context.args, prog_name="qa glossary")


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"qa {__version__}")
        raise typer.Exit


@app.callback()
def qa(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Find what still sounds translated, and say what to write instead."""


def run() -> None:
    """Run the program; a ``QAError`` ends it with status 2, anything else is a bug."""
    # A run is short and makes hardly any cycles: looking for them would cost a tenth of it.
    gc.disable()
    try:
        app()
    except QAError as error:
        complain(error.message, error.hint)
        sys.exit(INCOMPLETE)
    except BrokenPipeError:
        # Whoever read our output has closed it; the interpreter must not complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(INCOMPLETE)
