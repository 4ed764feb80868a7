"""Results kept between runs, under names made of all that they depend on.

A name is a hash of the content, the settings, the glossaries and the installed code and data, and
of nothing that differs between machines: a folder of results may be copied to another. An entry
that is missing, damaged or not ours is made anew; a folder that cannot be written to costs time
only. Entries are written whole, so runs may share a folder. Beyond ``LIMIT`` bytes the oldest
entries go.
"""

import os
import time
from collections.abc import Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from msgspec import DecodeError, msgpack
from msgspec.structs import replace

from qa import files, installation
from qa.batch.sources import Source
from qa.config import Config
from qa.errors import QAError
from qa.findings import DocumentReport
from qa.formats import suffix_of
from qa.settings import essence

LIMIT = 1_000_000_000  # bytes, of all folders together

_FORMAT = b"qa-result/1"
_FOLDERS = 256
_SECONDS_UNFINISHED = 3600.0
_DECODER = msgpack.Decoder(DocumentReport)


class Cache:
    """Results in a folder, of one kind of look."""

    def __init__(self, folder: Path, look: str, configs: Sequence[Config]) -> None:
        self._folder = folder
        self._prefixes = [
            _digest(_FORMAT, look.encode(), installation.digest().encode(), essence(config))
            for config in configs
        ]

    def find(self, source: Source, content: bytes) -> DocumentReport | None:
        """Return the result for a content, as that of ``source``, if there is one."""
        try:
            report = _DECODER.decode(self._place(source, content).read_bytes())
        except (OSError, DecodeError, UnicodeDecodeError):
            return None
        return report if source.line else replace(report, path=source.name)

    def keep(self, source: Source, content: bytes, report: DocumentReport) -> None:
        """Keep a result, unless the folder cannot be written to."""
        place = self._place(source, content)
        with suppress(OSError, QAError):
            place.parent.mkdir(parents=True, exist_ok=True)
            files.write(place, msgpack.encode(report))

    def shrink(self, limit: int = LIMIT) -> None:
        """Remove the oldest results beyond ``limit`` bytes, and what broken runs left."""
        for folder in self._folder.glob("??"):
            with suppress(OSError):
                _shrink(folder, limit // _FOLDERS)

    def _place(self, source: Source, content: bytes) -> Path:
        kind = "line" if source.line else f"file {suffix_of(source.name)}"
        name = _digest(self._prefixes[source.settings], kind.encode(), content).hex()
        return self._folder / name[:2] / name[2:]


def _digest(*parts: bytes) -> bytes:
    """Return a hash of parts, which tells ``ab`` and ``c`` from ``a`` and ``bc``."""
    hashed = blake2b(digest_size=20)
    for part in parts:
        hashed.update(len(part).to_bytes(8))
        hashed.update(part)
    return hashed.digest()


def _shrink(folder: Path, limit: int) -> None:
    entries = sorted((_dated(entry) for entry in os.scandir(folder)), reverse=True)
    total, now = 0, time.time()
    for written, size, path in entries:
        total += size
        unfinished = path.endswith(".part") and now - written > _SECONDS_UNFINISHED
        if total > limit or unfinished:
            Path(path).unlink(missing_ok=True)


def _dated(entry: os.DirEntry[str]) -> tuple[float, int, str]:
    status = entry.stat()
    return status.st_mtime, status.st_size, entry.path
