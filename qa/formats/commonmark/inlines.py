"""Inline structure: where every token of a block's content stands in that content.

markdown-it-py's inline tokens carry no offsets. Here ``token.meta["start"]`` counts code points of
the block's content, and of an image's or a code span's also ``token.meta["end"]``. Text that is no
prose (addresses, footnote numbers) becomes a token of the type ``gap``.
"""

import re
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline, RuleFuncInlineType
from markdown_it.rules_inline import StateInline, backtick, image
from markdown_it.token import Token
from markdown_it.utils import EnvType

from qa.regex import lazy

_ADDRESS = r"(?<!\w)(?i:https?://|ftp://|www\.)(?=\w)"
_ADDRESS_START = lazy(_ADDRESS)
_GAP = lazy(
    rf"{_ADDRESS}(?:(?>[^\s<>\[\]()\"`|*\\]|\([^\s<>\[\]()\"`|*\\]*\)))++"
    r"|<[A-Za-z][A-Za-z0-9+.\-]{1,31}:[^<>\x00-\x20]*+>"
    r"|<[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]++@[A-Za-z0-9][A-Za-z0-9.-]*+>"
    r"|\[\^[^\s\[\]]{1,100}\]:?"
)
_AFTER_ADDRESS = ".,;:!?'_~…"
_BRACKETS = "<["
# Images in the descriptions of images; markdown-it-py itself does not stop at any depth.
_DEEPEST_IMAGE = 10


class PositionedInlines(ParserInline):
    """An inline parser whose tokens know where they start."""

    def __init__(self) -> None:
        super().__init__()
        self.terminator_re = re.compile(f"{self.terminator_re.pattern}|{_ADDRESS}")
        self.ruler.before("link", "gap", _gap)
        self.ruler.at("backticks", _bounded(backtick))
        self.ruler.at("image", _bounded(image))
        self.depth = 0

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Parse ``src`` into ``tokens``."""
        state = _State(src, md, env, tokens)
        if self.depth < _DEEPEST_IMAGE:
            self.depth += 1
            self.tokenize(state)
            self.depth -= 1
            for rule in self.ruler2.getRules(""):
                rule(state)
        return state.tokens


class _State(StateInline):
    """The state of inline parsing, which notes where the text that is not pushed yet starts."""

    def __init__(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> None:
        super().__init__(src, md, env, tokens)
        self.text_start = -1

    def append_pending(self, text: str) -> None:
        """Add literal text, which stands at the current position."""
        if self.text_start < 0:
            self.text_start = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802 - markdown-it-py's name
        """Make a token of the text that is not pushed yet."""
        token = super().pushPending()
        token.meta["start"] = self.text_start
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Add a token; one rule may push several characters of text one by one."""
        token = super().push(ttype, tag, nesting)
        token.meta["start"] = max(self.pos, _text_end(self.tokens[-2:-1]))
        self.text_start = -1
        return token


def _text_end(tokens: list[Token]) -> int:
    ends = (token.meta["start"] + len(token.content) for token in tokens if token.type == "text")
    return next(ends, 0)


def _bounded(rule: RuleFuncInlineType) -> RuleFuncInlineType:
    """Return a rule that also notes where the token that it pushes ends."""

    def bounded(state: StateInline, silent: bool) -> bool:
        known = len(state.tokens)
        matched = rule(state, silent)
        if matched and len(state.tokens) > known:
            state.tokens[-1].meta["end"] = state.pos
        return matched

    return bounded


def _gap(state: StateInline, silent: bool) -> bool:
    """Parse an address or the number of a footnote."""
    found = _GAP.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    size = len(found[0] if found[0][0] in _BRACKETS else found[0].rstrip(_AFTER_ADDRESS))
    if not silent:
        state.push("gap", "", 0).meta["end"] = state.pos + size
    state.pos += size
    return True
