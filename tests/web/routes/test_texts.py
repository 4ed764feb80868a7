"""Texts are checked over HTTP as they are on the command line."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from clients import TRANSLATED, serving
from conftest import ROOT, Program
from starlette.testclient import TestClient

WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TEXTS = [
    (ROOT / "corpora/samples" / name).read_text(encoding="utf-8")
    for name in ("article.txt", "strike.en.txt", "strike.de.txt", "newsroom/articles/summit.txt")
]
BYTES = {"Content-Type": "application/octet-stream"}


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    with serving(tmp_path) as client:
        yield client


def first(client: TestClient, **asked: object) -> dict[str, Any]:
    document: dict[str, Any] = client.post("/api/check", json=asked).json()["documents"][0]
    return document


@pytest.mark.parametrize("command", ["check", "detect"])
def test_the_answer_is_that_of_the_command_line(
    command: str, client: TestClient, program: Program, tmp_path: Path
) -> None:
    (tmp_path / "article.md").write_text(TRANSLATED, encoding="utf-8")
    told = ("--language", "en", "--format", "json")
    origin = ("--origin", "de") if command == "check" else ()
    ran = program(command, "article.md", *told, *origin, cwd=tmp_path)
    answer = client.post(f"/api/{command}", json={"text": TRANSLATED, "name": "article.md"})
    assert answer.headers["content-type"] == "application/json"
    expected = json.loads(ran.stdout)
    if command == "detect":
        expected["documents"][0]["origin"] = "de"
        expected["signature"] = answer.json()["signature"]
        assert answer.json() == expected
    else:
        assert answer.text == ran.stdout


def test_who_accepts_html_gets_what_a_page_shows_beside_the_text(client: TestClient) -> None:
    asked = {"text": TRANSLATED, "name": "article.md"}
    answer = client.post("/api/check", json=asked, headers={"Accept": "text/html"})
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.text.startswith('<div class="panel" data-language="en">')
    assert all(one["fingerprint"] in answer.text for one in first(client, **asked)["findings"])


def test_the_request_says_what_the_server_was_not_told(client: TestClient) -> None:
    document = first(client, text=TRANSLATED, language="de", origin="fr", name="a.md")
    assert [document[key] for key in ("language", "origin", "path")] == ["de", "fr", "a.md"]


def test_the_source_is_compared(client: TestClient) -> None:
    document = first(
        client, text="The house costs 40 euros.\n", source="Das Haus kostet 50 Euro.\n"
    )
    assert "changed-number" in json.dumps(document["findings"])


def test_offsets_count_code_points(client: TestClient) -> None:
    text = "Good 👍 news: he told the the minister."
    (finding,) = first(client, text=text)["findings"]
    assert text[finding["start"] : finding["end"]] == "the the"


def test_an_empty_text_is_refused_with_a_reason(client: TestClient) -> None:
    answer = client.post("/api/check", json={"text": " \n"})
    assert (answer.status_code, answer.json()) == (
        422,
        {"error": "article.txt: is empty", "hint": "there is nothing to check"},
    )


@pytest.mark.parametrize(
    ("form", "kind", "opens"),
    [
        ("json", "application/json", "{"),
        ("junit", "application/xml", "<?xml"),
        ("markdown", "text/markdown; charset=utf-8", "#"),
        ("terminal", "text/plain; charset=utf-8", "my text.txt"),
        ("sarif", "application/sarif+json", "{"),
    ],
)
def test_a_report_is_a_file_to_keep(form: str, kind: str, opens: str, client: TestClient) -> None:
    asked = {"text": TRANSLATED, "format": form, "name": "my text.txt"}
    answer = client.post("/api/report", json=asked)
    assert answer.headers["content-type"] == kind
    told = answer.headers["content-disposition"]
    assert told.startswith("attachment; filename*=UTF-8''my%20text.report.")
    assert answer.text.lstrip().startswith(opens)


def test_an_unknown_format_is_refused_with_the_nearest(client: TestClient) -> None:
    answer = client.post("/api/report", json={"text": TRANSLATED, "format": "sarf"})
    assert (answer.status_code, answer.json()["hint"]) == (422, "did you mean 'sarif'?")


def test_names_with_html_in_them_stay_names(client: TestClient) -> None:
    name = "<img src=x onerror=alert(1)>.md"
    answer = client.post("/api/report", json={"text": TRANSLATED, "format": "json", "name": name})
    assert "<" not in answer.headers["content-disposition"]
    assert answer.json()["documents"][0]["path"] == name


@pytest.mark.parametrize("name", ["../secret.txt", "/etc/passwd", "a\\b.txt", "a\nb.txt", ""])
def test_a_name_is_no_path(name: str, client: TestClient) -> None:
    assert client.post("/api/check", json={"text": "A.", "name": name}).status_code == 400


@pytest.mark.parametrize("tag", ["../../etc", "en/..", "e", "*", "en-" + "x" * 90])
def test_a_language_is_a_tag(tag: str, client: TestClient) -> None:
    assert client.post("/api/check", json={"text": "A.", "language": tag}).status_code == 400
    assert client.post("/api/check", json={"text": "A.", "origin": tag}).status_code == 400


def test_a_text_file_is_decoded_and_keeps_its_name(client: TestClient) -> None:
    content = "\ufeffEin Satz über Öl.\r\n".encode("utf-16-le")
    answer = client.post("/api/read?name=a.txt", content=content, headers=BYTES)
    assert answer.json() == {"text": "Ein Satz über Öl.\r\n", "name": "a.txt", "language": None}


def test_a_page_says_its_language(client: TestClient) -> None:
    content = b"<html lang='de'><p>Ein Absatz.</p></html>"
    answer = client.post("/api/read?name=a.html", content=content, headers=BYTES)
    assert answer.json() == {"text": content.decode(), "name": "a.html", "language": "de"}


def test_a_word_document_becomes_paragraphs(client: TestClient) -> None:
    answer = client.post(
        "/api/read?name=My%20article.docx", content=word("One.", "", "Two."), headers=BYTES
    )
    assert answer.json() == {"text": "One.\n\nTwo.\n", "name": "My article.txt", "language": None}


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x00\x00", b"", b"\xff\xff"])
def test_what_is_no_text_is_refused(content: bytes, client: TestClient) -> None:
    answer = client.post("/api/read?name=a.txt", content=content, headers=BYTES)
    assert answer.status_code == 422
    assert answer.json()["hint"]


def test_texts_checked_at_once_are_checked_as_alone(client: TestClient) -> None:
    def checked(text: str) -> object:
        return client.post("/api/check", json={"text": text, "language": None}).json()

    alone = [checked(text) for text in TEXTS]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(checked, TEXTS * 3)) == alone * 3


def word(*paragraphs: str) -> bytes:
    """Return a Word document."""
    body = "".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in paragraphs)
    package = "http://schemas.openxmlformats.org/package/2006"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            f"<Types xmlns='{package}/content-types'><Override PartName='/word/document.xml'"
            f" ContentType='{kind}'/></Types>",
        )
        archive.writestr(
            "_rels/.rels",
            f"<Relationships xmlns='{package}/relationships'><Relationship Id='r' Type='{office}'"
            " Target='word/document.xml'/></Relationships>",
        )
        archive.writestr(
            "word/document.xml",
            f"<w:document xmlns:w='{WORDS}'><w:body>{body}</w:body></w:document>",
        )
    return out.getvalue()
