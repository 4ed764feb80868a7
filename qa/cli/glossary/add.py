"""``qa glossary add``: a new concept, told by options or asked for."""

import sys
from typing import Annotated

import typer

from qa.cli.glossary import choices
from qa.cli.glossary.choices import finish


def add(
    file: choices.File,
    id: Annotated[  # noqa: A002 - what it is called in the file
        str | None, typer.Option(help="Id of the concept; else made of its first term.")
    ] = None,
    term: choices.Preferred = None,
    admitted: choices.Admitted = None,
    deprecated: choices.Deprecated = None,
    superseded: choices.Superseded = None,
    forbidden: choices.Forbidden = None,
    domain: choices.Domain = None,
    definition: choices.Definition = None,
    note: choices.Note = None,
    example: choices.Examples = None,
    part_of_speech: choices.PartOfSpeech = None,
    case_sensitive: choices.CaseSensitive = None,
    do_not_translate: choices.DoNotTranslate = None,
    term_note: choices.TermNote = None,
    draft: choices.Draft = None,
    dry_run: choices.DryRun = False,
) -> None:
    """Add a concept; without a term, and at a terminal, ask for it."""
    from msgspec.structs import replace

    from qa.terminology import amending, keeping

    terms = {
        "preferred": term,
        "admitted": admitted,
        "deprecated": deprecated,
        "superseded": superseded,
        "forbidden": forbidden,
    }
    fields = {"domain": domain, "definition": definition, "note": note}
    if not any(terms.values()) and sys.stdin.isatty():
        _ask(terms, fields)
    said = amending.manner(part_of_speech, case_sensitive, do_not_translate, term_note)
    told = replace(amending.amendment(fields, example, terms, said), draft=draft)
    concept = amending.new(id, told)
    finish(keeping.add(file, concept), dry_run, f"{file}: '{concept.id}' added")


def _ask(terms: dict[str, list[str] | None], fields: dict[str, str | None]) -> None:
    """Ask for preferred terms until an answer is empty, then for what was not told."""
    asked: list[str] = []
    while answer := typer.prompt("Term, as de=Haushalt; Enter when done", "", show_default=False):
        asked.append(answer)
    terms["preferred"] = asked
    for name in [name for name, told in fields.items() if told is None]:
        fields[name] = typer.prompt(f"{name.capitalize()}; Enter for none", "", show_default=False)
