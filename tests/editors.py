"""An editor, as far as a language server sees of it: pytest-lsp's client, and texts that it holds.

What the client offers is what Visual Studio Code offers, and checked against that.
"""

import ast
import asyncio
import itertools
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from lsprotocol import types
from pytest_lsp import LanguageClient, client_capabilities
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES

from qa.lsp.positions import Positions, edited

SERVER = [str(Path(sys.executable).with_name("qa")), "lsp"]
PATIENCE = 20.0  # seconds; a busy machine is not a mistake
SENTENCE = "The ministers met under four eyes on Monday, and the the talks went on."


class Client(LanguageClient):
    """A client that keeps everything it was sent."""

    def __init__(self) -> None:
        super().__init__()
        self.published: list[types.PublishDiagnosticsParams] = []
        self.registered: list[types.Registration] = []
        self.refreshed = 0
        for method, answer in (DEFAULT_CLIENT_FEATURES | _ANSWERS).items():
            self.feature(method)(answer)


def _publish(client: Client, params: types.PublishDiagnosticsParams) -> None:
    client.published.append(params)


def _register(client: Client, params: types.RegistrationParams) -> None:
    client.registered += params.registrations


def _refresh(client: Client, _: None) -> None:
    client.refreshed += 1


_ANSWERS: dict[str, Callable[..., Any]] = {
    types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS: _publish,
    types.CLIENT_REGISTER_CAPABILITY: _register,
    types.WORKSPACE_CODE_LENS_REFRESH: _refresh,
}


def visual_studio_code() -> types.ClientCapabilities:
    return client_capabilities("visual-studio-code")


def settings(folder: Path, text: str = "") -> None:
    """Write the settings for a folder: English from German, and what else is told."""
    (folder / "qa.toml").write_text(f'language = "en"\norigin = "de"\n{text}', encoding="utf-8")


async def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    async with asyncio.timeout(PATIENCE):
        while not holds():  # noqa: ASYNC110 - what is waited for has many ways to come about
            await asyncio.sleep(0.01)


class Editor:
    """An editor with texts; ``encoding`` is what columns count."""

    def __init__(self, client: Client, encoding: str = "utf-16") -> None:
        self.client = client
        self.encoding = encoding
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        self._numbers = itertools.count(1)

    def open(self, path: Path, text: str, language: str = "plaintext") -> str:
        """Open a text under the path of a file, which need not be there; return its URI."""
        uri = path.as_uri()
        self.texts[uri], self.versions[uri] = text, next(self._numbers)
        item = types.TextDocumentItem(uri, language, self.versions[uri], text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return uri

    def type(self, uri: str, old: str, new: str) -> None:
        """Write one thing in the place of another, and tell the server just that."""
        start = self.texts[uri].index(old)
        place = Positions(self.texts[uri], self.encoding).range(start, start + len(old))
        self.texts[uri] = self.texts[uri].replace(old, new, 1)
        self.versions[uri] = next(self._numbers)
        document = types.VersionedTextDocumentIdentifier(version=self.versions[uri], uri=uri)
        change = types.TextDocumentContentChangePartial(place, new)
        params = types.DidChangeTextDocumentParams(document, [change])
        self.client.text_document_did_change(params)

    def close(self, uri: str) -> None:
        document = types.TextDocumentIdentifier(uri)
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(document))

    async def diagnostics(self, uri: str) -> Sequence[types.Diagnostic]:
        """Return what was said of the text as it is now."""
        wanted = (uri, self.versions[uri])
        await until(lambda: any((one.uri, one.version) == wanted for one in self.client.published))
        return self.last(uri)

    def last(self, uri: str) -> Sequence[types.Diagnostic]:
        """Return what was last said of a file."""
        found = [one.diagnostics for one in self.client.published if one.uri == uri]
        return found[-1] if found else ()

    async def words(self, uri: str) -> dict[str, str]:
        """Return the flagged words by what they are flagged for."""
        return {str(one.code): self.text_in(uri, one.range) for one in await self.diagnostics(uri)}

    def text_in(self, uri: str, place: types.Range) -> str:
        span = Positions(self.texts[uri], self.encoding).span(place)
        return self.texts[uri][span.start : span.end]

    def range_of(self, uri: str, words: str) -> types.Range:
        start = self.texts[uri].index(words)
        return Positions(self.texts[uri], self.encoding).range(start, start + len(words))

    async def hover(self, uri: str, words: str) -> types.Hover | None:
        place = self.range_of(uri, words).start
        document = types.TextDocumentIdentifier(uri)
        return await self.client.text_document_hover_async(types.HoverParams(document, place))

    async def lenses(self, uri: str) -> Sequence[types.CodeLens]:
        document = types.TextDocumentIdentifier(uri)
        return await self.client.text_document_code_lens_async(types.CodeLensParams(document)) or []

    async def actions(
        self, uri: str, words: str, only: Sequence[str] | None = None
    ) -> dict[str, types.CodeAction]:
        """Return what is offered for words, by title."""
        params = types.CodeActionParams(
            types.TextDocumentIdentifier(uri),
            self.range_of(uri, words),
            types.CodeActionContext([], only=only),
        )
        found = await self.client.text_document_code_action_async(params) or []
        return {one.title: _action(one) for one in found}

    def apply(self, uri: str, action: types.CodeAction) -> str:
        """Return the text after an action."""
        assert action.edit
        edits = (action.edit.changes or {}).get(uri, ())
        for change in action.edit.document_changes or ():
            assert isinstance(change, types.TextDocumentEdit)
            assert change.text_document.version == self.versions[uri]
            edits = [one for one in change.edits if isinstance(one, types.TextEdit)]
        text = self.texts[uri]
        for edit in sorted(edits, key=lambda one: one.range.start, reverse=True):
            written = types.TextDocumentContentChangePartial(edit.range, edit.new_text)
            text = edited(text, [written], self.encoding)
        return text

    async def choose(self, action: types.CodeAction) -> None:
        """Have the server do what an action is for."""
        assert action.command
        params = types.ExecuteCommandParams(action.command.command, action.command.arguments)
        await self.client.workspace_execute_command_async(params)

    def changed(self, *files: Path) -> None:
        """Tell the server that files have changed on the disk."""
        events = [types.FileEvent(one.as_uri(), types.FileChangeType.Changed) for one in files]
        params = types.DidChangeWatchedFilesParams(events)
        self.client.workspace_did_change_watched_files(params)

    def configure(self, settings: dict[str, Any] | None) -> None:
        """Send settings, or only that they have changed."""
        params = types.DidChangeConfigurationParams(settings)
        self.client.workspace_did_change_configuration(params)

    def messages(self) -> list[str]:
        return [one.message for one in self.client.messages]


def _action(found: types.Command | types.CodeAction) -> types.CodeAction:
    """Return an action as it was sent: the client takes one with a command for the command."""
    if isinstance(found, types.CodeAction):
        return found
    sent = ast.literal_eval(found.command)
    command = types.Command(sent["title"], sent["command"], arguments=sent["arguments"])
    return types.CodeAction(found.title, command=command)
