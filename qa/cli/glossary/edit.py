"""``qa glossary edit``: a concept changed by options, or in an editor."""

import os
import shlex
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from qa.cli.console import tell
from qa.cli.glossary import choices
from qa.cli.glossary.choices import finish
from qa.errors import QAError


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
    from msgspec.structs import replace

    from qa.terminology import amending, keeping

    if editor:
        was = keeping.source(file, id)
        text = _edited(was)
        if text == was:
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


def _edited(text: str) -> str:
    """Return a text as somebody leaves it in their editor.

    Raises:
        QAError: the editor cannot be started, or ends with an error.
    """
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    with TemporaryDirectory() as folder:
        file = Path(folder, "concept.toml")
        file.write_text(text, encoding="utf-8")
        try:
            subprocess.run([*shlex.split(command), file], check=True)  # noqa: S603 - the user's own
        except (OSError, ValueError, subprocess.CalledProcessError) as error:
            raise QAError(f"{command}: {error}", "name your editor in $EDITOR") from error
        return file.read_text(encoding="utf-8")
