"""The Markdown that people write: CommonMark with tables, strikethrough, task lists and alerts."""

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from qa.formats.commonmark.blocks import FileLines, PositionedBlocks
from qa.formats.commonmark.inlines import PositionedInlines

# Levels of lists and quotations; deeper content is dropped. Each takes a few frames of Python's
# thousand. Inline structure keeps markdown-it-py's limit of 20, which its running time grows with.
_DEEPEST_BLOCK = 100


def parse(content: str, start: int) -> list[Token]:
    """Return the tokens of ``content`` from ``start`` on, with their positions in ``meta``."""
    env = {"lines": FileLines.of(content, start)}
    tokens = _blocks().parse(content[start:], env)
    parser = _inlines()
    for token in tokens:
        if token.type == "inline":
            token.children = parser.inline.parse(token.content, parser, env, [])
    return tokens


class _Parser(MarkdownIt):
    """A parser that leaves the targets of links alone, as nobody will follow them."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - markdown-it-py's name
        """Return the target as it is."""
        return url

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - markdown-it-py's names
        """Accept every target."""
        return True


@cache
def _blocks() -> MarkdownIt:
    parser = _Parser()
    parser.block = PositionedBlocks()
    options = {"maxNesting": _DEEPEST_BLOCK, "tasklists": True, "alerts": True}
    parser.configure("commonmark", options_update=options)
    return parser.enable("table").disable(["inline", "text_join"])


@cache
def _inlines() -> MarkdownIt:
    parser = _Parser()
    parser.inline = PositionedInlines()
    parser.configure("commonmark").enable(["strikethrough", "gap"])
    # One joins texts that stand at different places; "gap" does the work of the other.
    return parser.disable(["fragments_join", "autolink"])
