"""Options of the commands that change a glossary, and how their changes are written."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qa.cli.console import tell

if TYPE_CHECKING:
    from qa.glossary.saving import Edit

File = Annotated[Path, typer.Argument(metavar="FILE", help="Glossary file.")]
Id = Annotated[str, typer.Argument(metavar="ID", help="Id of the concept.")]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Show the change as a diff, write nothing.")
]
Domain = Annotated[str | None, typer.Option(help="Field that the concept belongs to.")]
Definition = Annotated[str | None, typer.Option(help="What is meant.")]
Note = Annotated[str | None, typer.Option(help="Note on the concept.")]
Examples = Annotated[
    list[str] | None,
    typer.Option("--example", metavar="SENTENCE", help="A sentence that uses it; may be repeated."),
]
Preferred = Annotated[
    list[str] | None,
    typer.Option("--term", metavar="TAG=TEXT", help="Preferred term: de=Haushalt; repeatable."),
]
Admitted = Annotated[
    list[str] | None, typer.Option(metavar="TAG=TEXT", help="Term that may be used as well.")
]
Deprecated = Annotated[
    list[str] | None, typer.Option(metavar="TAG=TEXT", help="Term not to use any more.")
]
Superseded = Annotated[
    list[str] | None, typer.Option(metavar="TAG=TEXT", help="Term that another has replaced.")
]
Forbidden = Annotated[list[str] | None, typer.Option(metavar="TAG=TEXT", help="Term never to use.")]
PartOfSpeech = Annotated[
    str | None, typer.Option(help="Of the terms named: noun, properNoun, verb, adjective …")
]
CaseSensitive = Annotated[
    bool | None,
    typer.Option("--case-sensitive/--any-case", help="Whether case counts in the terms named."),
]
DoNotTranslate = Annotated[
    bool | None,
    typer.Option("--do-not-translate/--translate", help="Whether the terms named stay as is."),
]
Draft = Annotated[
    bool | None,
    typer.Option("--draft/--accept", help="A suggestion that finds nothing; or accept one."),
]
TermNote = Annotated[str | None, typer.Option(help="Note on the terms named.")]
Format = Annotated[str, typer.Option(help="terminal or json.")]


def finish(edit: "Edit", dry_run: bool, done: str) -> None:
    """Write a change and say so, or show it."""
    if edit.before == edit.after:
        tell(f"{edit.path}: nothing to change")
    elif dry_run:
        typer.echo(edit.diff(), nl=False)
    else:
        edit.save()
        tell(done)
