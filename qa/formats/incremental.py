"""A file of any size as blocks of text, decoded as a whole file would be."""

import codecs
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from qa.errors import QAError
from qa.formats import decoding

_SIZE = 65_536  # bytes


def read(path: str) -> Iterator[str]:
    """Yield the decoded content of a file in blocks, without a byte order mark.

    Raises:
        QAError: it cannot be read, is no text, has nothing in it, or does not decode.
    """
    empty = True
    with decoding.explained(path), Path(path).open("rb") as file:
        for block in decoded(file, path):
            empty = empty and not block.strip()
            yield block
    if empty:
        raise QAError(f"{path}: is empty", hint="there is nothing to check")


def decoded(file: IO[bytes], path: str) -> Iterator[str]:
    """Yield the decoded content of an open file in blocks, without a byte order mark.

    Raises:
        QAError: it is no text, or does not decode.
    """
    data = file.read(_SIZE)
    mark, encoding = decoding.encoded(data, path)
    decoder = codecs.getincrementaldecoder(encoding)()
    data, offset, line = data.removeprefix(mark), len(mark), 1
    while data:
        following = file.read(_SIZE)
        try:
            block = decoder.decode(data, final=not following)
        except UnicodeDecodeError as error:
            # The decoder puts in front of a block what was left of the one before it.
            start = offset - (len(error.object) - len(data))
            raise decoding.invalid(error, encoding, path, start, line) from error
        yield block
        offset, line, data = offset + len(data), line + block.count("\n"), following
