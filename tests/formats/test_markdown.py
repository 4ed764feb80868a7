import pytest
from conformance import assert_conforms, contents, flagged, place
from hypothesis import given
from hypothesis import strategies as st

from qa.formats.markdown import read
from qa.formats.markup.assembly import GAP
from qa.model import Document


def document_of(content: str) -> Document:
    document = read(content, "x.md")
    assert_conforms(document)
    return document


def contents_of(content: str) -> list[str]:
    return contents(document_of(content))


def kinds_of(content: str) -> list[tuple[str, str]]:
    return [(found.kind.value, found.text.content) for found in document_of(content).segments]


@pytest.mark.parametrize(
    "before",
    [
        "",
        "# ",
        "  ###\t",
        "one *two* ",
        "one **two** __three__ ",
        "*one **",
        "a_b_c *d_e* ",
        "~~one~~ ",
        "one ~~~~~ ",
        "\\* \\# \\a ",
        "\\[one\\] ",
        "a &amp; b &eacute; &#233; &NotEqualTilde; ",
        "AT&T & co; ",
        "`word` ",
        "`` word ` word `` ",
        "one `word\nword` ",
        "[one](target) ",
        "[one *two*](<a b> 'title (word)') ",
        "![*one*](target 'word') ",
        "<https://a.example/word> ",
        "<word@a.example> ",
        "see https://a.example/word. ",
        "one[^word] ",
        "<b>one</b> ",
        "<b title='word'>",
        "<!-- word --> ",
        "one <br> ",
        "press <kbd>word</kbd> ",
        "one\n",
        "one  \n",
        "one\\\n   ",
        "one \r\n\t ",
        "> one\n> ",
        "> one\r\n>   ",
        "> one\nlazy\n",
        "- one\n- ",
        "- one\n\n  ",
        "1. - > ",
        "- > one\n  > ",
        "-\tone\n\n\t",
        ">\tone\n>\t",
        "- [ ] ",
        "> [!TIP]\n> ",
        "|one|two|\n|---|---|\n|three|",
        "|one|\n|-|\n| a \\| b \\| ",
        "> | one |\n> |-----|\n> | \\| ",
        "```\nword\n```\n",
        "    word\n\n",
        "~~~ word\nword\n~~~\n\n",
        "---\ntitle: word\n---\n",
        "+++\ntitle = 'word'\n+++\r\n",
        "[ref]: <word> 'word'\n\n[ref] [ref][] [one][ref] ",
        "<div>\none &amp; ",
        "> <p>\n> <b>one</b>\n> ",
        "<script>\nword\n</script>\n\n",
        "e\u0301 𝄞 \u200f ",
        "\x00 ",
        "\r\n\r\none\r\n\r\n",
        "\u00a0\none\n\u00a0 ",
        "***\n",
    ],
)
def test_the_word_after_a_construct_is_flagged_where_it_stands(before: str) -> None:
    document = document_of(f"{before}word, an end.")
    assert flagged(document, "word") == "word"
    assert place(document, "word") == len(before)


def test_an_entity_is_flagged_as_a_whole_and_an_escape_without_its_backslash() -> None:
    document = document_of("a caf&eacute; \\*b")
    assert flagged(document, "café") == "caf&eacute;"
    assert flagged(document, "*b") == "*b"


def test_words_over_markup_are_flagged_from_the_first_to_the_last() -> None:
    document = document_of("> in **spite\n> of** it")
    assert flagged(document, "spite\nof it") == "spite\n> of** it"


def test_kinds_follow_the_blocks() -> None:
    content = (
        "Title\n=====\n\n## Two ##\n\npara\n\n- item\n\n  more\n  1. nested\n\n"
        "> quoted\n> - in a list\n> # head\n\n| a |\n|---|\n| b |\n\n![caption](x)\n"
    )
    assert kinds_of(content) == [
        ("heading", "Title"),
        ("heading", "Two"),
        ("paragraph", "para"),
        ("item", "item"),
        ("item", "more"),
        ("item", "nested"),
        ("quotation", "quoted"),
        ("quotation", "in a list"),
        ("heading", "head"),
        ("cell", "a"),
        ("cell", "b"),
        ("caption", "caption"),
    ]


def test_code_leaves_one_gap() -> None:
    document = document_of("use `a` `b`, or <code>*c*</code>.")
    assert contents(document) == [f"use {GAP} {GAP}, or {GAP}."]
    assert document.segments[0].text.locate(4) == 4
    assert flagged(document, f"or {GAP}") == "or <code>*c*</code>"


def test_code_alone_is_no_segment() -> None:
    assert contents_of("`a`\n\n<https://a.example>\n\n![](b)") == []


def test_the_description_of_an_image_is_a_segment_after_its_paragraph() -> None:
    document = document_of("See ![a *small* dog](dog.png 'title') here.")
    assert contents(document) == [f"See {GAP} here.", "a small dog"]
    assert flagged(document, "small dog") == "small* dog"


def test_line_breaks_are_read_as_they_are_written() -> None:
    assert contents_of("one\r\ntwo  \r\nthree\\\r\n  four") == ["one\r\ntwo\r\nthree\r\nfour"]
    assert contents_of("one<br>two") == ["one\ntwo"]


def test_the_front_matter_is_skipped_and_may_declare_the_language() -> None:
    document = document_of("---\ntitle: Not read\nlang: 'de_AT'\n---\n\nGelesen.\n")
    assert contents(document) == ["Gelesen."]
    assert document.language == "de-AT"
    assert document_of('+++\nlanguage = "fr"\n+++\nLu.').language == "fr"


@pytest.mark.parametrize(
    "content", ["---\n\nword\n\n---\n", "---\nword", "+++\nword", "a\n---\nword"]
)
def test_a_rule_is_no_front_matter(content: str) -> None:
    assert flagged(document_of(content), "word") == "word"


def test_html_between_the_blocks_is_read_as_html() -> None:
    content = "<div>\n<p>One <code>x</code></p>\n<ul><li>two</ul>\n<nav>not this</nav>\n</div>\n"
    assert kinds_of(content) == [("paragraph", f"One {GAP}"), ("item", "two")]


def test_a_heading_deep_inside_of_lists_is_found() -> None:
    nested = "".join(f"{'  ' * depth}- level {depth}\n" for depth in range(30))
    assert len(contents_of(nested)) == 30


def scope_of(content: str) -> str:
    (ignore,) = document_of(content).ignores
    return content[ignore.scope.start : ignore.scope.end]


def test_an_ignore_beside_text_holds_for_its_line() -> None:
    content = "One\nand *two* <!-- qa:ignore x -->\nand three"
    assert scope_of(content) == "and *two* <!-- qa:ignore x -->"


@pytest.mark.parametrize("mark", ["", "> ", "  "])
def test_an_ignore_on_its_own_line_holds_for_the_next_segment(mark: str) -> None:
    content = f"One\n\n{mark}<!-- qa:ignore x, y -->\n{mark}\n{mark}*Two*\n\nThree"
    assert scope_of(content).startswith("<!-- qa:ignore x, y -->")
    assert scope_of(content).endswith("Two")


def test_a_block_of_ignores_reaches_over_blocks() -> None:
    content = "a\n\n<!-- qa:ignore-start -->\n\nb\n\n- c\n\n<!-- qa:ignore-end -->\n\nd"
    assert scope_of(content) == content[3:-3]


@pytest.mark.parametrize(
    "code", ["`<!-- qa:ignore -->`", "```\n<!-- qa:ignore -->\n```", "    <!-- qa:ignore -->"]
)
def test_a_comment_inside_of_code_is_no_directive(code: str) -> None:
    assert document_of(f"Words\n\n{code}\n\nmore").ignores == ()


MARKS = st.text(
    alphabet=st.sampled_from("*_~`[]()!\\<>&;#/:= -+1.|^\n\t\rab\"'hw\u00a0\x00\x1cé𝄞\u0301"),
    max_size=80,
)


@given(st.text() | MARKS)
def test_any_text_is_read_and_every_run_points_at_its_text(content: str) -> None:
    document_of(content)


WORDS = st.lists(st.sampled_from(["word", "*word*", "`x`", "&amp;", "\\*", "[a](b)"]), min_size=1)


@given(st.lists(WORDS.map(" ".join), min_size=1, max_size=4), st.sampled_from(["\n", "\r\n"]))
def test_a_quotation_reads_as_it_does_without_its_marks(lines: list[str], line_break: str) -> None:
    bare = line_break.join(lines)
    quoted = line_break.join(f"> {line}" for line in lines)
    assert contents_of(quoted) == contents_of(bare)


@pytest.mark.parametrize(
    "content",
    ["word " * 100_000, "[" * 2_000, "*a " * 2_000, "> " * 2_000, "<a " * 2_000, "|" * 2_000],
    ids=lambda content: content[:5],
)
def test_long_lines_are_read(content: str) -> None:
    document_of(content)
