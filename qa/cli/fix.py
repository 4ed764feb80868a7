"""``qa fix``: replacements put into the text, and what they do to its score."""

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from qa.cli.console import CLEAN, FINDINGS
from qa.cli.options import ConfigFile, Language, Paths
from qa.config import Options
from qa.errors import QAError

if TYPE_CHECKING:
    from qa.findings import Finding
    from qa.revision import Choice, Correction, Revision

_STANDARD_INPUT = "-"
_LEAVE, _STOP = "n", "q"


class Mode(StrEnum):
    """What becomes of the replacements."""

    SHOW = "show"
    ASK = "ask"
    WRITE = "write"


def fix(
    paths: Paths,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only show what would change; the default.")
    ] = False,
    interactive: Annotated[
        bool, typer.Option("--interactive", help="Ask about every finding that has a suggestion.")
    ] = False,
    safe: Annotated[
        bool, typer.Option("--safe", help="Write the replacements that are nearly always right.")
    ] = False,
    language: Language = None,
    origin: Annotated[
        str | None, typer.Option(help="Language that it was translated from.")
    ] = None,
    glossary: Annotated[
        list[str] | None, typer.Option(metavar="FILE", help="A glossary besides the built-in ones.")
    ] = None,
    config: ConfigFile = None,
) -> None:
    """Put suggestions into a text, and say how translated it read and reads.

    Exit status: 0, or 1 if --dry-run has something to show; 2 if a file could not be read.
    """
    mode = _mode(dry_run, interactive, safe)
    options = Options(
        language=language, origin=origin, glossaries=tuple(glossary or ()), config=config
    )
    changed = [_fixed(path, options, mode) for path in paths]
    raise typer.Exit(FINDINGS if mode is Mode.SHOW and any(changed) else CLEAN)


def _mode(dry_run: bool, interactive: bool, safe: bool) -> Mode:
    if dry_run + interactive + safe > 1:
        raise QAError("--dry-run, --interactive and --safe exclude each other", "give one of them")
    return Mode.ASK if interactive else Mode.WRITE if safe else Mode.SHOW


def _fixed(path: str, options: Options, mode: Mode) -> bool:
    """Revise one file; tell whether anything changed."""
    from qa import revision  # `qa --help` needs none of it

    if path == _STANDARD_INPUT and mode is Mode.ASK:
        raise QAError("standard input cannot be asked and read", "save the text to a file")
    revised = revision.revise(path, options, _asking() if mode is Mode.ASK else revision.safest)
    piped = path == _STANDARD_INPUT and mode is Mode.WRITE
    for line in _told(revised, in_turn=mode is Mode.SHOW):
        typer.echo(line, err=piped)
    if piped:
        typer.echo(revised.after, nl=False)
    elif mode is not Mode.SHOW and revised.corrections:
        revision.save(revised)
    return bool(revised.corrections)


def _told(revised: "Revision", *, in_turn: bool) -> Iterator[str]:
    from difflib import unified_diff

    before, after = (text.splitlines() for text in (revised.before, revised.after))
    yield from unified_diff(before, after, revised.path, revised.path, n=0, lineterm="")
    for one in revised.corrections:
        yield _line(one) + (_moved(revised, one) if in_turn else "")
    number = len(revised.corrections)
    yield f"{revised.path}: {number} replacement{'s' * (number != 1)}{_score(revised)}"


def _line(correction: "Correction") -> str:
    found = correction.finding
    name = found.entry or found.check
    written = correction.replacement or "(nothing)"
    return f"{found.line}:{found.column}  {found.text} → {written} ({name})"


def _moved(revised: "Revision", correction: "Correction") -> str:
    from qa import revision

    change = revision.change(revised, correction)
    return "" if change is None else f"  {change:+.2f}"


def _score(revised: "Revision") -> str:
    from qa import revision

    states = (revised.before, revised.after)
    found = [revision.verdict(revised, content) for content in states]
    figures = [one.probability for one in found if one and one.probability is not None]
    if len(figures) < len(states):
        return ""
    return "; probability of translation {:.3f}, then {:.3f}".format(*figures)


def _asking() -> "Choice":
    """Return a choice that asks on the terminal until it is told to stop."""
    stopped = False

    def ask(finding: "Finding") -> str | None:
        nonlocal stopped
        if stopped:
            return None
        answer = _answer(finding)
        stopped = answer == _STOP
        return None if answer in {_LEAVE, _STOP} else _meant(answer, finding)

    return ask


def _answer(finding: "Finding") -> str:
    typer.echo(f"\n{finding.line}:{finding.column}  {finding.text}: {finding.message}")
    for number, suggestion in enumerate(finding.suggestions, 1):
        typer.echo(f"  {number}  {suggestion or '(take it out)'}")
    asked = f"a number, other words, {_LEAVE} to leave it, {_STOP} to stop"
    answer: str = typer.prompt(asked, default=_LEAVE)
    return answer


def _meant(answer: str, finding: "Finding") -> str:
    chosen = int(answer) if answer.isdecimal() else 0
    return finding.suggestions[chosen - 1] if 0 < chosen <= len(finding.suggestions) else answer
