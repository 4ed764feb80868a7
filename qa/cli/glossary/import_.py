"""``qa glossary import``: the file of another tool becomes concepts of a glossary."""

from pathlib import Path
from typing import Annotated

import typer

from qa.cli.console import tell
from qa.cli.glossary import choices
from qa.errors import QAError

From = Annotated[
    str, typer.Argument(metavar="FROM", help="TBX, CSV, TSV, XLSX, PO or JSON file to read.")
]
To = Annotated[str, typer.Argument(metavar="TO", help="Glossary file; made if it is not there.")]
Columns = Annotated[
    list[str] | None,
    typer.Option("--map", metavar="WHAT=COLUMN,...", help="Name columns: en=Source,note=Comment."),
]
Languages = Annotated[
    list[str] | None,
    typer.Option("--language", metavar="TAG[:TAG]", help="Languages that the file does not name."),
]
Format = Annotated[
    str | None, typer.Option("--from", metavar="FORMAT", help="In place of the suffix of FROM.")
]


def import_(
    source: From,
    target: To,
    columns: Columns = None,
    language: Languages = None,
    from_: Format = None,
    dry_run: choices.DryRun = False,
) -> None:
    """Add the concepts of a file to a glossary, and say what could not be kept."""
    from qa.terminology import transfer
    from qa.terminology.exchange.layout import layout
    from qa.terminology.receiving import received

    if not transfer.is_glossary(target):
        raise QAError(f"{target}: is no glossary file", "name it .toml, or use `export`")
    found = transfer.read(source, layout(columns or (), language or ()), from_)
    result = received(Path(target), found.termbase)
    for line in (*transfer.told(found.lost, "not imported"), *transfer.changes(result)):
        tell(line)
    if dry_run:
        typer.echo(result.edit.diff(), nl=False)
    elif result.edit.before != result.edit.after:
        result.edit.save()
