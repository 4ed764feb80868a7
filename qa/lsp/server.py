"""The server's state: open texts, what was found in them, and when to look again."""

import asyncio
import logging
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from qa.errors import QAError
from qa.lsp import diagnostics
from qa.lsp.actions import Page
from qa.lsp.checking import Checked, Checker, suffix_for
from qa.lsp.diagnostics import Blame
from qa.lsp.positions import Positions
from qa.lsp.preferences import Preferences
from qa.version import __version__

# Seconds without a key before a text is checked: less, and half-written words are flagged.
DELAY = 0.3

_log = logging.getLogger(__name__)


@dataclass(slots=True, eq=False)
class Buffer:
    """A text that an editor has open.

    Attributes:
        uri: its name.
        path: of its file, absolute; for a new text one in the open folder.
        suffix: of its format.
        version: as the editor counts.
        content: as the editor has it.
        task: looks for what is in it; done where there is nothing to wait for.
        checked: what was found in this version, None before that and where it failed.
        failure: what the user was told of why it failed.
        blame: the file that made it fail.
    """

    uri: str
    path: str
    suffix: str
    version: int
    content: str
    task: "asyncio.Task[None] | None" = None
    checked: Checked | None = None
    failure: str | None = None
    blame: Blame | None = None


class Server(LanguageServer):
    """A language server for texts.

    Checks run one after the other in a thread of their own. What a key made obsolete is not
    started, and where it runs already, its result is dropped.

    Attributes:
        ended: whether the editor has asked for the end, as it must before it leaves.
        preferences: the editor's settings.
        buffers: the open texts by their names.
    """

    def __init__(self) -> None:
        super().__init__("qa", __version__)
        self.ended = False
        self.preferences = Preferences()
        self.buffers: dict[str, Buffer] = {}
        self._checker = Checker()
        self._thread = ThreadPoolExecutor(1, "check")

    @property
    def folder(self) -> Path | None:
        """The folder that the editor has open, the first of several."""
        folders = [to_fs_path(one.uri) for one in self.workspace.folders.values()]
        root = next((one for one in folders if one), self.workspace.root_path)
        return Path(root) if root else None

    @property
    def encoding(self) -> str:
        """What columns count: "utf-8", "utf-16" or "utf-32"."""
        return types.PositionEncodingKind(self.workspace.position_encoding).value

    def open(self, text: types.TextDocumentItem) -> None:
        """Take up a text, and check it now; program text is left alone."""
        path = to_fs_path(text.uri)
        own = path or str((self.folder or Path.cwd()) / "untitled")
        suffix = suffix_for(path or "", text.language_id)
        if suffix is None:
            message = f"{text.uri}: {text.language_id} is not checked"
            self.window_log_message(types.LogMessageParams(types.MessageType.Info, message))
            return
        self.buffers[text.uri] = Buffer(text.uri, own, suffix, text.version, text.text)
        self.check(self.buffers[text.uri], 0)

    def close(self, uri: str) -> None:
        """Forget a text, and take away what was shown of it."""
        buffer = self.buffers.pop(uri, None)
        if buffer:
            self._stop(buffer)
            self._publish(uri, [])
            self._blame(buffer, None)

    def check_all(self) -> None:
        """Check every open text again: settings or glossaries may have changed."""
        for buffer in self.buffers.values():
            self.check(buffer, 0)
        if self.client_can("workspace.code_lens.refresh_support"):
            self.workspace_code_lens_refresh(None)

    def check(self, buffer: Buffer, delay: float) -> None:
        """Check a text after a delay, in seconds, unless it is asked for again before."""
        self._stop(buffer)
        buffer.checked = None
        buffer.task = asyncio.create_task(self._checked(buffer, delay))

    async def page(self, uri: str) -> Page | None:
        """Return a text when it is checked as it is now; None where that fails."""
        buffer = self.buffers.get(uri)
        while buffer and buffer.task and not buffer.task.done():
            await asyncio.wait([buffer.task])
        if not buffer or not buffer.checked:
            return None
        positions = Positions(buffer.content, self.encoding)
        versioned = self.client_can("workspace.workspace_edit.document_changes")
        return Page(uri, buffer.version, buffer.checked, positions, versioned)

    def client_can(self, capability: str) -> bool:
        """Tell whether the editor has a capability, named as a path with points."""
        has: object = self.client_capabilities
        for part in capability.split("."):
            has = getattr(has, part, None)
        return bool(has)

    def tell(self, message: str) -> None:
        """Show a message."""
        self.window_show_message(types.ShowMessageParams(types.MessageType.Info, message))

    def complain(self, error: QAError) -> None:
        """Show an error that is not about one text."""
        hint = f" ({error.hint})" if error.hint else ""
        message = f"qa: {error.message}{hint}"
        self.window_show_message(types.ShowMessageParams(types.MessageType.Error, message))

    @contextmanager
    def complaining(self) -> Iterator[None]:
        """Show an error that ends the block."""
        try:
            yield
        except QAError as error:
            self.complain(error)

    def _stop(self, buffer: Buffer) -> None:
        if buffer.task:
            buffer.task.cancel()

    async def _checked(self, buffer: Buffer, delay: float) -> None:
        await asyncio.sleep(delay)
        try:
            buffer.checked = await self._inspected(buffer)
            self._succeeded(buffer, buffer.checked)
        except QAError as error:
            self._failed(buffer, error)
        except Exception as error:  # noqa: BLE001 - a mistake in a check must not end the server
            _log.exception("%s could not be checked", buffer.path)
            hint = "this is a mistake in qa or in a plug-in"
            self._failed(buffer, QAError(f"{type(error).__name__}: {error}", hint))

    async def _inspected(self, buffer: Buffer) -> Checked | None:
        """Return what is in a text; None for one without words."""
        if not buffer.content.strip():
            return None
        options = self.preferences.options(self.folder or Path.cwd())
        return await asyncio.get_running_loop().run_in_executor(
            self._thread,
            self._checker.check,
            buffer.content,
            buffer.path,
            buffer.suffix,
            options,
        )

    def _succeeded(self, buffer: Buffer, checked: Checked | None) -> None:
        positions = Positions(buffer.content, self.encoding)
        found = checked.findings if checked else ()
        shown = [diagnostics.of_finding(one, buffer.uri, positions) for one in found]
        self._blame(buffer, None)
        self._publish(buffer.uri, shown, buffer.version)
        buffer.failure = None

    def _failed(self, buffer: Buffer, error: QAError) -> None:
        self._publish(buffer.uri, [], buffer.version)
        blame = diagnostics.blamed(error, buffer.path)
        self._blame(buffer, blame)
        told = {one.failure for one in self.buffers.values()}
        buffer.failure = error.message
        own = blame is not None and blame.path == buffer.path
        if not own and error.message not in told:
            self.complain(error)

    def _blame(self, buffer: Buffer, blame: Blame | None) -> None:
        """Show what is to blame for a text in its own file, and no longer what was before."""
        before, buffer.blame = buffer.blame, blame
        for path in {one.path for one in (before, blame) if one}:
            current = {one.blame for one in self.buffers.values() if one.blame}
            shown = [diagnostics.of_blame(one) for one in current if one.path == path]
            own = next((one for one in self.buffers.values() if one.path == path), None)
            self._publish(own.uri if own else diagnostics.address(path), shown)

    def _publish(
        self, uri: str, shown: Iterable[types.Diagnostic], version: int | None = None
    ) -> None:
        found = types.PublishDiagnosticsParams(uri, [*shown], version)
        self.text_document_publish_diagnostics(found)
