"""Block structure: where the content of every block stands in the file.

markdown-it-py gives lines only. Here every token with content of the file also gets the ``Cut``
that its content comes from, in ``token.meta["cut"]``.
"""

from collections.abc import Sequence
from itertools import accumulate
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.parser_block import ParserBlock
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from markdown_it.utils import EnvType
from msgspec import Struct

from qa.formats.markup.assembly import Source
from qa.regex import lazy

_LINE_BREAK = lazy(r"\r\n?|\n")
_PIPE = lazy(r"(?<!\\)\|")
_ESCAPING_BACKSLASH = lazy(r"\\(?=\|)")
_INDENTATION = " \t"


class FileLines(Struct, frozen=True):
    """The lines of a file from some offset on, numbered from 0 as markdown-it-py does.

    Line ``i`` ends before its line break at ``ends[i]``, and after it at ``stops[i]``.
    """

    content: str
    ends: Sequence[int]
    stops: Sequence[int]

    @classmethod
    def of(cls, content: str, start: int) -> "FileLines":
        """Return the lines of ``content`` from ``start`` on."""
        breaks = [found.span() for found in _LINE_BREAK.finditer(content, start)]
        breaks.append((len(content), len(content)))
        return cls(content, *zip(*breaks, strict=True))


class Cut(Struct, frozen=True):
    """What was cut from the file for a token: its content with white space around it.

    ``source`` says where ``content`` stands.
    """

    content: str
    source: Source


class PositionedBlocks(ParserBlock):
    """A block parser whose tokens have cuts; ``env["lines"]`` must be the ``FileLines``."""

    def parse(
        self,
        src: str,
        md: MarkdownIt,
        env: EnvType,
        outTokens: list[Token],  # noqa: N803 - markdown-it-py's name
    ) -> list[Token] | None:
        """Parse ``src`` into ``outTokens``."""
        state = _State(src, md, env, outTokens)
        self.tokenize(state, state.line, state.lineMax)
        return state.tokens


class _State(StateBlock):
    """The state of block parsing, which remembers what was cut from which lines."""

    def __init__(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> None:
        super().__init__(src, md, env, tokens)
        self.file: FileLines = env["lines"]
        self.cut: Cut | None = None
        self.row: Token | None = None
        self.cells: list[Cut] = []

    def getLines(  # noqa: N802 - markdown-it-py's name
        self,
        begin: int,
        end: int,
        indent: int,
        keepLastLF: bool,  # noqa: N803 - markdown-it-py's name
    ) -> str:
        """Cut lines, and remember them for the token that is pushed next or was last."""
        content = super().getLines(begin, end, indent, keepLastLF)
        self.cut = self._lines(content, begin)
        if self.tokens and self.tokens[-1].type == "html_block" and not self.tokens[-1].content:
            self.tokens[-1].meta["cut"] = self.cut
        return content

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Add a token, and its cut if it has inline content."""
        token = super().push(ttype, tag, nesting)
        if ttype == "tr_open":
            self.row, self.cells = token, []
        if ttype == "inline":
            token.meta["cut"] = self._cut(self.tokens[-2])
        return token

    def _cut(self, opening: Token) -> Cut | None:
        if opening.type in ("th_open", "td_open"):
            return self._next_cell()
        if opening.type == "heading_open" and opening.markup.startswith("#"):
            return self._heading(opening)
        return self.cut if opening.type in ("heading_open", "paragraph_open") else None

    def _lines(self, content: str, number: int) -> Cut:
        """Return the cut of lines from ``number`` on; each is the end of a line of the file."""
        lines = content.split("\n")
        starts, origins, offset = [], [], 0
        for line, end in zip(lines, self.file.ends[number:], strict=False):
            words = len(line.lstrip(_INDENTATION))
            starts.append(offset + len(line) - words)
            origins.append(end - words)
            offset += len(line) + 1
        ends = self.file.stops[number : number + len(lines)]
        return Cut(content, Source(self.file.content, starts, origins, ends))

    def _rest(self, number: int, skipped: int) -> tuple[str, int]:
        """Return a line from its first word and ``skipped`` characters on, and where it stands."""
        rest = self.src[self.bMarks[number] + self.tShift[number] + skipped : self.eMarks[number]]
        return rest, self.file.ends[number] - len(rest)

    def _heading(self, opening: Token) -> Cut:
        rest, origin = self._rest(_first_line(opening), len(opening.markup))
        return self._joined(rest, origin, [(0, len(rest))])

    def _next_cell(self) -> Cut:
        if not self.cells and self.row:
            line, origin = self._rest(_first_line(self.row), 0)
            self.cells = [self._joined(line, origin, parts) for parts in _columns(line)][::-1]
        # Rows may be shorter than the header.
        return self.cells.pop() if self.cells else Cut("", Source.whole(""))

    def _joined(self, line: str, origin: int, parts: list[tuple[int, int]]) -> Cut:
        """Return the cut of some parts of a line, which stands at ``origin``."""
        content = "".join(line[start:end] for start, end in parts)
        starts = list(accumulate((end - start for start, end in parts[:-1]), initial=0))
        origins = [origin + start for start, _ in parts]
        return Cut(
            content, Source(self.file.content, starts, origins, [origin + end for _, end in parts])
        )


def _first_line(token: Token) -> int:
    return token.map[0] if token.map else 0


def _columns(row: str) -> list[list[tuple[int, int]]]:
    """Return the columns of a table row, each as the parts between escaping backslashes."""
    pipes = [found.start() for found in _PIPE.finditer(row)]
    columns = list(zip([0, *(pipe + 1 for pipe in pipes)], [*pipes, len(row)], strict=True))
    if not mdTrim(row[: columns[0][1]]):
        columns = columns[1:]
    if columns and not mdTrim(row[columns[-1][0] :]):
        columns = columns[:-1]
    return [_parts(row, start, end) for start, end in columns]


def _parts(row: str, start: int, end: int) -> list[tuple[int, int]]:
    backslashes = [found.start() for found in _ESCAPING_BACKSLASH.finditer(row, start, end)]
    stops = [*backslashes, end]
    return list(zip([start, *(stop + 1 for stop in backslashes)], stops, strict=True))
