"""XML from strangers: elements only, no entities of its own, no other files.

Internal entities can expand without end and external ones read other people's files
(https://owasp.org/www-community/vulnerabilities/XML_External_Entity_(XXE)_Processing), so a file
that declares any is refused. Other document type declarations do no harm and are not followed.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from qa.errors import QAError
from qa.scoring.reading.opening import named

_DEEPEST = 200
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
    try:
        return _Document(content).root()
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        raise QAError(
            f"{named(path)}:{error.lineno}: is not well-formed XML: {reason}",
            "correct the file, or export it again",
        ) from error
    except _RefusedError as error:
        raise QAError(
            f"{named(path)}:{error.line}: {error}", "export the file again, without that"
        ) from error


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

    def __init__(self, content: str) -> None:
        self._content = content.encode()
        self._builder = TreeBuilder()
        self._depth = 0
        self._prefix = ""
        # The content is decoded, whatever encoding the file declares.
        self._parser = expat.ParserCreate("utf-8")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._builder.data
        self._parser.EntityDeclHandler = self._refuse_entity
        self._parser.SkippedEntityHandler = self._refuse_entity

    def root(self) -> Element:
        self._parser.Parse(self._content, True)
        return self._builder.close()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if not self._depth and ":" in name:
            self._prefix = name.partition(":")[0] + ":"
        self._depth += 1
        if self._depth > _DEEPEST:
            self._refuse(f"elements are nested more than {_DEEPEST} deep")
        self._builder.start(name.removeprefix(self._prefix), attributes)

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._builder.end(name.removeprefix(self._prefix))

    def _refuse_entity(self, name: str, *_declaration: object) -> None:
        self._refuse(f"entity {name!r}: entities of its own are not read")

    def _refuse(self, message: str) -> None:
        raise _RefusedError(message, self._parser.CurrentLineNumber)
