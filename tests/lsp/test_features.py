"""What an editor asks of ``qa lsp`` and what it is told, over the real pipe."""

import tomllib
from pathlib import Path

import pytest
from editors import SENTENCE, Editor, settings, until
from lsprotocol import types

pytestmark = pytest.mark.asyncio(loop_scope="session")

HOUSE = """name = "house"

[[concept]]
id = "budget"
terms.en = [{ text = "budget" }, { text = "household plan", status = "forbidden" }]
"""


def text_of(hover: types.Hover | None) -> str:
    assert hover
    assert isinstance(hover.contents, types.MarkupContent)
    assert hover.contents.kind is types.MarkupKind.Markdown
    return hover.contents.value


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        f"😀 cafe\u0301 漢字 {SENTENCE}",
        f"First line.\r\n\r\n👩\u200d🚀 {SENTENCE}\r\n",
        f"A form\ffeed and a separator\u2028here.\r{SENTENCE}",
    ],
)
async def test_findings_stand_on_their_words(editor: Editor, tmp_path: Path, text: str) -> None:
    settings(tmp_path)
    found = await editor.words(editor.open(tmp_path / "a.txt", text))
    assert found["de-en/under-four-eyes"] == "under four eyes"
    assert found["repeated-word"] == "the the"


async def test_a_finding_says_all_that_an_editor_shows(editor: Editor, tmp_path: Path) -> None:
    settings(tmp_path, 'severity = { repeated-word = "note", spacing = "error" }\n')
    uri = editor.open(tmp_path / "a.txt", f"{SENTENCE} So it was .")
    found = {str(one.code): one for one in await editor.diagnostics(uri)}
    phrase = found["de-en/under-four-eyes"]
    assert phrase.source == "qa"
    assert phrase.message == "reads like German 'unter vier Augen' → in private · one-on-one"
    assert phrase.severity is types.DiagnosticSeverity.Warning
    assert phrase.data
    assert len(phrase.data["fingerprint"]) == 16
    assert found["repeated-word"].severity is types.DiagnosticSeverity.Information
    assert found["spacing"].severity is types.DiagnosticSeverity.Error


async def test_other_places_of_a_finding_are_named(editor: Editor, tmp_path: Path) -> None:
    settings(tmp_path)
    pairs = [("one", "😀 The fair opens."), ("two", "😀 The fair begins.")]
    rows = [f'msgctxt "{at}"\nmsgid "Die Messe beginnt."\nmsgstr "{it}"\n' for at, it in pairs]
    uri = editor.open(tmp_path / "a.po", "\n".join(rows), "po")
    found = await editor.diagnostics(uri)
    (one,) = [one for one in found if one.code == "inconsistent-translation"]
    assert one.related_information
    (place,) = one.related_information
    assert place.location.uri == uri
    texts = {editor.text_in(uri, one.range), editor.text_in(uri, place.location.range)}
    assert texts == {"😀 The fair opens.", "😀 The fair begins."}


async def test_edits_are_followed_and_checked_once_typing_stops(
    editor: Editor, tmp_path: Path
) -> None:
    settings(tmp_path)
    uri = editor.open(tmp_path / "a.txt", f"😀\r\n{SENTENCE}")
    await editor.diagnostics(uri)
    for old, new in [("four", "fou"), ("fou", "six"), ("the the", "the 🚀 the"), ("😀", "😀😀")]:
        editor.type(uri, old, new)
    assert await editor.words(uri) == {}
    editor.type(uri, "six", "four")
    assert await editor.words(uri) == {"de-en/under-four-eyes": "under four eyes"}
    told = [one.version for one in editor.client.published if one.uri == uri]
    assert len(told) == 3


async def test_a_closed_text_leaves_nothing_behind(editor: Editor, tmp_path: Path) -> None:
    settings(tmp_path)
    uri = editor.open(tmp_path / "a.txt", SENTENCE)
    assert await editor.diagnostics(uri)
    editor.type(uri, "talks", "talk")
    editor.close(uri)
    await until(lambda: not editor.last(uri))
    assert await editor.hover(uri, "four") is None


@pytest.mark.parametrize(
    ("name", "language", "is_checked"),
    [
        ("a.md", "markdown", True),
        ("notes", "plaintext", True),
        ("a.py", "python", False),
        ("a.toml", "toml", False),
        ("a.docx", "plaintext", False),
    ],
)
async def test_program_text_is_left_alone(
    editor: Editor, tmp_path: Path, name: str, language: str, is_checked: bool
) -> None:
    settings(tmp_path)
    uri = editor.open(tmp_path / name, SENTENCE, language)
    sentinel = editor.open(tmp_path / "z.txt", SENTENCE)
    await editor.diagnostics(sentinel)
    assert bool(editor.last(uri)) == is_checked


async def test_a_bilingual_file_is_checked_beside_its_source(
    editor: Editor, tmp_path: Path
) -> None:
    catalogue = 'msgid "😀 Es kostet 40 Euro."\nmsgstr "😀 It costs 45 euros."\n'
    settings(tmp_path)
    uri = editor.open(tmp_path / "a.po", catalogue, "po")
    found = await editor.words(uri)
    assert found["changed-number"] == "45"


async def test_a_text_without_words_has_no_findings(editor: Editor, tmp_path: Path) -> None:
    assert not await editor.diagnostics(editor.open(tmp_path / "a.txt", " \n"))
    assert editor.messages() == []


async def test_hovering_shows_the_finding_and_its_page(editor: Editor, tmp_path: Path) -> None:
    settings(tmp_path)
    uri = editor.open(tmp_path / "a.txt", f"A heading\n\n😀 {SENTENCE}")
    hover = await editor.hover(uri, "four")
    assert hover
    assert hover.range == editor.range_of(uri, "under four eyes")
    shown = text_of(hover)
    assert shown.startswith("**reads like German 'unter vier Augen'**\n\n→ in private · one-on-one")
    assert "A German image for a talk between two people" in shown
    assert "Confidence: nearly always" in shown
    assert "\n*Flagged*\n- " in shown
    assert await editor.hover(uri, "ministers") is None


async def test_hovering_a_check_shows_why_it_matters(editor: Editor, tmp_path: Path) -> None:
    settings(tmp_path)
    uri = editor.open(tmp_path / "a.txt", SENTENCE)
    hover = await editor.hover(uri, "the the")
    assert "*Why it matters*\n- It is nearly always a slip" in text_of(hover)


async def test_the_verdict_stands_above_the_text(editor: Editor, tmp_path: Path) -> None:
    settings(tmp_path)
    uri = editor.open(tmp_path / "a.txt", f"Nothing.\n\n{SENTENCE}")
    (lens,) = await editor.lenses(uri)
    assert lens.range.start == types.Position(0, 0)
    assert lens.command
    told = "qa: en from de, 15 words; no verdict: 15 words of running text are fewer than 60"
    assert lens.command.title == told
    assert lens.command.command == "qa.verdict"
    await editor.choose(types.CodeAction("", command=lens.command))
    assert editor.messages()[0].splitlines()[0] == told
    hover = await editor.hover(uri, "Nothing")
    assert told in text_of(hover)


async def test_each_suggestion_is_offered_the_sure_one_first(
    editor: Editor, tmp_path: Path
) -> None:
    settings(tmp_path)
    uri = editor.open(tmp_path / "a.txt", f"😀 {SENTENCE}")
    offered = await editor.actions(uri, "four", ["quickfix"])
    first, second, ignore = offered.values()
    assert first.title == "Replace “under four eyes” with “in private”"
    assert first.is_preferred
    assert not second.is_preferred
    assert editor.apply(uri, first) == f"😀 {SENTENCE.replace('under four eyes', 'in private')}"
    assert editor.apply(uri, second) == f"😀 {SENTENCE.replace('under four eyes', 'one-on-one')}"
    assert first.diagnostics == tuple(
        one for one in editor.last(uri) if one.code == "de-en/under-four-eyes"
    )
    assert ignore.title == "Ignore de-en/under-four-eyes in all texts"
    assert await editor.actions(uri, "talks", ["quickfix"]) == {}


async def test_all_that_is_nearly_always_right_is_put_in_at_once(
    editor: Editor, tmp_path: Path
) -> None:
    settings(tmp_path)
    uri = editor.open(tmp_path / "a.txt", f"😀 {SENTENCE}\r\n\r\n{SENTENCE} 😀")
    for kind in ("source.fixAll", "source.fixAll.qa", "source"):
        (action,) = (await editor.actions(uri, "talks", [kind])).values()
        mended = "The ministers met in private on Monday, and the talks went on."
        assert editor.apply(uri, action) == f"😀 {mended}\r\n\r\n{mended} 😀"
    assert await editor.actions(uri, "talks", ["source.organizeImports"]) == {}


@pytest.mark.parametrize("ending", ["", "\r\n\r\nAnother paragraph follows it."])
async def test_a_finding_is_ignored_by_a_comment(
    editor: Editor, tmp_path: Path, ending: str
) -> None:
    settings(tmp_path)
    uri = editor.open(tmp_path / "a.md", f"# Talks\r\n\r\n{SENTENCE}{ending}", "markdown")
    offered = await editor.actions(uri, "the the")
    after = editor.apply(uri, offered["Ignore repeated-word here"])
    assert after == f"# Talks\r\n\r\n{SENTENCE} <!-- qa:ignore repeated-word -->{ending}"
    editor.type(uri, editor.texts[uri], after)
    assert set(await editor.words(uri)) == {"de-en/under-four-eyes"}


async def test_a_check_is_ignored_everywhere_by_the_settings(
    editor: Editor, tmp_path: Path
) -> None:
    settings(tmp_path, "# Of the desk.\n")
    uri = editor.open(tmp_path / "a.txt", SENTENCE)
    offered = await editor.actions(uri, "the the")
    await editor.choose(offered["Ignore repeated-word in all texts"])
    await until(lambda: len(editor.last(uri)) == 1)
    kept = (tmp_path / "qa.toml").read_text(encoding="utf-8")
    assert kept == ('language = "en"\norigin = "de"\nignore = ["repeated-word"]\n# Of the desk.\n')
    assert editor.messages() == [f"{tmp_path / 'qa.toml'}: 'repeated-word' is ignored"]


async def test_selected_words_go_into_the_glossary(editor: Editor, tmp_path: Path) -> None:
    settings(tmp_path, 'glossaries = ["house.toml"]\n')
    (tmp_path / "house.toml").write_text(HOUSE, encoding="utf-8")
    uri = editor.open(tmp_path / "a.txt", "The peak meeting settled the household plan.")
    assert await editor.words(uri) == {"house/budget": "household plan"}
    offered = await editor.actions(uri, "peak meeting", ["quickfix"])
    assert [*offered] == [
        "Add “peak meeting” to house.toml as a term",
        "Add “peak meeting” to house.toml as a term never to use",
    ]
    await editor.choose(offered["Add “peak meeting” to house.toml as a term never to use"])
    await until(lambda: len(editor.last(uri)) == 2)
    concepts = tomllib.loads((tmp_path / "house.toml").read_text())["concept"]
    assert concepts[1]["terms"] == {"en": [{"text": "peak meeting", "status": "forbidden"}]}
    hover = await editor.hover(uri, "household")
    assert "household plan (forbidden)" in text_of(hover)


async def test_a_glossary_that_the_settings_do_not_name_is_not_touched(
    editor: Editor, tmp_path: Path
) -> None:
    settings(tmp_path)
    (tmp_path / "other.toml").write_text(HOUSE, encoding="utf-8")
    uri = editor.open(tmp_path / "a.txt", SENTENCE)
    arguments = [uri, str(tmp_path / "other.toml"), "talks", "forbidden"]
    command = types.Command("", "qa.addTerm", arguments=arguments)
    await editor.choose(types.CodeAction("", command=command))
    assert "is no glossary of this text" in editor.messages()[0]
    assert (tmp_path / "other.toml").read_text(encoding="utf-8") == HOUSE
