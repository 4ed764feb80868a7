import io
import zipfile
from pathlib import Path

import pytest
from conformance import assert_conforms, contents

from qa.errors import QAError
from qa.formats.docx import read_bytes
from qa.model import Document

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORDS = 'xmlns:w="w" xmlns:m="m" xmlns:mc="mc"'


def relationships(*found: tuple[str, str]) -> str:
    body = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(found)
    )
    return f"<Relationships>{body}</Relationships>"


def packed(body: str, **further: str) -> bytes:
    files = {
        "_rels/.rels": relationships(("officeDocument", "/word/document.xml")),
        "word/_rels/document.xml.rels": relationships(
            *((name.rstrip("123"), f"{name}.xml") for name in further)
        ),
        "word/document.xml": f"<w:document {WORDS}><w:body>{body}</w:body></w:document>",
        **{f"word/{name}.xml": f"<w:x {WORDS}>{text}</w:x>" for name, text in further.items()},
    }
    return zipped(files)


def zipped(files: dict[str, str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return packed.getvalue()


def paragraph(text: str, told: str = "") -> str:
    return f"<w:p><w:pPr>{told}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def document_of(body: str, **further: str) -> Document:
    document = read_bytes(packed(body, **further), "x.docx")
    assert_conforms(document)
    return document


def test_a_line_is_a_paragraph() -> None:
    document = document_of(paragraph("One.") + "<w:p/>" + paragraph(" Two &amp; é\nthree "))
    assert document.content == "One.\n\n Two & é three \n"
    assert contents(document) == ["One.", "Two & é three"]


def test_runs_are_put_together_and_breaks_end_no_line() -> None:
    runs = (
        "<w:r><w:t>One </w:t></w:r><w:hyperlink><w:r><w:t>w</w:t></w:r></w:hyperlink>"
        "<w:r><w:t>ord</w:t><w:br/><w:tab/><w:noBreakHyphen/><w:sym/></w:r><m:oMath><m:r><m:t>x"
        "</m:t></m:r></m:oMath><w:r><w:instrText>PAGE</w:instrText><w:t>.</w:t></w:r>"
    )
    assert contents(document_of(f"<w:p>{runs}</w:p>")) == ["One word\u2028\t\u2011\ufffc\ufffc."]


def test_what_the_public_does_not_read_is_left_out() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden </w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>shown </w:t></w:r>'
    moved = "<w:moveFrom><w:r><w:t>moved </w:t></w:r></w:moveFrom>"
    deleted = "<w:del><w:r><w:delText>deleted </w:delText></w:r></w:del>"
    inserted = "<w:ins><w:r><w:t>inserted.</w:t></w:r></w:ins>"
    body = f"<w:p>{hidden}{shown}{moved}{deleted}{inserted}</w:p>"
    assert contents(document_of(body)) == ["shown inserted."]


def test_a_text_box_is_read_once_before_the_paragraph_around_it() -> None:
    box = f"<w:txbxContent>{paragraph('Box.')}</w:txbxContent>"
    both = (
        f"<mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    body = f"<w:p><w:r><w:t>Around </w:t></w:r><w:r>{both}<w:t>it.</w:t></w:r></w:p>"
    assert contents(document_of(body)) == ["Box.", "Around it."]


def test_kinds_follow_styles_numbering_and_tables() -> None:
    styles = (
        '<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="V1"><w:name w:val="toc 1"/></w:style>'
        '<w:style w:styleId="N"><w:name w:val="Normal"/><w:rPr/></w:style>'
    )
    body = (
        paragraph("Head", '<w:pStyle w:val="berschrift1"/>')
        + paragraph("Head 1", '<w:pStyle w:val="V1"/>')
        + paragraph("Item", "<w:numPr/>")
        + f"<w:tbl><w:tr><w:tc>{paragraph('Cell')}</w:tc></w:tr></w:tbl>"
        + paragraph("Text", '<w:pStyle w:val="N"/>')
    )
    document = document_of(body, styles=styles)
    assert [(one.kind.value, one.text.content) for one in document.segments] == [
        ("heading", "Head"),
        ("item", "Item"),
        ("cell", "Cell"),
        ("paragraph", "Text"),
    ]


def test_notes_headers_and_footers_follow_the_text() -> None:
    document = document_of(
        paragraph("Text."),
        header1=paragraph("Top."),
        footer1=paragraph("Bottom."),
        footnotes=paragraph("Note."),
        endnotes=paragraph("End."),
    )
    assert contents(document) == ["Text.", "Note.", "End.", "Top.", "Bottom."]


def test_a_document_may_have_another_name_in_the_package() -> None:
    files = {
        "_rels/.rels": relationships(("officeDocument", "a/b.xml")),
        "a/b.xml": f'<w:d xmlns:w="w">{paragraph("Text.")}</w:d>',
    }
    assert contents(read_bytes(zipped(files), "x.docx")) == ["Text."]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"not a zip", "x.docx: is a damaged file"),
        (zipped({"a": "b"}), "x.docx: is no text document"),
        (packed(paragraph("a"))[:-30], "x.docx: is a damaged file"),
        (packed("<w:p>"), "x.docx:1: is not well-formed"),
        (b"PK\x01\x02" * 10_001, "x.docx: has more than 10000 files"),
        (
            zipped({"_rels/.rels": '<!DOCTYPE a [<!ENTITY b "c">]><Relationships>&b;'}),
            "x.docx:1: entity 'b'",
        ),
    ],
)
def test_what_is_damaged_or_dangerous_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(QAError, match=message):
        read_bytes(data, "x.docx")


def test_a_damaged_or_encrypted_file_in_the_package_is_refused() -> None:
    data = packed(paragraph("word " * 1_000))
    at = data.index(b"word/document.xml") + 40
    broken = data[:at] + bytes(byte ^ 0x55 for byte in data[at : at + 20]) + data[at + 20 :]
    with pytest.raises(QAError, match="is a damaged file"):
        read_bytes(broken, "x.docx")
    flags = data.replace(
        b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00"
    )
    with pytest.raises(QAError, match="encrypted"):
        read_bytes(flags, "x.docx")


def test_a_bomb_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    blank = " " * 1_000_000
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", relationships(("officeDocument", "d.xml")))
        with archive.open("d.xml", "w") as file:
            file.write(b"<d>")
            for _ in range(101):
                file.write(blank.encode())
    assert path.stat().st_size < 200_000
    with pytest.raises(QAError, match="unpacks to more than 100 MB"):
        read_bytes(path.read_bytes(), "x.docx")
