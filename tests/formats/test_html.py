import pytest
from conformance import assert_conforms, contents, flagged, place
from hypothesis import given
from hypothesis import strategies as st

from qa.formats.html import read
from qa.formats.markup.assembly import GAP
from qa.model import Document, SegmentKind


def document_of(content: str) -> Document:
    document = read(content, "x.html")
    assert_conforms(document)
    return document


def contents_of(content: str) -> list[str]:
    return contents(document_of(content))


def kinds_of(content: str) -> list[tuple[str, str]]:
    return [(found.kind.value, found.text.content) for found in document_of(content).segments]


def test_blocks_end_a_segment_and_inline_elements_do_not() -> None:
    content = "<p>One <b>bold</b> <a href=x>word</a></p><div>two<section>three</section>four</div>"
    assert contents_of(content) == ["One bold word", "two", "three", "four"]


@pytest.mark.parametrize(
    "before",
    [
        "<p>",
        "<p class='a > b'>",
        "<p>a &amp; b ",
        "<p>&eacute;t&eacute; ",
        "<p>&copy2024 ",
        "<p>&NotEqualTilde; ",
        "<p>e\u0301 𝄞 ",
        "<p>one<br>",
        "<p>one<br />\r\n",
        "<p>one\r\n   ",
        "<p>one\rtwo\n",
        "<p>one <!-- word --> ",
        "<p>one <!-- a > b\n--> ",
        "<p>one<script>'word </p>'</script> ",
        "<p>one <code>word</code> ",
        "<p>one <img alt=word> ",
        "<p>1 < 2 & 3 > ",
        "<p>AT&T ",
        "<p><![CDATA[ word > ]]>",
        "<?xml version='1.0'?>\n<!DOCTYPE html>\n<p>",
        "</p></div>",
        "<p><b><i></b>",
        "<p hidden>word</p><p>",
        "<p title='word'>",
        "<ruby>漢<rp>(</rp><rt>word</rt></ruby> ",
    ],
)
def test_the_word_after_a_construct_is_flagged_where_it_stands(before: str) -> None:
    document = document_of(f"{before}word, an end.</p>")
    assert flagged(document, "word") == "word"
    assert place(document, "word") == len(before)


def test_a_reference_is_flagged_as_a_whole() -> None:
    document = document_of("<p>a caf&eacute; &#x2013; b</p>")
    assert flagged(document, "café") == "caf&eacute;"
    assert flagged(document, "–") == "&#x2013;"


def test_kinds_follow_the_elements() -> None:
    content = (
        "<title>A</title><h2>B</h2><p>C</p><ul><li>D<li><p>E</p></ul>"
        "<table><caption>F</caption><tr><th>G<td><p>H</table>"
        "<figure><figcaption>I</figcaption></figure>"
        "<blockquote><p>J</p><ul><li>K</ul><h3>L</h3></blockquote><p>M"
    )
    assert kinds_of(content) == [
        ("heading", "A"),
        ("heading", "B"),
        ("paragraph", "C"),
        ("item", "D"),
        ("item", "E"),
        ("caption", "F"),
        ("cell", "G"),
        ("cell", "H"),
        ("caption", "I"),
        ("quotation", "J"),
        ("quotation", "K"),
        ("heading", "L"),
        ("paragraph", "M"),
    ]


@pytest.mark.parametrize(
    "name", ["script", "style", "template", "noscript", "pre", "nav", "footer", "aside", "textarea"]
)
def test_what_is_no_prose_is_skipped(name: str) -> None:
    content = f"<p>Before.</p><{name}>not this</{name}><p>After.</p>"
    assert contents_of(content) == ["Before.", "After."]


def test_the_header_of_a_page_is_read() -> None:
    assert contents_of("<header>Words.</header>") == ["Words."]


@pytest.mark.parametrize("name", ["code", "kbd", "samp", "svg", "math", "select"])
def test_what_is_no_word_leaves_one_gap(name: str) -> None:
    document = document_of(f"<p>Press <{name}><i>x</i> y</{name}> now.</p>")
    assert contents(document) == [f"Press {GAP} now."]
    assert flagged(document, GAP) == f"<{name}><i>x</i> y</{name}>"


def test_an_image_leaves_a_gap_and_alone_no_segment() -> None:
    assert contents_of("<p>a <img src=b> c<p><img src=d>") == [f"a {GAP} c"]


def test_a_line_break_is_read_as_one() -> None:
    assert contents_of("<p>one<br>two<br/>three</p>") == ["one\ntwo\nthree"]


def test_white_space_inside_of_a_segment_stays() -> None:
    assert contents_of("<p>\n  one\n  two   three\n</p>") == ["one\n  two   three"]


def test_spaces_that_do_not_break_are_trimmed_at_the_edges() -> None:
    assert contents_of("<p>&nbsp; &#160;one&nbsp;two &nbsp;</p><p>&nbsp;</p>") == ["one\u00a0two"]


def test_the_language_of_the_document_is_that_of_its_html_element() -> None:
    document = document_of("<html lang=de-AT><body><p>Ein Wort.</p></body></html>")
    assert document.language == "de-AT"
    assert document.segments[0].language is None


def test_the_language_of_a_segment_is_inherited() -> None:
    content = "<html lang=en><div lang=fr><p>un</p><p lang=de>eins</p></div><p>one</p>"
    languages = [(found.text.content, found.language) for found in document_of(content).segments]
    assert languages == [("un", "fr"), ("eins", "de"), ("one", None)]


def test_unclosed_paragraphs_do_not_hand_their_language_on() -> None:
    document = document_of("<p lang=de>eins<p>two")
    assert [segment.language for segment in document.segments] == ["de", None]


@pytest.mark.parametrize("value", ["", "{{ page.lang }}", "x" * 9, "12"])
def test_what_is_no_language_tag_declares_nothing(value: str) -> None:
    document = document_of(f"<html lang='{value}'><p lang='{value}'>Words.</p>")
    assert document.language is None
    assert document.segments[0].language is None


def test_words_of_another_language_leave_a_gap() -> None:
    document = document_of("<html lang=en><p>The <i lang=fr>mot &agrave; mot</i> version.</p>")
    assert contents(document) == [f"The {GAP} version."]
    assert document.segments[0].language is None


def test_words_of_the_same_language_in_another_country_are_read() -> None:
    content = "<html lang=en><p>The <i lang=en-GB>colour</i> fades.</p>"
    assert contents_of(content) == ["The colour fades."]


def test_what_most_of_a_segment_is_marked_with_is_its_language() -> None:
    content = "<body lang=en-US><p><span lang=de>Ein ganzer Satz, </span>1 <b lang=en>so</b>"
    (segment,) = document_of(content).segments
    assert segment.language == "de"
    assert segment.text.content == f"Ein ganzer Satz, {GAP}"


def test_what_is_not_to_be_translated_leaves_a_gap() -> None:
    assert contents_of("<p>Start <b translate=no>Umbra</b> now.") == [f"Start {GAP} now."]


def test_an_end_tag_without_a_start_is_nothing() -> None:
    assert contents_of("</div></b>one</i> two</p>") == ["one two"]


def test_an_inline_end_tag_does_not_close_the_block_around_the_text() -> None:
    content = "<i><h1>one</i> two</h1><p>three"
    assert kinds_of(content) == [("heading", "one two"), ("paragraph", "three")]


def test_code_that_is_never_closed_ends_with_its_block() -> None:
    assert contents_of("<div><p>One <code>two</p><p>Three</p></div>") == ["One", "Three"]


def test_the_end_of_the_file_ends_everything() -> None:
    assert contents_of("<p>One <b>two <!-- three") == ["One two"]


def test_a_head_without_an_end_hides_nothing() -> None:
    assert contents_of("<head><title>A</title><meta charset=utf-8><body>B") == ["A", "B"]


def scope_of(content: str) -> str:
    (ignore,) = document_of(content).ignores
    return content[ignore.scope.start : ignore.scope.end]


def test_an_ignore_beside_text_holds_for_its_line() -> None:
    content = "<p>One</p>\n<p>Two <!-- qa:ignore x --></p>\n<p>Three</p>"
    assert scope_of(content) == "<p>Two <!-- qa:ignore x --></p>"


def test_an_ignore_on_its_own_line_holds_for_the_next_segment() -> None:
    content = "<ul>\n<!-- qa:ignore x, y -->\n<li>One\nline</li>\n<li>Two</li></ul>"
    assert scope_of(content) == "<!-- qa:ignore x, y -->\n<li>One\nline"


def test_a_block_of_ignores_reaches_over_elements() -> None:
    content = "<p>a</p><!-- qa:ignore-start --><p>b</p><!-- qa:ignore-end --><p>c</p>"
    assert scope_of(content) == "<!-- qa:ignore-start --><p>b</p><!-- qa:ignore-end -->"


@pytest.mark.parametrize("name", ["pre", "code", "script", "textarea", "template"])
def test_a_comment_inside_of_code_is_no_directive(name: str) -> None:
    assert document_of(f"<p>a <{name}><!-- qa:ignore x --></{name}> b").ignores == ()


def test_a_comment_that_is_never_closed_is_no_directive() -> None:
    assert document_of("<p>a <!-- qa:ignore x -- and all the rest").ignores == ()


MARKUP = (
    "<p> <b> <i <code> <nav> <q> <br> <li> <td> <table> <html_lang=de> <p_lang=fr> <b_lang=en> </p>"
    " </b> </i> </code> </nav> </li> </table> <!-- --> <!--qa:ignore--> <![CDATA[ ]]> <? </ < > &"
    " &amp; &eacute &#65; &#0; &nbsp; <script> </script> <img/> \" ' = é 𝄞 a word \u0301 _"
)
BREAKS = ["\r\n", "\n", "\r"]
PIECES = [piece.replace("_", " ") for piece in MARKUP.split()]
PARTS = st.lists(st.sampled_from(PIECES + BREAKS), max_size=30).map("".join)


@given(st.text() | PARTS)
def test_any_text_is_read_and_every_run_points_at_its_text(content: str) -> None:
    document_of(content)


@given(PARTS)
def test_the_segments_of_a_file_come_in_its_order(content: str) -> None:
    starts = [segment.text.runs[0].origin for segment in document_of(content).segments]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    "content",
    [
        "<div>" * 50_000 + "word",
        "<i><div>" + "<b>" * 20_000 + "</i>" * 20_000 + "word",
        "<p><code>" * 10_000 + "</code>word",
        "<b lang=de>" * 10_000 + "word",
        "<p>" + "word " * 200_000,
    ],
    ids=lambda content: content[:12],
)
def test_deep_and_long_files_are_read_once(content: str) -> None:
    assert contents_of(content)[-1].endswith("word")


def test_kinds_are_those_of_the_model() -> None:
    assert {kind for kind, _ in kinds_of("<p>a<h1>b")} <= set(SegmentKind)
