"""XML from strangers: elements only, no entities of its own, no other files.

Internal entities can expand without end and external ones read other people's files
(https://owasp.org/www-community/vulnerabilities/XML_External_Entity_(XXE)_Processing), so a file
that declares any is refused. Other document type declarations do no harm and are not followed.
"""

from collections.abc import Collection, Iterator
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from qa.errors import QAError

_DEEPEST = 200
_AT_ONCE = 1 << 16  # characters
# What these hold is code of the original file, in TMX and XLIFF 1.2.
_CODES = frozenset(("bpt", "ept", "it", "ph", "ut"))


def parse(content: str, path: str) -> Element:
    """Return the root of a document, names without the prefix that the root has.

    Args:
        content: the decoded file.
        path: of the file, for messages.

    Raises:
        QAError: it is not well-formed, declares entities, or is nested more than 200 deep.
    """
    document = _Document(path)
    for _ in document.read(content):
        pass
    return document.builder.close()


def elements(content: str, path: str, names: Collection[str]) -> Iterator[tuple[int, Element]]:
    """Yield the elements of some names with their lines, emptied when the next is asked for.

    The first is always the root, when nothing of it but its name and attributes is known.

    Args:
        content: the decoded file.
        path: of the file, for messages.
        names: without a prefix, whatever prefix the file gives them; none may stand within another.

    Raises:
        QAError: it is not well-formed, declares entities, or is nested more than 200 deep.
    """
    for line, element in _Document(path, names).read(content):
        yield line, element
        element.clear()


def text(element: Element | None) -> str | None:
    """Return the text in an element with white space as single spaces, None where it is missing.

    Codes of the original file are left out; what a mark or a formatting element encloses stays.
    """
    return None if element is None else " ".join("".join(_pieces(element)).split())


def _pieces(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag not in _CODES:
            yield from _pieces(child)
        yield child.tail or ""


class _RefusedError(Exception):
    """What well-formed XML may have and we do not read."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


class _Document:
    """A parser that builds the tree of one document."""

    def __init__(self, path: str, names: Collection[str] = ()) -> None:
        self.builder = TreeBuilder()
        self._path = "standard input" if path == "-" else path
        self._names = names
        self._lines: list[int] = []
        self._ready: list[tuple[int, Element]] = []
        self._depth = 0
        self._prefix = ""
        self._tags: dict[str, tuple[str, bool]] = {}
        # The content is decoded, whatever encoding the file declares.
        self._parser = expat.ParserCreate("utf-8")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self.builder.data
        self._parser.EntityDeclHandler = self._refuse_entity
        self._parser.SkippedEntityHandler = self._refuse_entity

    def read(self, content: str) -> Iterator[tuple[int, Element]]:
        try:
            for start in range(0, len(content), _AT_ONCE):
                self._parser.Parse(content[start : start + _AT_ONCE], False)
                yield from self._taken()
            self._parser.Parse("", True)
            yield from self._taken()
        except expat.ExpatError as error:
            reason = expat.ErrorString(error.code)
            raise QAError(
                f"{self._path}:{error.lineno}: is not well-formed XML: {reason}",
                "correct the file, or export it again",
            ) from error
        except _RefusedError as error:
            raise QAError(
                f"{self._path}:{error.line}: {error}", "export the file again, without that"
            ) from error

    def _taken(self) -> list[tuple[int, Element]]:
        taken, self._ready = self._ready, []
        return taken

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag, wanted = self._tags.get(name) or self._tag(name)
        self._depth += 1
        if self._depth > _DEEPEST:
            self._refuse(f"elements are nested more than {_DEEPEST} deep")
        element = self.builder.start(tag, attributes)
        if wanted:
            self._lines.append(self._parser.CurrentLineNumber)
            if self._depth == 1:
                self._ready.append((self._lines[0], element))

    def _end(self, name: str) -> None:
        self._depth -= 1
        tag, wanted = self._tags[name]
        element = self.builder.end(tag)
        if wanted and self._depth:
            self._ready.append((self._lines.pop(), element))

    def _tag(self, name: str) -> tuple[str, bool]:
        """Return the name that an element gets, and whether it is to be handed out."""
        if not self._depth and ":" in name:
            self._prefix = name.partition(":")[0] + ":"
        wanted = bool(self._names) and (not self._depth or local(name) in self._names)
        self._tags[name] = name.removeprefix(self._prefix), wanted
        return self._tags[name]

    def _refuse_entity(self, name: str, *_declaration: object) -> None:
        self._refuse(f"entity {name!r}: entities of its own are not read")

    def _refuse(self, message: str) -> None:
        raise _RefusedError(message, self._parser.CurrentLineNumber)


def local(name: str) -> str:
    """Return the name of an element without any prefix."""
    return name.rpartition(":")[2]
