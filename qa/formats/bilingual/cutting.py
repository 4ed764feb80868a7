"""From the rows of a bilingual file to documents, each with a part of them."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice

from qa.errors import QAError
from qa.formats.bilingual.documents import document
from qa.formats.bilingual.rows import Row
from qa.formats.decoding import LIMIT
from qa.model import Document, Start

ROWS = 2_000  # of a part

Rows = Callable[[Iterator[str]], Iterator[Row]]


def parts(blocks: Iterable[str], rows: Rows, path: str, size: int = ROWS) -> Iterator[Document]:
    """Yield a document for every ``size`` rows of a file, at least one.

    Memory does not depend on the size of the file, but on that of a part of it.

    Args:
        blocks: of the decoded file.
        rows: the reader of the format, which finds rows in blocks.
        path: of the file.
        size: rows in a part.

    Raises:
        QAError: the file is not of its format, has no translation at all, or more than 100 MB
            without one.
    """
    window = _Window(blocks, path)
    found = rows(window.blocks())
    translated = False
    ahead = list(islice(found, 1))
    while ahead or not translated:
        batch = [*ahead, *islice(found, size - 1)]
        ahead = list(islice(found, 1))
        # What stands after the last row, such as the end tags, belongs to the last part.
        start, content = window.start, window.cut(batch[-1].end if ahead else None)
        units = chain.from_iterable(row.units(content, start.offset) for row in batch)
        part = document(list(units), content, path, start)
        translated = translated or bool(part.segments)
        if not ahead and not translated:
            raise _untranslated(path)
        yield part


def whole(content: str, rows: Rows, path: str) -> Document:
    """Return the document in a decoded file as one part.

    Raises:
        QAError: as for ``parts``.
    """
    return next(parts([content], rows, path, len(content) + 1))


def _untranslated(path: str) -> QAError:
    return QAError(
        f"{path}: has no segment with a translation", "there is nothing to check; translate it"
    )


class _Window:
    """The stretch of a file that was read and not yet made a document of."""

    def __init__(self, blocks: Iterable[str], path: str) -> None:
        self.start = Start()
        self._blocks = iter(blocks)
        self._path = path
        self._content: list[str] = []
        self._size = 0

    def blocks(self) -> Iterator[str]:
        """Yield the blocks of the file, and keep them."""
        for block in self._blocks:
            self._content.append(block)
            self._size += len(block)
            if self._size > LIMIT:
                place = f"{self._path}:{self.start.line}"
                raise QAError(
                    f"{place}: from here on there are {LIMIT // 1_000_000} MB without a segment",
                    "split it into smaller files",
                )
            yield block

    def cut(self, end: int | None) -> str:
        """Return what was kept up to an offset in the file, None for the end, and keep it no more.

        The rest of the file is read for the end.
        """
        if end is None:
            for _ in self.blocks():
                pass
        kept = "".join(self._content)
        size = len(kept) if end is None else end - self.start.offset
        content, rest = kept[:size], kept[size:]
        self._content, self._size = [rest], len(rest)
        self.start = self.start.after(content)
        return content
