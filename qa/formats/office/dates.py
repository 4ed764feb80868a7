"""When a document was changed last, as its package tells."""

from qa.formats.office.package import Package
from qa.formats.xml.scanning import Scanner
from qa.regex import lazy

_DATE = lazy(r"\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\dZ")
# What word processors give to what has no date.
_FIRST = "1980-01-01T00:00:00Z"


def changed(package: Package, path: str) -> str:
    """Return the date and time in UTC, always the same one where none is told."""
    scanner = _Properties(path)
    for one in package.relationships():
        if one.kind == "core-properties":
            package.scan(one.target, scanner)
    told = "".join(scanner.found).strip()
    return told if _DATE.fullmatch(told) else _FIRST


class _Properties(Scanner):
    """The properties of a document, of which one is the date."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.found: list[str] = []

    def start(self, name: str, _attributes: dict[str, str]) -> None:
        """Take a start tag."""
        self.hear(self.found.append if name == "dcterms:modified" else None)

    def end(self, _name: str) -> None:
        """Take an end tag."""
        self.hear(None)
