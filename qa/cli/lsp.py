"""``qa lsp``: a language server for editors."""

import gc
from typing import Annotated

import typer

from qa.cli.console import CLEAN, FINDINGS
from qa.errors import needs


def lsp(
    _stdio: Annotated[
        bool, typer.Option("--stdio", hidden=True, help="What some editors add; the only way.")
    ] = False,
) -> None:
    """Show findings in an editor: a language server on standard input and output.

    Exit status: 0, or 1 if the editor left without saying so.
    """
    try:
        import pygls  # noqa: F401 - an extra
    except ImportError as error:
        raise needs("lsp") from error
    from qa.lsp import serve

    gc.enable()  # which a short run does without
    raise typer.Exit(CLEAN if serve() else FINDINGS)
