"""Packages written again: what does not change keeps every byte, its place and its time.

The format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT (4.3.7, 4.3.12, 4.3.16).
"""

import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from qa.errors import QAError

_RECORD_SIGNATURE = b"PK\x01\x02"
_LOCAL_SIGNATURE = b"PK\x03\x04"
_END_SIGNATURE = b"PK\x05\x06"
_DEFLATED = zipfile.ZIP_DEFLATED
_VERSION = 20  # of the format, that such files need
_IN_UTF_8 = 0x0800  # of a name; the only flag that stays with a file whose content changes
_FIRST_OF_1980 = (1 << 5) | 1  # the date that word processors give to what has none


class _Record(NamedTuple):
    """The fixed part of the record of a file in the directory."""

    signature: bytes = _RECORD_SIGNATURE
    made_by: int = _VERSION
    needed: int = _VERSION
    flags: int = _IN_UTF_8
    method: int = _DEFLATED
    time: int = 0
    date: int = _FIRST_OF_1980
    checksum: int = 0
    packed: int = 0
    size: int = 0
    name: int = 0
    extra: int = 0
    comment: int = 0
    disk: int = 0
    internal: int = 0
    external: int = 0
    offset: int = 0xFFFF_FFFF  # after all others


class _End(NamedTuple):
    """The fixed part of the end of a package."""

    signature: bytes
    disk: int
    first: int
    here: int
    files: int
    size: int
    offset: int


class _File(NamedTuple):
    """A file: its record, with the name and other fields that follow that, and what is stored."""

    record: _Record
    tail: bytes
    stored: bytes

    @property
    def name(self) -> str:
        encoding = "utf-8" if self.record.flags & _IN_UTF_8 else "cp437"
        return self.tail[: self.record.name].decode(encoding, "replace")

    def at(self, offset: int) -> bytes:
        """Return what the directory has of the file if it stands at an offset."""
        return _RECORD.pack(*self.record._replace(offset=offset)) + self.tail

    def having(self, content: bytes) -> "_File":
        """Return the file with another content, without fields that word processors do not need."""
        method = zipfile.ZIP_STORED if self.record.method == zipfile.ZIP_STORED else _DEFLATED
        packed = _deflated(content) if method == _DEFLATED else content
        name = self.tail[: self.record.name]
        record = self.record._replace(
            needed=_VERSION,
            flags=self.record.flags & _IN_UTF_8,
            method=method,
            checksum=zlib.crc32(content),
            packed=len(packed),
            size=len(content),
            extra=0,
            comment=0,
        )
        header = _LOCAL.pack(_LOCAL_SIGNATURE, *record[2:12])
        return _File(record, name, header + name + packed)


_RECORD = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2I")
# The local header has ten fields of the record, from ``needed`` to ``extra``.
_LOCAL = struct.Struct("<4s5H3I2H")


def repacked(data: bytes, changed: Mapping[str, bytes], path: str) -> bytes:
    """Return a package with some files changed, and those that are new at its end.

    Args:
        data: the package.
        changed: the content of files by their names.
        path: of the package, for messages.

    Raises:
        QAError: its files do not follow each other as word processors have them.
    """
    at = data.rfind(_END_SIGNATURE, 0, len(data) - _END.size + len(_END_SIGNATURE))
    end = _End(*_END.unpack_from(data, at))
    if not _is_usual(data, end, at):
        raise QAError(f"{path}: is packed in an unusual way", "save it again with a word processor")
    present = _files(data, end)
    names = {file.name for file in present}
    files = [_having(file, changed) for file in present]
    files += [_new(name).having(changed[name]) for name in changed if name not in names]
    start = min(file.record.offset for file in files)
    return data[:start] + _packed(files, start, end) + data[at + _END.size :]


def _is_usual(data: bytes, end: _End, at: int) -> bool:
    starts = [record.offset for record, _ in _records(data, end)]
    return (
        end.offset + end.size == at
        and end.here == end.files == len(starts) == len(set(starts))
        and all(data.startswith(_LOCAL_SIGNATURE, start) for start in starts)
    )


def _records(data: bytes, end: _End) -> Iterator[tuple[_Record, bytes]]:
    at, size = end.offset, _RECORD.size
    while data.startswith(_RECORD_SIGNATURE, at) and len(data) - at > size:
        record = _Record(*_RECORD.unpack_from(data, at))
        start, at = at + size, at + size + record.name + record.extra + record.comment
        yield record, data[start:at]


def _files(data: bytes, end: _End) -> list[_File]:
    records = list(_records(data, end))
    starts = sorted(record.offset for record, _ in records)
    # What follows the content of a file belongs to it, such as its size where that came late.
    ends = dict(zip(starts, [*starts[1:], end.offset], strict=True))
    return [
        _File(record, tail, data[record.offset : ends[record.offset]]) for record, tail in records
    ]


def _having(file: _File, changed: Mapping[str, bytes]) -> _File:
    content = changed.get(file.name)
    return file if content is None else file.having(content)


def _new(name: str) -> _File:
    encoded = name.encode()
    return _File(_Record(name=len(encoded)), encoded, b"")


def _packed(files: Sequence[_File], start: int, end: _End) -> bytes:
    """Return the files, which keep their order in the package and in the directory, and its end."""
    listed: dict[int, bytes] = {}
    at = start
    order = sorted(range(len(files)), key=lambda index: files[index].record.offset)
    for index in order:
        listed[index] = files[index].at(at)
        at += len(files[index].stored)
    directory = b"".join(listed[index] for index in range(len(files)))
    end = end._replace(here=len(files), files=len(files), size=len(directory), offset=at)
    stored = b"".join(files[index].stored for index in order)
    return stored + directory + _END.pack(*end)


def _deflated(content: bytes) -> bytes:
    packing = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packing.compress(content) + packing.flush()
