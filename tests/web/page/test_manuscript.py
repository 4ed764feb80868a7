import io
import zipfile
from base64 import b64encode
from pathlib import Path

from conftest import ROOT
from live import Live
from msgspec import json

ARTICLE = ROOT / "corpora/samples/article.txt"
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TEXT = "The minister announced a return service for the workers, and they met under four eyes."


def word_document(*paragraphs: str) -> bytes:
    body = "".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in paragraphs)
    main = f'<Relationship Id="r1" Type="{TYPES}/officeDocument" Target="word/document.xml"/>'
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("_rels/.rels", f"<Relationships>{main}</Relationships>")
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{WORDS}"><w:body>{body}</w:body></w:document>',
        )
    return packed.getvalue()


def dropped(live: Live, name: str, content: bytes, selector: str = "#text") -> None:
    live.drop(name, "", b64encode(content).decode(), selector)


def saved(live: Live, label: str) -> tuple[str, bytes]:
    live.page.get_by_role("button", name="Download").click()
    with live.page.expect_download() as waiting:
        live.page.get_by_role("button", name=label).click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def test_a_dropped_word_document_is_checked_and_its_text_saved(live: Live) -> None:
    live.write("What was here before.", 0)
    dropped(live, "Haven.docx", word_document(TEXT, "It was late."))
    live.settled(2)
    assert live.text == f"{TEXT}\n\nIt was late.\n"
    assert live.page.title() == "Haven.txt – qa"
    live.press("Alt+ArrowDown", "Alt+2")
    name, content = saved(live, "Corrected text")
    assert name == "Haven.txt"
    assert content.decode() == (
        f"{TEXT.replace('return service', 'quid pro quo')}\n\nIt was late.\n"
    )


def test_an_opened_file_is_undone_like_typing(live: Live) -> None:
    live.write("What was here before.", 0)
    live.page.set_input_files(
        "#file", {"name": "a.md", "mimeType": "text/markdown", "buffer": TEXT.encode("utf-16")}
    )
    live.settled(2)
    live.page.focus("#text")
    live.press("Control+z")
    live.settled(0)
    assert live.text.rstrip("\n") == "What was here before."


def test_a_file_that_cannot_be_read_is_refused_with_the_reason(live: Live) -> None:
    live.write(TEXT, 2)
    dropped(live, "a.docx", b"no zip")
    notice = live.page.get_by_role("alert")
    assert "damaged" in notice.inner_text()
    assert live.text == TEXT
    live.errors.clear()


def test_reports_are_saved(live: Live) -> None:
    live.write(TEXT, 2)
    name, content = saved(live, "Report for programs")
    assert name == "article.report.json"
    document = json.decode(content)["documents"][0]
    assert [one["text"] for one in document["findings"]] == ["return service", "under four eyes"]
    name, content = saved(live, "Report to read")
    assert name == "article.report.html"
    assert b"return service" in content


def test_a_source_beside_the_text_is_compared_with_it(live: Live) -> None:
    live.write("The harbour of the city costs the taxpayers 300 million euros.", 0)
    live.page.get_by_role("button", name="Source text").click()
    live.page.locator("#language").select_option("en")
    live.page.locator("#origin").select_option("de")
    source = "Der Hafen der Stadt kostet die Steuerzahler 500 Millionen Euro."
    live.page.locator("#source").fill(source)
    live.settled(1)
    assert live.words == ["300 million"]
    dropped(live, "source.txt", source.replace("500", "300").encode(), "#source")
    live.settled(0)


def test_the_score_is_held_against_the_first(live: Live) -> None:
    article = ARTICLE.read_text(encoding="utf-8")
    live.write(article)
    live.page.wait_for_selector(".verdict[data-probability]")
    assert live.page.locator("#score").is_hidden()
    live.page.evaluate("document.getElementById('text').focus()")
    live.press("Control+End")
    live.page.keyboard.insert_text(" I don't think so, she said. He laughed. But it's fine." * 20)
    live.page.wait_for_selector("#score:not([hidden])")
    assert " → " in live.page.locator("#score").inner_text()
