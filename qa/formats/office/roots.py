"""The outermost element of a file in a package: its prefixes, and what is added at its end."""

from typing import NamedTuple

from qa.formats.notes import Edit
from qa.formats.xml.scanning import Scanner
from qa.formats.xml.tags import after_tag
from qa.safe_xml import local


class Dialect(NamedTuple):
    """The prefixes, with their colons, of the names of elements and attributes."""

    elements: str
    attributes: str
    namespace: str


class Root(Scanner):
    """The outermost element of a file that was read."""

    def __init__(self, path: str, content: str) -> None:
        super().__init__(path)
        self._content = content
        self._attributes: dict[str, str] = {}
        self._name = ""
        self._start = self._last = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take a start tag."""
        if len(self.stack) == 1:
            self._name, self._attributes, self._start = name, attributes, self.offset()

    def end(self, _name: str) -> None:
        """Take an end tag."""
        if not self.stack:
            self._last = self.offset()

    def dialect(self) -> Dialect:
        """Return the prefixes of the file.

        Raises:
            QAError: no prefix is declared that an attribute could have.
        """
        declared = f"xmlns:{self.prefix[:-1]}" if self.prefix else "xmlns"
        namespace = self._attributes.get(declared, "")
        for name, value in self._attributes.items():
            if name.startswith("xmlns:") and value == namespace:
                return Dialect(self.prefix, f"{local(name)}:", namespace)
        raise self.refuse(
            "declares no prefix for attributes", "save it again with a word processor"
        )

    def appended(self, text: str) -> Edit:
        """Return the edit that adds elements at the end of the content."""
        first = after_tag(self._content, self._start)
        if self._content.startswith("/>", first - 2):
            return Edit(first - 2, first, f">{text}</{self.prefix}{self._name}>")
        return Edit(self._last, self._last, text)


def attribute(attributes: dict[str, str], name: str) -> str:
    """Return an attribute whatever its prefix; what is missing is empty."""
    return next((value for key, value in attributes.items() if local(key) == name), "")
