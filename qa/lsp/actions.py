"""What an editor offers to do about findings and about selected words."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path

from lsprotocol import types
from msgspec import Struct

from qa import revision
from qa.findings import Finding
from qa.lsp import comments, diagnostics
from qa.lsp.checking import Checked
from qa.lsp.positions import Positions
from qa.model import Span
from qa.phrasing import name, quoted, replacements
from qa.terminology.model import Status

FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.qa"
KINDS = (types.CodeActionKind.QuickFix, FIX_ALL)
_TOML = ".toml"
_LONGEST_TERM = 80  # code points
_ADDED = {
    Status.PREFERRED: "as a term",
    Status.FORBIDDEN: "as a term never to use",
}


class Command(StrEnum):
    """What the server does when an editor asks for it."""

    VERDICT = "qa.verdict"
    IGNORE = "qa.ignore"
    ADD_TERM = "qa.addTerm"


class Page(Struct, frozen=True):
    """A checked text as an editor holds it.

    Attributes:
        uri: of the text.
        version: of the text, as the editor counts.
        checked: what was found.
        positions: in the text.
        versioned: whether the editor takes edits that name the version they are for.
    """

    uri: str
    version: int
    checked: Checked
    positions: Positions
    versioned: bool

    def edit(self, edits: Iterable[tuple[int, int, str]]) -> types.WorkspaceEdit:
        """Return an edit that writes texts in the place of spans, which are disjoint."""
        made = [types.TextEdit(self.positions.range(*place), text) for *place, text in edits]
        if not self.versioned:
            return types.WorkspaceEdit(changes={self.uri: made})
        document = types.OptionalVersionedTextDocumentIdentifier(self.uri, self.version)
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, [*made])])

    def diagnostic(self, finding: Finding) -> types.Diagnostic:
        """Return a finding as the editor was told of it."""
        return diagnostics.of_finding(finding, self.uri, self.positions)

    def at(self, asked: types.Range) -> list[Finding]:
        """Return the findings that a range touches, the narrowest first."""
        place = self.positions.span(asked)
        found = [
            one
            for one in self.checked.findings
            if one.start <= place.end and place.start <= one.end
        ]
        return sorted(found, key=lambda one: one.end - one.start)


def offered(
    page: Page, asked: types.Range, only: Sequence[str] | None, *, settings: bool
) -> list[types.CodeAction]:
    """Return what there is to do.

    Args:
        page: the text.
        asked: where the cursor is, or what is selected.
        only: the kinds that the editor asks for, None for all.
        settings: whether there may be a configuration file for the text.
    """
    found = page.at(asked)
    of_kind: dict[str, Callable[[], Iterable[types.CodeAction]]] = {
        types.CodeActionKind.QuickFix.value: lambda: _quick(page, found, asked, settings=settings),
        FIX_ALL: lambda: _fixes(page),
    }
    return [action for kind, make in of_kind.items() if _wanted(kind, only) for action in make()]


def _wanted(kind: str, only: Sequence[str] | None) -> bool:
    return only is None or any(f"{kind}.".startswith(f"{one}." if one else "") for one in only)


def _quick(
    page: Page, found: list[Finding], asked: types.Range, *, settings: bool
) -> Iterator[types.CodeAction]:
    for finding in found:
        yield from _replacements(page, finding)
    for finding in found:
        yield from _silences(page, finding, settings=settings)
    yield from _additions(page, page.positions.span(asked))


def _replacements(page: Page, finding: Finding) -> Iterator[types.CodeAction]:
    for suggestion in replacements(finding):
        words = quoted(finding.text)
        replaced = f"Replace {words} with {quoted(suggestion)}"
        yield types.CodeAction(
            title=replaced if suggestion else f"Take out {words}",
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[page.diagnostic(finding)],
            is_preferred=revision.safest(finding) == suggestion or None,
            edit=page.edit([(finding.start, finding.end, suggestion)]),
        )


def _silences(page: Page, finding: Finding, *, settings: bool) -> Iterator[types.CodeAction]:
    comment = comments.ignoring(page.checked, finding)
    known = name(finding)
    if comment:
        yield types.CodeAction(
            title=f"Ignore {known} here",
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[page.diagnostic(finding)],
            edit=page.edit([(comment.offset, comment.offset, comment.text)]),
        )
    if settings:
        yield _commanded(f"Ignore {known} in all texts", Command.IGNORE, page.uri, known)


def _additions(page: Page, selected: Span) -> Iterator[types.CodeAction]:
    words = " ".join(page.checked.document.content[selected.start : selected.end].split())
    language = page.checked.report.language
    if not words or len(words) > _LONGEST_TERM or not language:
        return
    for glossary in page.checked.config.glossaries:
        if Path(glossary).suffix == _TOML:
            for status, said in _ADDED.items():
                title = f"Add {quoted(words)} to {Path(glossary).name} {said}"
                yield _commanded(title, Command.ADD_TERM, page.uri, glossary, words, status.value)


def _commanded(title: str, command: Command, *arguments: str) -> types.CodeAction:
    return types.CodeAction(
        title=title,
        kind=types.CodeActionKind.QuickFix,
        command=types.Command(title, command.value, arguments=[*arguments]),
    )


def _fixes(page: Page) -> Iterator[types.CodeAction]:
    chosen = revision.corrections(
        page.checked.document.content, page.checked.findings, revision.safest
    )
    if chosen:
        yield types.CodeAction(
            title=f"Put in what is nearly always right ({len(chosen)})",
            kind=FIX_ALL,
            edit=page.edit((one.finding.start, one.finding.end, one.replacement) for one in chosen),
        )
