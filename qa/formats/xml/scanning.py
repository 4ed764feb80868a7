"""XML from strangers: elements and where they stand, no entities of its own, no other files.

Internal entities can expand without end and external ones read other people's files
(https://owasp.org/www-community/vulnerabilities/XML_External_Entity_(XXE)_Processing), so a file
that declares any is refused. Other document type declarations do no harm and are not followed.
"""

from collections.abc import Callable
from xml.parsers import expat

from qa.errors import QAError

_DEEPEST = 200
_LONGEST = 2_000_000  # bytes of a tag or a comment, which expat reads again with every block
_KEPT = 1_000_000  # bytes before the reader moves on in a stretch without elements of interest


class Scanner:
    """Reads the elements of a file that comes in blocks; what they mean is a subclass's part.

    ``stack`` has the names of the open elements without the prefix that the root has, ``prefix``
    with its colon.
    """

    def __init__(self, path: str) -> None:
        self.stack: list[str] = []
        self._path = path
        self.prefix = ""
        # The content is decoded, whatever encoding the file declares.
        self._expat = expat.ParserCreate("utf-8")
        self._expat.StartElementHandler = self._open
        self._expat.EndElementHandler = self._close
        self._expat.EntityDeclHandler = self._refuse_entity
        self._expat.SkippedEntityHandler = self._refuse_entity
        # What may still be asked for: bytes of the file from ``_first`` on. The last offset that
        # was asked for is ``_byte`` in these, and ``_characters`` in code points of the file.
        self._data = b""
        self._first = 0
        self._byte = 0
        self._characters = 0

    @property
    def line(self) -> int:
        """Return the line of the tag that is being taken, from 1."""
        return self._expat.CurrentLineNumber

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take a start tag; ``stack`` has the element already."""

    def end(self, name: str) -> None:
        """Take an end tag; ``stack`` has lost the element."""

    def hear(self, take: Callable[[str], object] | None) -> None:
        """Have the text that follows taken, None for no longer."""
        self._expat.CharacterDataHandler = take

    def feed(self, block: str, *, final: bool = False) -> None:
        """Read the next block.

        Raises:
            QAError: the file is not well-formed, declares entities, is nested more than 200
                deep, or has a tag or a comment of more than 2 MB.
        """
        data = block.encode("utf-8", "surrogatepass")
        self._data = self._data[self._byte :] + data
        self._first += self._byte
        self._byte = 0
        try:
            self._expat.Parse(data, final)
        except expat.ExpatError as error:
            reason = expat.ErrorString(error.code)
            raise QAError(
                f"{self._path}:{error.lineno}: is not well-formed XML: {reason}",
                "correct the file, or export it again",
            ) from error
        if len(self._data) > _KEPT:
            self.offset()
        if len(self._data) - self._byte > _LONGEST and not final:
            raise self.refuse(f"a tag or a comment is longer than {_LONGEST // 1_000_000} MB")

    def offset(self) -> int:
        """Return where the tag that is being taken starts, in code points."""
        byte = max(self._expat.CurrentByteIndex - self._first, self._byte)
        passed = self._data[self._byte : byte]
        self._characters += len(passed.decode("utf-8", "surrogatepass"))
        self._byte = byte
        return self._characters

    def refuse(self, what: str, hint: str = "export the file again") -> QAError:
        """Return the error for what well-formed XML may have here and nobody reads."""
        return QAError(f"{self._path}:{self.line}: {what}", hint)

    def _open(self, name: str, attributes: dict[str, str]) -> None:
        if not self.stack and ":" in name:
            self.prefix = name.partition(":")[0] + ":"
        name = name.removeprefix(self.prefix)
        self.stack.append(name)
        if len(self.stack) > _DEEPEST:
            raise self.refuse(f"elements are nested more than {_DEEPEST} deep")
        self.start(name, attributes)

    def _close(self, _name: str) -> None:
        self.end(self.stack.pop())

    def _refuse_entity(self, name: str, *_declaration: object) -> None:
        raise self.refuse(f"entity {name!r}: entities of its own are not read")
