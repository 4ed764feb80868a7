"""``qa glossary merge``: two changed copies of a glossary made one."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from qa.cli.console import CLEAN, FINDINGS, tell
from qa.cli.glossary.choices import DryRun, finish
from qa.cli.glossary.options import Target

if TYPE_CHECKING:
    from qa.terminology.joining import Conflict, Side

_LEAVE = "leave"


def merge(
    base: Annotated[str, typer.Argument(help="The glossary that both began with.")],
    mine: Annotated[str, typer.Argument(help="One copy; its order and comments stay.")],
    theirs: Annotated[str, typer.Argument(help="The other copy.")],
    output: Target,
    prefer: Annotated[
        str | None, typer.Option(metavar="mine|theirs", help="Who is right where both changed.")
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Join two changed copies of a glossary, by concept and field.

    Conflicts are asked about on a terminal, and else listed.

    Exit status: 0 joined, 1 conflicts are left and nothing was written, 2 a file cannot be read.
    """
    from qa.errors import QAError
    from qa.terminology import joining, loading

    if prefer not in (None, *joining.Side):
        raise QAError(f"--prefer takes no '{prefer}'", "write mine or theirs")
    side = joining.Side(prefer) if prefer else None
    asked = side is None and sys.stdin.isatty()
    kept = loading.load(mine)
    joined = joining.join(
        loading.load(base), kept, loading.load(theirs), _ask if asked else lambda _: side
    )
    for conflict in joined.conflicts:
        typer.echo("\n".join(joining.described(conflict)))
    if joined.conflicts:
        tell(f"{len(joined.conflicts)} conflicts, nothing written; --prefer mine or theirs decides")
        raise typer.Exit(FINDINGS)
    finish(kept.changed(joined.text, output), dry_run, f"{output}: written")
    raise typer.Exit(CLEAN)


def _ask(conflict: "Conflict") -> "Side | None":
    from qa.terminology.joining import Side, described

    typer.echo("\n".join(described(conflict)), err=True)
    while True:
        answer = typer.prompt("mine, theirs or leave", default=_LEAVE, err=True).strip().lower()
        if answer in (*Side, _LEAVE):
            return None if answer == _LEAVE else Side(answer)
