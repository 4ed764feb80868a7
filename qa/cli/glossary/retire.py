"""``qa glossary retire``: a term that is not to be used any more, but remembered."""

from datetime import date, datetime
from typing import Annotated

import typer

from qa.cli.glossary.choices import DryRun, File, Id, finish


def retire(
    file: File,
    id: Id,  # noqa: A002 - what it is called in the file
    term: Annotated[
        list[str] | None,
        typer.Option(metavar="TAG=TEXT", help="Only this term; else all of the concept."),
    ] = None,
    by: Annotated[str, typer.Option(metavar="TEXT", help="The term to use instead.")] = "",
    reason: Annotated[str, typer.Option(help="Why, for the note.")] = "",
    deprecated: Annotated[
        bool, typer.Option("--deprecated", help="Deprecated, not superseded.")
    ] = False,
    since: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Since when; else today.")
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Retire terms, with a dated note."""
    from qa.terminology import amending, keeping
    from qa.terminology.model import Status

    day = since.date() if since else date.today()  # noqa: DTZ011 - the day where the editor is
    status = Status.DEPRECATED if deprecated else Status.SUPERSEDED
    how = amending.Retirement(day, status, reason, by)
    edit = keeping.retire(file, id, how, tuple(map(amending.named, term or ())))
    finish(edit, dry_run, f"{file}: '{id}' {status}")
