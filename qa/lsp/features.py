"""What editors ask for and tell, and what is done about it."""

from collections.abc import Callable
from typing import Any

from lsprotocol import types

from qa.lsp import commands, hovering, preferences
from qa.lsp.actions import FIX_ALL, Command, Page, offered
from qa.lsp.positions import edited
from qa.lsp.preferences import SECTION, Preferences
from qa.lsp.server import DELAY, Server

_OPTIONS = {
    types.TEXT_DOCUMENT_CODE_ACTION: types.CodeActionOptions(
        code_action_kinds=[types.CodeActionKind.QuickFix, FIX_ALL]
    ),
}
# Settings, and glossaries, which are mostly in the open folder.
_WATCHED = "**/*.toml"
_TOP = types.Range(types.Position(0, 0), types.Position(0, 0))


def made() -> Server:
    """Return a server that answers editors."""
    server = Server()
    for method in _TEXTS:
        # Those of pygls keep a copy of the text whose lines end at form feeds and the like, too.
        del server.protocol.fm.builtin_features[method]
    for method, handler in (_TEXTS | _FEATURES).items():
        server.feature(method, _OPTIONS.get(method))(handler)
    for name, handler in commands.HANDLERS.items():
        server.command(name)(handler)
    return server


def _open(server: Server, params: types.DidOpenTextDocumentParams) -> None:
    server.open(params.text_document)


def _change(server: Server, params: types.DidChangeTextDocumentParams) -> None:
    buffer = server.buffers.get(params.text_document.uri)
    if buffer:
        buffer.content = edited(buffer.content, params.content_changes, server.encoding)
        buffer.version = params.text_document.version
        server.check(buffer, DELAY)


def _save(server: Server, params: types.DidSaveTextDocumentParams) -> None:
    buffer = server.buffers.get(params.text_document.uri)
    if buffer:
        server.check(buffer, 0)


def _close(server: Server, params: types.DidCloseTextDocumentParams) -> None:
    server.close(params.text_document.uri)


async def _hover(server: Server, params: types.HoverParams) -> types.Hover | None:
    page = await server.page(params.text_document.uri)
    return _shown(page, params.position) if page else None


def _shown(page: Page, position: types.Position) -> types.Hover | None:
    """Return what is said of the words at a position; on the first line, of the whole text."""
    found = page.at(types.Range(position, position))
    if found:
        place = page.positions.range(found[0].start, found[0].end)
        told = hovering.of_findings(found, page.checked.config.glossaries)
        return types.Hover(_markdown(told), place)
    first = position.line == 0
    return types.Hover(_markdown(hovering.of_report(page.checked.report))) if first else None


def _markdown(text: str) -> types.MarkupContent:
    return types.MarkupContent(types.MarkupKind.Markdown, text)


async def _actions(server: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    page = await server.page(params.text_document.uri)
    has_file = params.text_document.uri.startswith("file:")
    return offered(page, params.range, params.context.only, settings=has_file) if page else []


async def _lenses(server: Server, params: types.CodeLensParams) -> list[types.CodeLens]:
    uri = params.text_document.uri
    page = await server.page(uri)
    if page is None:
        return []
    command = types.Command(
        hovering.title(page.checked.report), Command.VERDICT.value, arguments=[uri]
    )
    return [types.CodeLens(_TOP, command)]


def _begin(server: Server, params: types.InitializeParams) -> None:
    with server.complaining():
        server.preferences = preferences.told(params.initialization_options)


async def _begun(server: Server, _: types.InitializedParams) -> None:
    await _watch(server)
    await _pull(server)


async def _configure(server: Server, params: types.DidChangeConfigurationParams) -> None:
    """Take settings from an editor that sends them, or else ask for them."""
    sent = params.settings.get(SECTION) if isinstance(params.settings, dict) else None
    with server.complaining():
        if sent:
            _prefer(server, preferences.told(sent))
            return
    await _pull(server)


def _recheck(server: Server, _: types.DidChangeWatchedFilesParams) -> None:
    server.check_all()


def _end(server: Server, _: None) -> None:
    server.ended = True


async def _pull(server: Server) -> None:
    if server.client_can("workspace.configuration"):
        asked = types.ConfigurationParams([types.ConfigurationItem(section=SECTION)])
        settings = await server.workspace_configuration_async(asked)
        with server.complaining():
            if settings and settings[0]:
                _prefer(server, preferences.told(settings[0]))


def _prefer(server: Server, wanted: Preferences) -> None:
    if wanted != server.preferences:
        server.preferences = wanted
        server.check_all()


async def _watch(server: Server) -> None:
    """Ask to be told of changes to settings and glossaries."""
    wanted: list[types.Registration] = []
    if server.client_can("workspace.did_change_watched_files.dynamic_registration"):
        files = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(_WATCHED)])
        method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        wanted.append(types.Registration("files", method, files))
    if server.client_can("workspace.did_change_configuration.dynamic_registration"):
        section = types.DidChangeConfigurationRegistrationOptions(section=SECTION)
        method = types.WORKSPACE_DID_CHANGE_CONFIGURATION
        wanted.append(types.Registration("settings", method, section))
    if wanted:
        await server.client_register_capability_async(types.RegistrationParams(wanted))


_Handler = Callable[..., Any]
_TEXTS: dict[str, _Handler] = {
    types.TEXT_DOCUMENT_DID_OPEN: _open,
    types.TEXT_DOCUMENT_DID_CHANGE: _change,
    types.TEXT_DOCUMENT_DID_CLOSE: _close,
}
_FEATURES: dict[str, _Handler] = {
    types.INITIALIZE: _begin,
    types.INITIALIZED: _begun,
    types.SHUTDOWN: _end,
    types.TEXT_DOCUMENT_DID_SAVE: _save,
    types.TEXT_DOCUMENT_HOVER: _hover,
    types.TEXT_DOCUMENT_CODE_ACTION: _actions,
    types.TEXT_DOCUMENT_CODE_LENS: _lenses,
    types.WORKSPACE_DID_CHANGE_CONFIGURATION: _configure,
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: _recheck,
}
