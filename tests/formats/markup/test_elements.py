from qa.formats.markup.assembly import Source
from qa.formats.markup.elements import Page, read
from qa.model import SegmentKind


def test_a_part_of_a_file_is_read_where_it_stands() -> None:
    file = "> <p>Some\r\n> words.</p>\r\n"
    source = Source(file, (0, 8), (2, 13), (11, 25))
    page = Page()
    read(source, "<p>Some\nwords.</p>\n", page, SegmentKind.QUOTATION)
    (segment,) = page.segments
    assert segment.kind is SegmentKind.QUOTATION
    assert segment.text.content == "Some\r\nwords."
    assert file[slice(*source.stretches(8, 14)[0])] == "words."
    assert segment.text.locate(segment.text.content.index("words")) == file.index("words")


def test_parts_are_added_to_one_page() -> None:
    page = Page()
    for _ in range(2):
        read(Source.whole("<p>One<p>Two"), "<p>One<p>Two", page, SegmentKind.PARAGRAPH)
    assert [segment.number for segment in page.segments] == [0, 1, 2, 3]


def test_the_language_of_the_html_element_is_that_of_the_page() -> None:
    page = Page()
    content = "<html xml:lang='pt_BR'><p>Uma frase."
    read(Source.whole(content), content, page, SegmentKind.PARAGRAPH)
    assert page.language == "pt-BR"
    assert page.segments[0].language is None
