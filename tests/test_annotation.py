import io
import zipfile
from pathlib import Path

import pytest
from conftest import Program

from qa import formats
from qa.annotation import annotate
from qa.config import Config
from qa.errors import QAError
from qa.streaming import inspect

UNIT = "<trans-unit id='1'><source>{}</source>\n<target>{}</target>\n</trans-unit>"
XLIFF = (
    "<?xml version='1.0' encoding='{}'?><xliff version='1.2'><file source-language='de'"
    " target-language='en'><body>" + UNIT + "</body></file></xliff>"
)


def annotated(path: Path, content: bytes) -> bytes:
    path.write_bytes(content)
    out = path.with_stem("out")
    annotate(
        str(path), inspect(formats.parts(str(path)), Config(select=("repeated-word",))), str(out)
    )
    return out.read_bytes()


@pytest.mark.parametrize(
    ("mark", "encoding", "codec"),
    [
        (b"", "utf-8", "utf-8"),
        (b"\xef\xbb\xbf", "utf-8", "utf-8"),
        (b"\xff\xfe", "utf-16", "utf-16-le"),
        (b"", "windows-1252", "cp1252"),
        (b"", "iso-8859-1", "cp1252"),
    ],
)
def test_a_file_stays_in_its_encoding(
    tmp_path: Path, mark: bytes, encoding: str, codec: str
) -> None:
    content = XLIFF.format(encoding, "Größe", "The size of the the café.")
    changed = annotated(tmp_path / "a.xlf", mark + content.encode(codec))
    assert changed.startswith(mark)
    text = changed[len(mark) :].decode(codec)
    start, end = text.index("\n<note"), text.index("</note>") + len("</note>")
    assert "'the' stands here twice" in text[start:end]
    assert text[:start] + text[end:] == content


def test_without_findings_the_file_is_the_same(tmp_path: Path) -> None:
    content = XLIFF.format("utf-8", "Der Hafen ist still.", "The port is quiet.").encode()
    assert annotated(tmp_path / "a.xlf", content) == content


def test_a_file_that_would_change_otherwise_is_refused(tmp_path: Path) -> None:
    # Two ways to write one character in ISO-2022-JP: an escape sequence that changes nothing.
    content = XLIFF.format("iso-2022-jp", "Tür", "the the door").replace("ü", "u").encode()
    with pytest.raises(QAError, match="cannot be written again as it is in ISO2022_JP"):
        annotated(tmp_path / "a.xlf", content.replace(b"door", b"\x1b(B\x1b(Bdoor"))


def test_the_program_writes_notes_and_takes_them_back(tmp_path: Path, program: Program) -> None:
    path, out = tmp_path / "a.po", tmp_path / "b.po"
    content = 'msgid "Der Zaun"\nmsgstr "They painted the the fence on a quiet morning."\n'
    path.write_text(content, encoding="utf-8")
    ran = program("check", str(path), "--select", "repeated-word", "--annotate", str(out))
    assert ran.returncode == 0, ran.stderr
    assert "# qa: warning: 'the' stands here twice: “the the” → the" in out.read_text("utf-8")
    program("check", str(out), "--select", "repeated-sentence", "--annotate", str(out))
    assert out.read_text("utf-8") == content


def test_notes_are_for_one_file_of_a_format_that_has_them(tmp_path: Path, program: Program) -> None:
    path = tmp_path / "a.txt"
    path.write_text("They painted the the fence.", encoding="utf-8")
    ran = program("check", str(path), "--annotate", str(tmp_path / "b.txt"))
    assert ran.returncode == 2
    assert "notes are not written into files of this format" in ran.stderr
    other = tmp_path / "c.txt"
    other.write_text("They painted the fence.", encoding="utf-8")
    ran = program("check", str(path), str(other), "--annotate", str(tmp_path / "b.txt"))
    assert "--annotate takes one file at a time" in ran.stderr


def test_every_format_with_notes_is_a_format_that_is_read() -> None:
    able = {
        name
        for name, reader in formats.readers().items()
        if hasattr(reader, "annotated") or hasattr(reader, "annotated_bytes")
    }
    assert able >= {".xlf", ".sdlxliff", ".po", ".docx", ".docm"}


def packed(body: str, header: str) -> bytes:
    """Return a document of a word processor with a header."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    related = '<Relationships><Relationship Id="a" Type="{}/{}" Target="{}"/></Relationships>'
    paragraph = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": related.format(office, "officeDocument", "document.xml"),
            "document.xml": f'<w:d xmlns:w="w">{paragraph.format(body)}</w:d>',
            "_rels/document.xml.rels": related.format(office, "header", "header.xml"),
            "header.xml": f'<w:d xmlns:w="w">{paragraph.format(header)}</w:d>',
        }.items():
            archive.writestr(name, content)
    return stream.getvalue()


def test_word_gets_comments_and_the_user_hears_which_it_cannot_have(
    tmp_path: Path, program: Program
) -> None:
    path = tmp_path / "a.docx"
    header = "Printed on the the last day."
    path.write_bytes(packed("They painted the the fence on a quiet morning.", header))
    asked = ("check", str(path), "--language", "en", "--select", "repeated-word")
    ran = program(*asked, "--annotate", str(path))
    assert ran.returncode == 0, ran.stderr
    reason = "as Word has no comments in headers and footers"
    assert f"left out of {path}, {reason}: line 2\n" in ran.stderr
    once = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        comments = archive.read("comments.xml").decode()
    said = ["warning: 'the' stands here twice", "→ the", "(repeated-word)"]
    assert all(f">{line}</w:t>" in comments for line in said)
    assert comments.count("<w:comment ") == 1
    program(*asked, "--annotate", str(path))
    assert path.read_bytes() == once


def test_a_damaged_document_is_a_failure_and_gets_no_comments(
    tmp_path: Path, program: Program
) -> None:
    path, out = tmp_path / "a.docx", tmp_path / "b.docx"
    path.write_bytes(b"not a document")
    ran = program("check", str(path), "--annotate", str(out))
    assert ran.returncode == 2
    assert "is a damaged file" in ran.stderr
    assert not out.exists()
