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
    """A file that another refers to."""

    type: str
    target: str

    @property
    def kind(self) -> str:
        """Return the last word of the type, such as ``header``."""
        return self.type.rpartition("/")[2]


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
        scanner = _Relationships(self._path, posixpath.dirname(name))
        self.scan(relationships_of(name), scanner)
        return scanner.found

    def __contains__(self, name: str) -> bool:
        """Tell whether there is a file of a name."""
        return name in self._names

    def read(self, name: str) -> bytes:
        """Return the content of a file.

        Raises:
            QAError: it is missing, damaged or encrypted, or there is too much of it.
        """
        if name not in self._names:
            raise QAError(f"{self._path}: is a damaged file: {name} is missing", _HINT)
        with self._explained(), self._files.open(name) as file:
            data = file.read(LIMIT - self._unpacked + 1)
        self._count(len(data))
        return data

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
                self._count(len(block))
                yield block

    def _count(self, unpacked: int) -> None:
        self._unpacked += unpacked
        if self._unpacked > LIMIT:
            raise QAError(
                f"{self._path}: unpacks to more than {LIMIT // 1_000_000} MB",
                "split it into smaller files",
            )

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
            raise QAError(f"{self._path}: is a damaged file: {error}", _HINT) from error
        except (RuntimeError, NotImplementedError) as error:
            raise QAError(f"{self._path}: cannot be unpacked: {error}", _HINT) from error


def relationships_of(name: str) -> str:
    """Return the name of the file that says what a file refers to; of the package without one."""
    folder, file = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{file}.rels")


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
            self.found.append(Relationship(attributes.get("Type", ""), target.lstrip("/")))
