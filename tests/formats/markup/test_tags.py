import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.formats.markup.tags import Kind, Token, attributes, tokens

TEXT, START, END, COMMENT = Kind.TEXT, Kind.START, Kind.END, Kind.COMMENT


def kinds_of(content: str) -> list[tuple[Kind, str]]:
    return [(token.kind, content[token.start : token.end]) for token in tokens(content)]


def only(content: str) -> Token:
    (token,) = tokens(content)
    return token


def test_text_and_tags_alternate() -> None:
    assert kinds_of("a<b c>d</b >e") == [
        (TEXT, "a"),
        (START, "<b c>"),
        (TEXT, "d"),
        (END, "</b >"),
        (TEXT, "e"),
    ]


@pytest.mark.parametrize("content", ["a < b", "a <3", "<", "<>", "& b", "&", "&;", "&#;", "&#x;"])
def test_what_only_looks_like_markup_is_text(content: str) -> None:
    assert {token.kind for token in tokens(content)} == {TEXT}
    assert "".join(content[token.start : token.end] for token in tokens(content)) == content


def test_a_quoted_value_may_hold_the_end_of_a_tag() -> None:
    assert kinds_of("<a b=\"x>y\" c = 'z>'>w")[1] == (TEXT, "w")


def test_a_quotation_mark_outside_of_a_value_quotes_nothing() -> None:
    assert kinds_of('<a b"c>d"e')[1:] == [(TEXT, 'd"e')]


def test_a_quotation_that_is_never_closed_quotes_nothing() -> None:
    assert kinds_of('<a b="c>d') == [(START, '<a b="c>'), (TEXT, "d")]


def test_names_are_in_lower_case() -> None:
    assert only("<DiV>").value == "div"
    assert only("</DiV>").value == "div"


@pytest.mark.parametrize(
    ("reference", "reading", "size"),
    [
        ("&amp;", "&", 5),
        ("&eacute;", "é", 8),
        ("&#233;", "é", 6),
        ("&#xE9", "é", 5),
        ("&#128;", "€", 6),
        ("&NotEqualTilde;", "≂̸", 15),
        ("&copy2024", "©", 5),
        ("&notit;", "¬", 4),
        ("&#999999999999;", "\ufffd", 15),
        ("&#55296;", "\ufffd", 8),
    ],
)
def test_references_are_read_as_what_they_stand_for(
    reference: str, reading: str, size: int
) -> None:
    token = next(tokens(reference))
    assert (token.kind, token.value, token.end) == (Kind.REFERENCE, reading, size)


@pytest.mark.parametrize("content", ["AT&T works", "&nonsense;", "a &b c", "&a"])
def test_an_unknown_name_is_text(content: str) -> None:
    assert {kind for kind, _ in kinds_of(content)} == {TEXT}
    assert "".join(text for _, text in kinds_of(content)) == content


def test_a_number_with_thousands_of_digits_is_no_reference_to_a_character() -> None:
    content = "&#" + "9" * 10_000 + ";"
    assert "".join(content[token.start : token.end] for token in tokens(content)) == content


@pytest.mark.parametrize(
    "comment", ["<!-- a > b -->", "<!-->", "<!--->", "<!-- -- --!>", "<!---->"]
)
def test_comments_end_as_in_browsers(comment: str) -> None:
    assert kinds_of(comment + "x") == [(COMMENT, comment), (TEXT, "x")]


@pytest.mark.parametrize("markup", ["<!DOCTYPE html>", "<?php a ?>", "</ x>", "<![CDATA[a > b]]>"])
def test_declarations_and_the_like_are_left_out(markup: str) -> None:
    assert kinds_of(markup + "x") == [(TEXT, "x")]


@pytest.mark.parametrize("opening", ["<!--", "<!x", "<?", "</p", "<![CDATA[", "<script>", "<p a='"])
def test_what_is_never_closed_takes_the_rest(opening: str) -> None:
    assert TEXT not in {token.kind for token in tokens(opening + " words")}


def test_a_script_is_one_token_up_to_its_own_end() -> None:
    content = "<script>if (a<b) '</p>' &amp;</scripts></SCRIPT>x"
    assert [kind for kind, _ in kinds_of(content)] == [START, END, TEXT]


def test_a_script_that_closes_itself_has_no_content() -> None:
    assert kinds_of("<script src='a'/>x")[1] == (TEXT, "x")


def test_attributes_are_read_with_and_without_quotation_marks() -> None:
    source = only("<p A=1 b='2 &amp; 3' c = \"4\" hidden a=5 d=>").attributes
    assert attributes(source) == {"a": "1", "b": "2 & 3", "c": "4", "hidden": "", "d": ""}


@given(st.text(alphabet=st.sampled_from("<>/!-?&#;='\" abpx[]DCT\n")))
def test_tokens_come_in_order_and_do_not_overlap(content: str) -> None:
    end = 0
    for token in tokens(content):
        assert end <= token.start < token.end <= len(content)
        end = token.end


@pytest.mark.parametrize(
    "part",
    [
        "<a ",
        "<!--",
        "<!-",
        "&#",
        "&a",
        "<",
        "</",
        "<![CDATA[",
        "<script>",
        "<a b='",
        '<a b=">" ',
        "<?",
    ],
)
def test_malformed_markup_is_read_once(part: str) -> None:
    assert sum(token.end - token.start for token in tokens(part * 20_000)) <= 20_000 * len(part)
