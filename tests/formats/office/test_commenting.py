import io
import re
import zipfile
from collections.abc import Sequence
from html import escape
from itertools import pairwise
from pathlib import Path

import pytest
from conftest import SHARED
from hypothesis import given
from hypothesis import strategies as st
from word_documents import (
    DECLARED,
    HEAD,
    NAMESPACES,
    STRICT,
    comments_of,
    document,
    files_of,
    note,
    notes_on,
    packed,
    paragraph,
    relationships,
    text,
)
from writer import comments_in_writer, converted

from qa.errors import QAError
from qa.formats.docx import annotated_bytes, read_bytes
from qa.formats.notes import Annotated, Note
from qa.formats.office import commenting

RUBY = (
    "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>とう</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>東京"
    "</w:t></w:r></w:rubyBase></w:ruby></w:r>"
)
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>in the field</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
LINK = '<w:hyperlink w:anchor="x"><w:r><w:t>a linked phrase</w:t></w:r></w:hyperlink>'
DELETED = '<w:del w:id="7" w:author="Ada"><w:r><w:delText>gone </w:delText></w:r></w:del>'
INSERTED = '<w:ins w:id="8" w:author="Ada"><w:r><w:t>brand new words</w:t></w:r></w:ins>'


def annotated(data: bytes, notes: Sequence[Note]) -> Annotated:
    """Return a document with comments, after it was seen that only those were added."""
    found = annotated_bytes(data, notes, "x.docx")
    assert read_bytes(found.data, "x.docx").content == read_bytes(data, "x.docx").content
    assert annotated_bytes(found.data, notes, "x.docx").data == found.data
    before, after = files_of(data), files_of(found.data)
    assert list(after)[: len(before)] == list(before)
    for name, content in before.items():
        assert is_part(content, after[name])
    return found


def is_part(content: str, longer: str) -> bool:
    """Tell whether all characters of one stand in the other in their order."""
    rest = iter(longer)
    return all(character in rest for character in content)


def of_runs(*runs: str) -> bytes:
    return document(paragraph(*runs))


def commented(data: bytes, *phrases: str) -> list[tuple[str, str]]:
    return comments_of(annotated(data, notes_on(data, *phrases)).data)


@pytest.mark.parametrize(
    "body",
    [
        paragraph("Before the words after."),
        paragraph("the words after."),
        paragraph("Before the words"),
        paragraph("the words"),
        paragraph("Before the", text(" wo", "<w:b/>"), text("rds after.", "<w:i/>")),
        paragraph("Before the", DELETED, " words after."),
        paragraph("Before ", INSERTED.replace("brand new words", "see the words"), " after."),
        paragraph(LINK.replace("a linked phrase", "see the"), " words after."),
        paragraph("Before the", FIELD.replace("in the field", " words"), " after."),
        paragraph("Before ", f'<w:smartTag w:element="x">{text("the words")}</w:smartTag>', "."),
        paragraph(
            "<w:sdt><w:sdtPr/><w:sdtContent>", text("a the words z"), "</w:sdtContent></w:sdt>"
        ),
        f"<w:tbl><w:tr><w:tc>{paragraph('In a cell the words.')}</w:tc></w:tr></w:tbl>",
        paragraph("<w:r><w:t>the words</w:t><w:tab/><w:t>the</w:t></w:r>"),
        paragraph("<w:r><w:rPr><w:b/></w:rPr><w:tab/><w:t>the words</w:t><w:br/></w:r>"),
        "<w:p>\n <w:r>\n  <w:rPr><w:b/></w:rPr>\n  <w:t>the words</w:t>\n </w:r>\n</w:p>",
        paragraph("<w:r><w:rPr/><w:t>Before the words.</w:t></w:r>"),
        paragraph("<w:r w:rsidR='a>b'><w:rPr></w:rPr><w:t>the</w:t><w:t> words.</w:t></w:r>"),
        paragraph("<w:r/><w:r><w:t/></w:r><w:r><w:t>the words</w:t></w:r>"),
        paragraph("<w:r><w:t>Before<!-- a --> the <?b c?>words.</w:t></w:r>"),
    ],
)
def test_a_comment_stands_at_the_very_words(body: str) -> None:
    assert commented(document(body), "the words") == [("the words", "the words")]


def test_what_stands_for_a_character_stays_whole() -> None:
    data = of_runs("<w:r><w:t>R&amp;D &#8222;&#x1F600;&lt;b&quot;\r\nc</w:t></w:r>")
    phrases = ["R", "&", "D „", "😀", '<b"', "c"]
    assert commented(data, *phrases) == [(one, one) for one in phrases]


def test_white_space_that_did_not_count_still_does_not() -> None:
    data = of_runs("<w:r><w:t> one two </w:t></w:r>")
    main = files_of(annotated(data, notes_on(data, "two")).data)["word/document.xml"]
    kept = '<w:t xml:space="preserve">'
    assert f"<w:r><w:t> </w:t>{kept}one </w:t></w:r><w:commentRangeStart" in main
    assert f"{kept}two</w:t></w:r><w:commentRangeEnd" in main
    assert "<w:r><w:t> </w:t></w:r></w:p>" in main
    assert commented(data, "one", "two") == [("one", "one"), ("two", "two")]


def test_comments_overlap_and_share_places() -> None:
    data = of_runs("one two three ", text("four five", "<w:b/>"))
    content = "one two three four five"
    spans = [(0, 7), (4, 13), (4, 7), (8, 18), (8, 18), (0, 23)]
    notes = [note(start, end, content[start:end]) for start, end in spans]
    found = comments_of(annotated(data, notes).data)
    assert sorted(found) == sorted((content[a:b], content[a:b]) for a, b in spans)


REAL = sorted((SHARED / "data" / "file-formats" / "docx").glob("*"))
# The comment that one of them has.
THEIRS = "This is a comment for the paragraph with the footnote."
RUNS = st.lists(
    st.tuples(
        st.text(alphabet="ab &<\u00e9\U0001f600", min_size=1, max_size=6),
        st.sampled_from(["{}", "<w:ins>{}</w:ins>", "<w:hyperlink>{}</w:hyperlink>"]),
        st.sampled_from(["", "<w:tab/>", "<w:br/>"]),
        st.sampled_from(
            ["<w:t>", "<w:rPr/><w:t>", '<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">']
        ),
    ),
    min_size=1,
    max_size=5,
)


@given(RUNS, st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)), max_size=6))
def test_any_words_can_have_comments(
    runs: list[tuple[str, str, str, str]], spans: list[tuple[int, int]]
) -> None:
    inside = [
        around.format(f"<w:r>{opening}{escape(words)}</w:t>{more}</w:r>")
        for words, around, more, opening in runs
    ]
    data = of_runs(*inside)
    content = read_bytes(data, "x.docx").content.rstrip("\n")
    notes = [
        note(start, min(start + size, len(content)), "")
        for start, size in spans
        if start < len(content)
    ]
    notes = [one._replace(paragraphs=(repr(content[one.offset : one.end]),)) for one in notes]
    found = comments_of(annotated(data, notes).data)
    assert len(found) == len(notes)
    assert all(said == " ".join(repr(words).split()) for said, words in found)


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name)
def test_real_documents_get_comments_at_any_words(path: Path) -> None:
    data = path.read_bytes()
    notes = []
    for segment in read_bytes(data, path.name).segments:
        for one, other in pairwise(range(0, len(segment.text.content), 7)):
            span = segment.text.span(one, other)
            notes.append(note(span.start, span.end, segment.text.content[one:other]))
    found = annotated(data, notes)
    own = [words for words in comments_of(found.data) if words[0] != THEIRS]
    assert len(own) == len(notes) - len(found.left_out)
    for said, words in own:
        # What is not divided is longer, and hidden words may stand between.
        assert is_part(said, " ".join(words.split())) or "“" in said


def test_comments_of_people_stay_and_ours_are_replaced_and_taken_back() -> None:
    once = annotated(of_runs("one two three"), notes_on(of_runs("one two three"), "two")).data
    theirs = with_comment_of_ada(once)
    changed = annotated_bytes(theirs, [note(0, 3, "one")], "x.docx").data
    assert comments_of(changed) == [("Ada's", "three"), ("one", "one")]
    bare = annotated_bytes(changed, [], "x.docx").data
    assert comments_of(bare) == [("Ada's", "three")]
    assert annotated_bytes(bare, [], "x.docx").data == bare


def with_comment_of_ada(data: bytes) -> bytes:
    files = files_of(data)
    main, comments = files["word/document.xml"], files["word/comments.xml"]
    main = main.replace(
        '<w:r><w:t xml:space="preserve"> three</w:t></w:r>',
        f'{text(" ")}<w:commentRangeStart w:id="5"/>{text("three")}<w:commentRangeEnd w:id="5"/>'
        '<w:r><w:commentReference w:id="5"/></w:r>',
    )
    ada = f'<w:comment w:id="5" w:author="Ada" w:initials="A">{paragraph("Ada&#39;s")}</w:comment>'
    comments = re.sub("(<w:comment )", rf"{ada}\1", comments, count=1)
    return rezipped(data, {"word/document.xml": main, "word/comments.xml": comments})


def rezipped(data: bytes, changed: dict[str, str], without: str = "") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**files_of(data), **changed}.items():
            if name != without:
                archive.writestr(name, content)
    return stream.getvalue()


def test_a_comment_that_somebody_answered_stays() -> None:
    data = of_runs("one two three")
    once = annotated(data, notes_on(data, "two")).data
    files = files_of(once)
    comments = files["word/comments.xml"].replace("<w:p>", '<w:p w14:paraId="00000001">')
    comments = comments.replace("<w:comments ", f"<w:comments {DECLARED.split(' ', 1)[1]} ")
    listed = files["word/_rels/document.xml.rels"].replace(
        "</Relationships>",
        '<Relationship Id="a" Type="b/commentsExtended" Target="answers.xml"/></Relationships>',
    )
    answers = (
        f'<w15:commentsEx {DECLARED}><w15:commentEx w15:paraId="00000002" {{}}/></w15:commentsEx>'
    )
    for told, kept in [('w15:paraIdParent="00000001"', 1), ('w15:done="0"', 0)]:
        changed = {
            "word/comments.xml": comments,
            "word/_rels/document.xml.rels": listed,
            "word/answers.xml": answers.format(told),
        }
        bare = annotated_bytes(rezipped(once, changed), [], "x.docx").data
        assert len(comments_of(bare)) == kept


def test_a_reference_in_a_run_with_more_leaves_the_rest() -> None:
    data = of_runs("one two three")
    once = annotated(data, notes_on(data, "two")).data
    main = files_of(once)["word/document.xml"]
    shared = main.replace(
        '<w:commentReference w:id="0"/>', '<w:tab/><w:commentReference w:id="0"/>'
    )
    bare = annotated_bytes(rezipped(once, {"word/document.xml": shared}), [], "x.docx").data
    assert "<w:r><w:tab/></w:r>" in files_of(bare)["word/document.xml"]
    assert "comment" not in files_of(bare)["word/document.xml"]


def test_comments_on_notes_stand_at_their_references_and_on_headers_nowhere() -> None:
    refers = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    ends = '<w:r><w:t>end</w:t><w:endnoteReference w:id="3"/><w:t>.</w:t></w:r>'
    data = document(
        paragraph("The text", refers, " goes on to its ", ends),
        footnotes=f'<w:footnote w:id="2">{paragraph("A note with words.")}</w:footnote>',
        endnotes=f'<w:endnote w:id="3">{paragraph("The last words.")}</w:endnote>',
        header1=paragraph("Words above."),
    )
    notes = notes_on(data, "text", "with words", "The last", "above")
    found = annotated(data, notes)
    assert found.left_out == [notes[-1]]
    assert "headers" in found.because
    comments = comments_of(found.data)
    assert comments == [
        ("text", "text"),
        ("with words: “with words”", ""),
        ("The last: “The last”", ""),
    ]
    main = files_of(found.data)["word/document.xml"]
    assert f'<w:commentRangeStart w:id="1"/>{refers}<w:commentRangeEnd w:id="1"/>' in main
    note_at_end = '<w:r><w:endnoteReference w:id="3"/></w:r>'
    assert f'<w:commentRangeStart w:id="2"/>{note_at_end}<w:commentRangeEnd w:id="2"/>' in main


def test_what_cannot_be_divided_has_the_comment_around_it() -> None:
    box = f"<w:txbxContent>{paragraph('Words in a box.')}</w:txbxContent>"
    shape = (
        f"<mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback>"
        f"<w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    plain = "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    data = document(
        paragraph("Around ", f"<w:r>{shape}</w:r>", " it.")
        + paragraph("Choose ", plain.format(text("one of these")), " now.")
        + paragraph("In ", RUBY, " today.")
    )
    found = commented(data, "in a", "of these now", "東")
    assert [words for _, words in found] == ["Words in a box.", "one of these now", "東京"]
    assert found[2][0] == "東: “東”"
    main = files_of(annotated(data, notes_on(data, "of")).data)["word/document.xml"]
    assert '<w:commentRangeStart w:id="0"/><w:sdt>' in main


def test_mathematics_may_be_in_the_words() -> None:
    equation = "<m:oMathPara><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></m:oMathPara>"
    data = of_runs("where ", equation, " is")
    main = files_of(annotated(data, [note(6, 10, "")]).data)["word/document.xml"]
    assert f'<w:commentRangeStart w:id="0"/>{equation}' in main


def test_a_document_without_comments_gets_a_file_for_them() -> None:
    data = of_runs("one two three")
    files = files_of(annotated(data, notes_on(data, "two")).data)
    assert list(files)[-2:] == ["word/comments.xml", "word/_rels/document.xml.rels"]
    assert 'PartName="/word/comments.xml"' in files["[Content_Types].xml"]
    assert 'Id="rId1"' in files["word/_rels/document.xml.rels"]
    assert annotated(data, []).data == data


def test_names_that_are_taken_are_left_to_others() -> None:
    data = rezipped(
        document(paragraph("one two three"), footnotes=""), {"word/comments.xml": "another"}
    )
    files = files_of(annotated(data, notes_on(data, "two")).data)
    assert "Because." in files["word/comments1.xml"]
    assert 'Id="rId2"' in files["word/_rels/document.xml.rels"]


def test_other_prefixes_and_the_strict_namespace_are_kept() -> None:
    word = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = "<n:body><n:p><n:r><n:t>one two</n:t></n:r></n:p></n:body>"
    parts = {"word/document.xml": f'{HEAD}<n:document xmlns:n="{word}">{body}</n:document>'}
    data = packed(parts, office=STRICT)
    files = files_of(annotated(data, notes_on(data, "two")).data)
    assert '<n:commentRangeStart n:id="0"/><n:r><n:t xml:space="preserve">two' in "".join(
        files.values()
    )
    assert f'<w:comments xmlns:w="{word}"><w:comment w:id="0"' in files["word/comments.xml"]
    assert f'Type="{STRICT}/comments"' in files["word/_rels/document.xml.rels"]


def test_elements_may_have_no_prefix_if_attributes_can() -> None:
    body = "<body><p><r><t>one two</t></r></p></body>"
    both = f'<document xmlns="w" xmlns:x="w">{body}</document>'
    data = packed({"word/document.xml": both})
    main = files_of(annotated(data, notes_on(data, "two")).data)["word/document.xml"]
    assert '<commentRangeStart x:id="0"/><r><t xml:space="preserve">two' in main
    data = packed({"word/document.xml": both.replace(' xmlns:x="w"', "")})
    with pytest.raises(QAError, match="no prefix for attributes"):
        annotated_bytes(data, [], "x.docx")


def test_an_empty_file_of_comments_is_opened() -> None:
    data = document(paragraph("one two"), comments="")
    name = "word/comments.xml"
    closed = files_of(data)[name].replace("></w:comments>", "/>")
    data = rezipped(data, {name: closed})
    assert commented(data, "two") == [("two", "two")]
    assert files_of(annotated_bytes(data, [], "x.docx").data)[name] == closed


def test_comments_bear_the_date_of_the_document() -> None:
    data = of_runs("one two")
    comments = files_of(annotated(data, notes_on(data, "two")).data)["word/comments.xml"]
    assert 'w:date="1980-01-01T00:00:00Z"' in comments
    for date, told in [(" 2024-02-03T04:05:06Z\n", "2024-02-03T04:05:06Z"), ("0-0", "1980")]:
        changed = {
            "_rels/.rels": relationships(
                ("officeDocument", "word/document.xml"), ("core-properties", "core.xml")
            ),
            "core.xml": f"<c:core><c:x>1</c:x><dcterms:modified>{date}</dcterms:modified></c:core>",
        }
        dated = rezipped(data, changed)
        comments = files_of(annotated(dated, notes_on(dated, "two")).data)["word/comments.xml"]
        assert f'w:date="{told}' in comments


def test_what_cannot_be_written_again_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = of_runs("one two")
    signed = {"_rels/.rels": relationships(("officeDocument", "word/document.xml"), ("a", "b"))}
    signed["_rels/.rels"] = signed["_rels/.rels"].replace("/a", "/digital-signature/origin")
    with pytest.raises(QAError, match="is signed"):
        annotated_bytes(rezipped(data, signed), [], "x.docx")
    with pytest.raises(QAError, match="CDATA"):
        annotated_bytes(of_runs("<w:r><w:t><![CDATA[one]]></w:t></w:r>"), [], "x.docx")
    damaged = rezipped(data, {}, without="[Content_Types].xml")
    with pytest.raises(QAError, match=r"\[Content_Types\].xml is missing"):
        annotated_bytes(damaged, notes_on(data, "two"), "x.docx")
    monkeypatch.setattr(commenting, "_MOST", 1)
    with pytest.raises(QAError, match="would have more than 1 comments"):
        annotated_bytes(data, notes_on(data, "one", "two"), "x.docx")


def test_a_bomb_among_the_files_that_are_written_is_refused() -> None:
    data = of_runs("one two")
    bomb = {"[Content_Types].xml": f"<Types>{' ' * 100_000_000}</Types>"}
    with pytest.raises(QAError, match="unpacks to more than 100 MB"):
        annotated_bytes(rezipped(data, bomb), notes_on(data, "two"), "x.docx")


BOX = (
    '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="2000000"'
    ' cy="500000"/><wp:docPr id="1" name="Box"/><a:graphic><a:graphicData uri="'
    f'{NAMESPACES["wps"]}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="2000000" cy="500000"/></a:xfrm><a:prstGeom prst="rect">'
    "<a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx>"
    "<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
    "</mc:AlternateContent>"
)
# Paragraphs, the words in each that have a comment, and those that it stands at.
SEEN = [
    (["At the beginning the plain words stand."], "plain words", "plain words"),
    (["Across ", text("two ", "<w:b/>"), text("runs", "<w:i/>"), " here."], "two runs", "two runs"),
    (["An ", INSERTED, " insertion."], "brand new words", "brand new words"),
    (["Partly ", LINK, " outside."], "phrase outside", "phrase outside"),
    (["Here ", FIELD, " is."], "in the field is", "in the field is"),
    (["In ", RUBY, " today."], "東", "東京"),
    (["Below", '<w:r><w:footnoteReference w:id="2"/></w:r>', "."], "the foot", ""),
    (["Around ", f"<w:r>{BOX.format(paragraph('In a box.'))}</w:r>", "."], "a box", "In a box."),
    (["משפט בעברית עם מילים"], "בעברית עם", "בעברית עם"),
    (["日本語の文章です。"], "文章", "文章"),
    (["One word, ", text("two words"), "."], "word, two", "word, two"),
]
SEPARATOR = (
    '<w:footnote w:id="0" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
)


def test_libreoffice_sees_every_comment_at_its_words(tmp_path: Path) -> None:
    body = "".join(paragraph(*runs) for runs, _, _ in SEEN)
    cell = f"<w:tc><w:tcPr/>{paragraph('A cell of it.')}</w:tc>"
    grid = '<w:tblPr/><w:tblGrid><w:gridCol w:w="3000"/></w:tblGrid>'
    data = document(
        f"{body}<w:tbl>{grid}<w:tr>{cell}</w:tr></w:tbl>{paragraph('One end.')}",
        footnotes=f'{SEPARATOR}<w:footnote w:id="2">{paragraph("At the foot.")}</w:footnote>',
    )
    expected = {words: seen for _, words, seen in SEEN} | {
        "cell of": "cell of",
        "One end": "One end",
    }
    content = read_bytes(data, "x.docx").content
    notes = [
        note(content.index(words), content.index(words) + len(words), words) for words in expected
    ]
    path = tmp_path / "a.docx"
    path.write_bytes(annotated(data, notes).data)
    found = comments_in_writer(path)
    assert {said.split(":")[0]: words for said, words in found} == expected
    assert len(found) == len(expected)
    path.write_bytes(data)
    before = converted(path, "txt").read_bytes()
    path.write_bytes(annotated(data, notes).data)
    assert converted(path, "txt").read_bytes() == before
