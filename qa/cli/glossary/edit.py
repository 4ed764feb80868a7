"""``qa glossary edit``: a concept changed by options, or in an editor."""

from typing import Annotated

import typer

from qa.cli.console import tell
from qa.cli.glossary import choices
from qa.cli.glossary.choices import finish


def edit(
    file: choices.File,
    id: choices.Id,  # noqa: A002 - what it is called in the file
    term: choices.Preferred = None,
    admitted: choices.Admitted = None,
    deprecated: choices.Deprecated = None,
    superseded: choices.Superseded = None,
    forbidden: choices.Forbidden = None,
    drop: Annotated[
        list[str] | None, typer.Option(metavar="TAG=TEXT", help="Term that goes.")
    ] = None,
    domain: choices.Domain = None,
    definition: choices.Definition = None,
    note: choices.Note = None,
    example: choices.Examples = None,
    part_of_speech: choices.PartOfSpeech = None,
    case_sensitive: choices.CaseSensitive = None,
    do_not_translate: choices.DoNotTranslate = None,
    term_note: choices.TermNote = None,
    draft: choices.Draft = None,
    editor: Annotated[
        bool, typer.Option("--editor", help="Open the concept in $EDITOR instead.")
    ] = False,
    dry_run: choices.DryRun = False,
) -> None:
    """Change a concept; a field told as "" is emptied, examples take the place of all."""
    import click
    from msgspec.structs import replace

    from qa.terminology import amending, keeping

    if editor:
        was = keeping.source(file, id)
        text = click.edit(was, extension=".toml", require_save=True)
        if text is None:
            tell(f"{file}: '{id}' left as it was")
            return
        finish(keeping.rewrite(file, id, was, text), dry_run, f"{file}: '{id}' changed")
        return
    terms = {
        "preferred": term,
        "admitted": admitted,
        "deprecated": deprecated,
        "superseded": superseded,
        "forbidden": forbidden,
    }
    fields = {"domain": domain, "definition": definition, "note": note}
    said = amending.manner(part_of_speech, case_sensitive, do_not_translate, term_note)
    amendment = replace(amending.amendment(fields, example, terms, said, drop), draft=draft)
    finish(keeping.change(file, id, amendment), dry_run, f"{file}: '{id}' changed")
