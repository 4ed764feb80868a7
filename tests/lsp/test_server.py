"""What keeps ``qa lsp`` right and alive: changed files, mistakes in them, editors of all kinds."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from editors import SENTENCE, SERVER, Client, Editor, settings, until
from lsprotocol import types
from pygls.workspace import Workspace

from qa.lsp.checking import Checker
from qa.lsp.features import made
from qa.lsp.server import Server

pytestmark = pytest.mark.asyncio(loop_scope="session")


@asynccontextmanager
async def session(params: types.InitializeParams) -> AsyncIterator[Editor]:
    """Yield an editor with a server of its own."""
    client = Client()
    await client.start_io(*SERVER)
    answer = await client.initialize_session(params)
    yield Editor(client, str(answer.capabilities.position_encoding))
    await client.stop()  # type: ignore[no-untyped-call]


async def status_of(editor: Editor) -> int:
    process = editor.client._server  # noqa: SLF001 - pytest-lsp shows it in no other way
    assert process
    return await asyncio.wait_for(process.wait(), 20)


async def test_changed_settings_are_heeded_at_once(editor: Editor, tmp_path: Path) -> None:
    settings(tmp_path)
    uri = editor.open(tmp_path / "a.txt", SENTENCE)
    assert len(await editor.diagnostics(uri)) == 2
    settings(tmp_path, 'select = ["repeated-word"]\n')
    editor.changed(tmp_path / "qa.toml")
    await until(lambda: len(editor.last(uri)) == 1)
    watched = [one.method for one in editor.client.registered]
    assert types.WORKSPACE_DID_CHANGE_WATCHED_FILES in watched


async def test_a_changed_glossary_is_heeded_with_the_next_key(
    editor: Editor, tmp_path: Path
) -> None:
    settings(tmp_path, 'glossaries = ["house.toml"]\n')
    house = 'name = "house"\n\n[[concept]]\nid = "talk"\nterms.en = [\n  { text = "talk"%s },\n]\n'
    (tmp_path / "house.toml").write_text(house % "", encoding="utf-8")
    uri = editor.open(tmp_path / "a.txt", SENTENCE)
    assert len(await editor.diagnostics(uri)) == 2
    (tmp_path / "house.toml").write_text(house % ', status = "forbidden"', encoding="utf-8")
    editor.type(uri, "Monday", "Tuesday")
    assert (await editor.words(uri))["house/talk"] == "talks"


async def test_what_the_baseline_knows_is_not_shown(editor: Editor, tmp_path: Path) -> None:
    from qa.batch import check_paths
    from qa.config import Options
    from qa.gate import baseline

    settings(tmp_path)
    article = tmp_path / "a.txt"
    article.write_text(SENTENCE, encoding="utf-8")
    report = check_paths([str(article)], Options())
    baseline.write(baseline.made(report.documents, tmp_path), tmp_path / "known.json")
    settings(tmp_path, 'baseline = "known.json"\n')
    uri = editor.open(article, f"{SENTENCE}\n\nThey met at at noon.")
    assert await editor.words(uri) == {"repeated-word": "at at"}


async def test_a_mistake_in_the_settings_is_shown_where_it_is(
    editor: Editor, tmp_path: Path
) -> None:
    uri = editor.open(tmp_path / "a.txt", SENTENCE)
    other = editor.open(tmp_path / "b.txt", SENTENCE)
    settings(tmp_path, 'sellect = ["repeated-word"]\n')
    editor.changed(tmp_path / "qa.toml")
    file = (tmp_path / "qa.toml").as_uri()
    await until(lambda: bool(editor.last(file)))
    (shown,) = editor.last(file)
    assert shown.message == "unknown key 'sellect'; did you mean 'select'?"
    assert shown.range.start.line == 2
    await until(lambda: not editor.last(uri) and not editor.last(other))
    editor.type(uri, "Monday", "Tuesday")
    await editor.diagnostics(uri)
    told = [one for one in editor.messages() if "sellect" in one]
    assert len(told) == 1
    settings(tmp_path)
    editor.changed(tmp_path / "qa.toml")
    await until(lambda: not editor.last(file) and len(editor.last(uri)) == 2)
    await until(lambda: len(editor.last(other)) == 2)


async def test_a_check_that_there_is_not_is_said_in_a_message(
    editor: Editor, tmp_path: Path
) -> None:
    settings(tmp_path, 'ignore = ["repeated-wrod"]\n')
    uri = editor.open(tmp_path / "a.txt", SENTENCE)
    assert not await editor.diagnostics(uri)
    await until(lambda: bool(editor.messages()))
    assert "there is no check 'repeated-wrod'" in editor.messages()[0]
    assert "did you mean 'repeated-word'" in editor.messages()[0]


async def test_a_broken_glossary_is_shown_where_it_is(editor: Editor, tmp_path: Path) -> None:
    settings(tmp_path, 'glossaries = ["house.toml"]\n')
    house = tmp_path / "house.toml"
    term = 'terms.en = [{ text = "talk", status = "unwanted" }]'
    house.write_text(f'name = "house"\n\n[[concept]]\nid = "talk"\n{term}\n', encoding="utf-8")
    uri = editor.open(tmp_path / "a.txt", SENTENCE)
    assert not await editor.diagnostics(uri)
    await until(lambda: bool(editor.last(house.as_uri())))
    assert editor.last(house.as_uri())[0].range.start.line == 4
    editor.close(uri)
    await until(lambda: not editor.last(house.as_uri()))


async def test_a_file_that_is_not_well_formed_yet_is_said_in_itself(
    editor: Editor, tmp_path: Path
) -> None:
    settings(tmp_path)
    unit = '<xliff version="1.2">\n<file source-language="de" target-language="en"><body>\n'
    uri = editor.open(tmp_path / "a.xlf", f"{unit}<trans-unit", "xml")
    (shown,) = await editor.diagnostics(uri)
    assert shown.severity is types.DiagnosticSeverity.Error
    assert editor.messages() == []


async def test_settings_of_the_editor_win(editor: Editor, tmp_path: Path) -> None:
    settings(tmp_path)
    uri = editor.open(tmp_path / "a.txt", SENTENCE)
    assert len(await editor.diagnostics(uri)) == 2
    editor.configure({"qa": {"origin": "fr"}})
    await until(lambda: len(editor.last(uri)) == 1)
    editor.configure({"qa": {"languague": "fr"}})
    await until(lambda: bool(editor.messages()))
    assert "languague" in editor.messages()[0]
    assert "they are language, origin, glossaries" in editor.messages()[0]
    editor.client.set_configuration({"language": "en"}, section="qa")
    editor.configure(None)
    await until(lambda: len(editor.last(uri)) == 2)
    assert editor.client.refreshed


async def test_an_open_question_is_answered_of_the_text_as_it_is(
    editor: Editor, tmp_path: Path
) -> None:
    settings(tmp_path)
    uri = editor.open(tmp_path / "a.txt", SENTENCE)
    editor.type(uri, "four eyes", "six eyes")
    editor.type(uri, "six eyes", "four eyes 😀")
    assert "Replace “under four eyes” with “in private”" in await editor.actions(uri, "under")


@pytest.mark.parametrize(("encoding", "takes_its_leave"), [("utf-8", True), ("utf-32", False)])
async def test_an_editor_is_spoken_to_as_it_prefers_until_it_leaves(
    tmp_path: Path, encoding: str, takes_its_leave: bool
) -> None:
    offered = [types.PositionEncodingKind(encoding), types.PositionEncodingKind.Utf16]
    general = types.GeneralClientCapabilities(position_encodings=offered)
    params = types.InitializeParams(
        capabilities=types.ClientCapabilities(general=general),
        root_uri=tmp_path.as_uri(),
        initialization_options={"language": "en", "origin": "de"},
    )
    async with session(params) as editor:
        assert editor.encoding == encoding
        uri = editor.open(tmp_path / "a.txt", f"😀 漢字 e\u0301 {SENTENCE}")
        assert (await editor.words(uri))["repeated-word"] == "the the"
        editor.type(uri, "字", "字😀")
        assert (await editor.words(uri))["de-en/under-four-eyes"] == "under four eyes"
        action = (await editor.actions(uri, "the the"))["Replace “the the” with “the”"]
        assert action.edit
        assert action.edit.changes
        assert editor.apply(uri, action) == f"😀 漢字😀 e\u0301 {SENTENCE}".replace(
            "the the", "the"
        )
        if takes_its_leave:
            await editor.client.shutdown_async(None)
        editor.client.exit(None)
        assert await status_of(editor) == (0 if takes_its_leave else 1)


async def test_a_mistake_in_a_check_costs_one_text_and_not_the_server(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("by nought")

    said: list[types.ShowMessageParams] = []
    published: list[types.PublishDiagnosticsParams] = []
    server = made()
    monkeypatch.setattr(Checker, "check", fail)
    monkeypatch.setattr(Server, "workspace", Workspace(None))
    monkeypatch.setattr(server, "window_show_message", said.append)
    monkeypatch.setattr(server, "text_document_publish_diagnostics", published.append)
    server.open(types.TextDocumentItem("untitled:One", "markdown", 1, SENTENCE))
    assert await server.page("untitled:One") is None
    assert [(one.uri, list(one.diagnostics)) for one in published] == [("untitled:One", [])]
    assert [one.message for one in said] == [
        "qa: ZeroDivisionError: by nought (this is a mistake in qa or in a plug-in)"
    ]
