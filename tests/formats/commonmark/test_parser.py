from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from qa.formats.commonmark.parser import parse

READ = ("text", "text_special", "softbreak", "hardbreak", "code_inline", "html_inline")
PLAIN = MarkdownIt("commonmark", {"tasklists": True, "alerts": True})
PLAIN.enable(["table", "strikethrough"])


def read_in(tokens: list[Token] | None) -> str:
    """Return what the tokens of a block read as, with those of images in brackets."""
    parts = (
        f"[{read_in(token.children)}]" if token.type == "image" else token.content or token.tag
        for token in tokens or []
        if token.type in (*READ, "image")
    )
    return "".join(parts)


def blocks_in(tokens: list[Token]) -> list[tuple[str, str]]:
    return [
        (token.type, read_in(token.children) if token.type == "inline" else token.content)
        for token in tokens
    ]


# Without what makes an address or a footnote, which markdown-it-py does not know.
@given(st.text(alphabet=st.sampled_from("*_~`[]()!\\<>&;#/= -+1.|\n\t\rab\"'é\u00a0"), max_size=80))
def test_positions_change_nothing_of_what_markdown_it_reads(content: str) -> None:
    assert blocks_in(parse(content, 0)) == blocks_in(PLAIN.parse(content))


def test_the_limits_of_nesting_are_wide_enough() -> None:
    content = "> " * 60 + "word"
    assert parse(content, 0)[60].type == "paragraph_open"
