"""``qa glossary export``: the concepts of a glossary as a file for another tool."""

from pathlib import Path
from typing import Annotated

import typer

from qa import files
from qa.cli.console import tell

From = Annotated[str, typer.Argument(metavar="FROM", help="Glossary file, or any that is read.")]
To = Annotated[str, typer.Argument(metavar="TO", help="File to write; its suffix is the format.")]
Columns = Annotated[
    list[str] | None,
    typer.Option("--map", metavar="WHAT=COLUMN,...", help="These columns alone, in this order."),
]
Languages = Annotated[
    list[str] | None,
    typer.Option("--language", metavar="TAG[:TAG]", help="These languages alone, source first."),
]
Format = Annotated[
    str | None, typer.Option("--to", metavar="FORMAT", help="In place of the suffix of TO.")
]


def export(
    source: From,
    target: To,
    columns: Columns = None,
    language: Languages = None,
    to: Format = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what the format cannot hold, write nothing.")
    ] = False,
) -> None:
    """Write a glossary in the format of another tool, and say what that cannot hold."""
    from qa.terminology import transfer
    from qa.terminology.exchange.layout import layout

    chosen = layout(columns or (), language or ())
    found = transfer.read(source, chosen)
    content, lost = transfer.written(found.termbase, target, chosen, to)
    for line in transfer.told((*found.lost, *lost), "not held"):
        tell(line)
    count = len(found.termbase.concepts)
    if dry_run:
        tell(f"{target}: {count} concepts would be written")
    else:
        files.write(Path(target), content)
        tell(f"{target}: {count} concepts written")
