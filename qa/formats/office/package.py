"""The files in a package, unpacked within bounds, and how they refer to each other.

ECMA-376, part 2: https://ecma-international.org/publications-and-standards/standards/ecma-376/.
"""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from qa.errors import QAError
from qa.formats import incremental
from qa.formats.decoding import LIMIT
from qa.formats.xml.scanning import Scanner

# How a file is announced in the directory of a package.
_ENTRY = b"PK\x01\x02"
_MOST_FILES = 10_000
_HINT = "save it again with a word processor, or export it as text"


class Relationship(NamedTuple):
    """A file that another refers to: ``kind`` is the last word of its type, such as ``header``."""

    kind: str
    target: str


class Package:
    """The files of one package, of which all together no more than 100 MB are unpacked."""

    def __init__(self, data: bytes, path: str) -> None:
        self._path = path
        self._unpacked = 0
        if data.count(_ENTRY) > _MOST_FILES:
            raise QAError(f"{path}: has more than {_MOST_FILES} files in it", _HINT)
        with self._explained():
            self._files = zipfile.ZipFile(io.BytesIO(data))
        self._names = set(self._files.namelist())

    def relationships(self, name: str = "") -> list[Relationship]:
        """Return what a file of the package refers to inside of it; without a name, the package."""
        folder, file = posixpath.split(name)
        scanner = _Relationships(self._path, folder)
        self.scan(posixpath.join(folder, "_rels", f"{file}.rels"), scanner)
        return scanner.found

    def scan(self, name: str, scanner: Scanner) -> None:
        """Have a file read; one that is not there has nothing in it.

        Raises:
            QAError: it is damaged, encrypted, or no well-formed XML, or there is too much of it.
        """
        if name in self._names:
            for block in self._blocks(name):
                scanner.feed(block)
            scanner.feed("", final=True)

    def _blocks(self, name: str) -> Iterator[str]:
        with self._explained(), self._files.open(name) as file:
            for block in incremental.decoded(file, f"{self._path}/{name}"):
                self._unpacked += len(block)
                if self._unpacked > LIMIT:
                    raise QAError(
                        f"{self._path}: unpacks to more than {LIMIT // 1_000_000} MB",
                        "split it into smaller files",
                    )
                yield block

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
            raise QAError(f"{self._path}: is a damaged file: {error}", _HINT) from error
        except (RuntimeError, NotImplementedError) as error:
            raise QAError(f"{self._path}: cannot be unpacked: {error}", _HINT) from error


class _Relationships(Scanner):
    def __init__(self, path: str, folder: str) -> None:
        super().__init__(path)
        self._folder = folder
        self.found: list[Relationship] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Note a relationship inside of the package."""
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            # A path from the root starts with a slash, which no name of a file does.
            target = posixpath.normpath(
                posixpath.join("/", self._folder, attributes.get("Target", ""))
            )
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.found.append(Relationship(kind, target.lstrip("/")))
