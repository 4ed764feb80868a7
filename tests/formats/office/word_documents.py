"""Documents of word processors that tests make, and what is in them as another program sees it."""

import io
import zipfile
from collections.abc import Iterator, Sequence

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from qa.formats.docx import read_bytes
from qa.formats.notes import Note

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
MICROSOFT = "http://schemas.microsoft.com/office/word"
NAMESPACES = {
    "w": WORD,
    "r": OFFICE,
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "wp": f"{DRAWING}/wordprocessingDrawing",
    "a": f"{DRAWING}/main",
    "wps": f"{MICROSOFT}/2010/wordprocessingShape",
    "w14": f"{MICROSOFT}/2010/wordml",
    "w15": f"{MICROSOFT}/2012/wordml",
}
DECLARED = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in NAMESPACES.items())
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
ROOTS = {"footnotes": "footnotes", "endnotes": "endnotes", "header": "hdr", "footer": "ftr"}
BODY_END = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'


def text(words: str, properties: str = "") -> str:
    """Return a run."""
    told = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{told}<w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(*inside: str) -> str:
    """Return a paragraph of runs, or of words that have no markup in them."""
    runs = (one if one.startswith("<") else text(one) for one in inside)
    return f"<w:p>{''.join(runs)}</w:p>"


def document(body: str, **further: str) -> bytes:
    """Return a document; ``further`` are other files, as they stand in their outermost element."""
    inside = f"<w:body>{body}{BODY_END}</w:body>"
    parts = {"word/document.xml": f"<w:document {DECLARED}>{inside}</w:document>"}
    for name, inside in further.items():
        root = ROOTS.get(name.rstrip("0123456789"), name)
        parts[f"word/{name}.xml"] = f"<w:{root} {DECLARED}>{inside}</w:{root}>"
    return packed({name: HEAD + content for name, content in parts.items()}, sorted(further))


def packed(parts: dict[str, str], further: Sequence[str] = (), office: str = OFFICE) -> bytes:
    """Return a package of files in whose list of relationships the further ones are."""
    kinds = [("styles" if name == "styles" else name.rstrip("0123456789")) for name in further]
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{TYPE}.{kind}+xml"/>'
        for name, kind in zip(further, kinds, strict=True)
    )
    files = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{TYPE}.document.main+xml"/>'
        f"{overrides}</Types>",
        "_rels/.rels": relationships(("officeDocument", "word/document.xml"), office=office),
        **parts,
    }
    if further:
        told = [(kind, f"{name}.xml") for name, kind in zip(further, kinds, strict=True)]
        files["word/_rels/document.xml.rels"] = relationships(*told, office=office)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (name, content) in enumerate(files.items()):
            info = zipfile.ZipInfo(name, (2021, 5, 4, 3, 2, 2 * number))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return stream.getvalue()


def relationships(*found: tuple[str, str], office: str = OFFICE) -> str:
    body = "".join(
        f'<Relationship Id="rId{number}" Type="{office}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(found, 1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{body}</Relationships>'


def files_of(data: bytes) -> dict[str, str]:
    """Return the files of a package, decoded, in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def note(start: int, end: int, words: str) -> Note:
    """Return a note whose comment opens with the words that it is about."""
    return Note(start, end, 1, words, words, (words, "Because."))


def notes_on(data: bytes, *phrases: str) -> list[Note]:
    """Return notes on phrases, each on the first after the one before, as the reader has them."""
    content = read_bytes(data, "x.docx").content
    found, at = [], 0
    for phrase in phrases:
        at = content.index(phrase, at)
        found.append(note(at, at + len(phrase), phrase))
    return found


def comments_of(data: bytes) -> list[tuple[str, str]]:
    """Return the comments with the words that they are about, as python-docx has them."""
    opened = docx.Document(io.BytesIO(data))
    ranges = {str(number): words for number, words in _ranges(opened)}
    return [(one.paragraphs[0].text, ranges[str(one.comment_id)]) for one in opened.comments]


def _ranges(opened: Document) -> Iterator[tuple[str, str]]:
    open_ranges: dict[str, str] = {}
    left_out = {qn("w:del"), qn("w:moveFrom"), qn("w:rt"), f"{{{NAMESPACES['mc']}}}Fallback"}
    for element in opened.element.body.iter():
        if element.tag == qn("w:commentRangeStart"):
            open_ranges[element.get(qn("w:id"))] = ""
        elif element.tag == qn("w:commentRangeEnd"):
            number = element.get(qn("w:id"))
            yield number, open_ranges.pop(number)
        elif not left_out.intersection(parent.tag for parent in element.iterancestors()):
            for number in open_ranges:
                open_ranges[number] += _reading(element)


def _reading(element: BaseOxmlElement) -> str:
    if element.tag == qn("w:t"):
        return "".join(element.xpath("text()"))
    return {qn("w:tab"): "\t", qn("w:br"): "\u2028"}.get(element.tag, "")
