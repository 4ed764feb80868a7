import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it.token import Token

from qa.formats.commonmark.parser import parse


def inlines_of(content: str) -> tuple[str, list[Token]]:
    """Return the content of the first block and its tokens."""
    block = next((token for token in parse(content, 0) if token.type == "inline"), None)
    return (block.content, block.children or []) if block else ("", [])


def gaps_of(content: str) -> list[str]:
    block, tokens = inlines_of(content)
    gaps = [token.meta for token in tokens if token.type in ("gap", "code_inline", "image")]
    return [block[gap["start"] : gap["end"]] for gap in gaps]


@pytest.mark.parametrize(
    ("content", "gap"),
    [
        ("a `code` b", "`code`"),
        ("a `` co`de `` b", "`` co`de ``"),
        ("a ![image *alt*](target 'title') b", "![image *alt*](target 'title')"),
        ("a <https://a.example/b> c", "<https://a.example/b>"),
        ("a <someone@mail.example> c", "<someone@mail.example>"),
        ("See https://a.example/b_c_d(e)?f=g. Then", "https://a.example/b_c_d(e)?f=g"),
        ("(see www.a.example/b)", "www.a.example/b"),
        ("**HTTP://A.EXAMPLE**", "HTTP://A.EXAMPLE"),
        ("a word[^1] b", "[^1]"),
        ("[https://a.example](https://b.example)", "https://a.example"),
    ],
)
def test_what_is_no_prose_has_a_start_and_an_end(content: str, gap: str) -> None:
    assert gaps_of(content) == [gap]


@pytest.mark.parametrize("content", ["xhttp://", "http:// a", "awww.b", "a [^ b] c", "<a b@c.d>"])
def test_what_only_looks_like_an_address_is_text(content: str) -> None:
    assert gaps_of(content) == []


def test_images_in_the_descriptions_of_images_are_read_only_so_deep() -> None:
    assert len(gaps_of("![" * 400 + "a" + "](b)" * 400)) == 1


@given(st.text(alphabet=st.sampled_from("*_~`[]()!\\<>&;#/:@^ \n\tab1é𝄞\u0301"), max_size=60))
def test_every_text_stands_where_its_token_says(content: str) -> None:
    block, tokens = inlines_of(content)
    for token in tokens:
        written = token.markup if token.type == "text_special" else token.content
        if token.type in ("text", "text_special", "html_inline"):
            start = token.meta["start"]
            assert block[start : start + len(written)] == written


@given(st.text(alphabet=st.sampled_from("*_~`[]()!\\<>&;# \nab"), max_size=60))
def test_tokens_with_something_to_read_come_in_the_order_of_the_file(content: str) -> None:
    _, tokens = inlines_of(content)
    starts = [token.meta["start"] for token in tokens if token.content or token.tag == "br"]
    assert starts == sorted(starts)
