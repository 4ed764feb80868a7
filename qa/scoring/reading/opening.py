"""Files as lines or as a whole: packed or not, from a path or from standard input.

Lines end at a line feed and nowhere else, as for sacrebleu: a file whose lines were also divided
at U+2028 or at a vertical tab would no longer match its reference.
"""

import codecs
import gzip
import io
import lzma
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from functools import partial
from itertools import chain
from pathlib import Path, PurePath
from typing import BinaryIO, cast

from qa.errors import QAError
from qa.formats import decoding
from qa.formats.decoding import STANDARD_INPUT

LIMIT = 2_000_000_000  # bytes unpacked, so that a small archive cannot fill the memory

_PACKED = {".gz", ".xz"}
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LONGEST_LINE = 100_000_000


def named(path: str) -> str:
    """Return what messages call a path."""
    return "standard input" if path == STANDARD_INPUT else path


def suffix(path: str) -> str:
    """Return the suffix that tells the format, in lower case: ``.tsv`` for ``a.TSV.gz``."""
    name = PurePath(path)
    packed = name.suffix.lower() in _PACKED
    return (name.with_suffix("") if packed else name).suffix.lower()


def lines(path: str) -> Iterator[str]:
    """Yield the lines of a file with their ends, without a byte order mark.

    Args:
        path: of the file, ``-`` for standard input; ``.gz`` and ``.xz`` are unpacked.

    Raises:
        QAError: it cannot be read or unpacked, is too large, is no text, or does not decode.
    """
    with _opened(path) as stream:
        first = stream.readline(_LONGEST_LINE)
        if first.startswith(_UTF_16):
            content = decoding.decode(first + stream.read(decoding.LIMIT), path)
            yield from io.StringIO(content, newline="\n")
            return
        _refuse_binary(first, path)
        start = first.removeprefix(codecs.BOM_UTF8)
        further = iter(partial(stream.readline, _LONGEST_LINE), b"")
        yield from _decoded(chain([start] if start else [], further), path)


def data(path: str) -> bytes:
    """Return what is in a file, unpacked.

    Raises:
        QAError: it cannot be read or unpacked, or is too large.
    """
    with _opened(path) as stream:
        content = stream.read(decoding.LIMIT + 1)
    if len(content) > decoding.LIMIT:
        raise _too_large(path, decoding.LIMIT)
    return content


def content(path: str) -> str:
    """Return the decoded content of a file.

    Raises:
        QAError: as for ``data``, or it is no text, has nothing in it, or does not decode.
    """
    return decoding.decode(data(path), path)


@contextmanager
def _opened(path: str) -> Iterator[BinaryIO]:
    """Open a file, and say in the user's words what is wrong with it."""
    try:
        with _stream(path) as stream:
            yield stream
    except FileNotFoundError as error:
        raise QAError(f"{path}: there is no such file", "check the path") from error
    except (OSError, EOFError, lzma.LZMAError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        hint = "check the path, and that the file is what its suffix says"
        raise QAError(f"{named(path)}: cannot be read: {reason}", hint) from error


def _stream(path: str) -> nullcontext[BinaryIO] | BinaryIO:
    if path == STANDARD_INPUT:
        return nullcontext(sys.stdin.buffer)
    packed = PurePath(path).suffix.lower()
    if packed == ".gz":
        return cast("BinaryIO", gzip.open(path))
    return cast("BinaryIO", lzma.open(path)) if packed == ".xz" else Path(path).open("rb")


def _refuse_binary(first: bytes, path: str) -> None:
    if b"\0" in first:
        raise QAError(
            f"{named(path)}: is a binary file, not text",
            "save it as UTF-8 text (UTF-16 needs a byte order mark)",
        )


def _decoded(raw: Iterator[bytes], path: str) -> Iterator[str]:
    size = 0
    for number, line in enumerate(raw, 1):
        size += len(line)
        if size > LIMIT:
            raise _too_large(path, LIMIT)
        try:
            yield line.decode()
        except UnicodeDecodeError as error:
            raise QAError(
                f"{named(path)}:{number}: is not valid UTF-8: byte 0x{line[error.start]:02x}",
                "save the file as UTF-8, for example with iconv",
            ) from error


def _too_large(path: str, limit: int) -> QAError:
    return QAError(f"{named(path)}: is larger than {limit // 1_000_000} MB", "split the file")
