"""What clients send and get besides reports: the fields are the keys of the JSON."""

from msgspec import Struct

from qa.findings import Severity
from qa.web.fields import Line, Name, Tag


class Text(Struct, frozen=True, forbid_unknown_fields=True):
    """A text to look at.

    Attributes:
        text: what the file holds, decoded.
        name: of the file.
        language: of the text; None detects it, or takes what the server was told.
        origin: language that it was translated from.
        source: the text that it was translated from.
        source_name: name of the file with that.
    """

    text: str
    name: Name = "article.txt"
    language: Tag | None = None
    origin: Tag | None = None
    source: str | None = None
    source_name: Name = "source.txt"


class Order(Text, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A text, and the format of the report on it."""

    format: Line


class FileName(Struct, frozen=True, forbid_unknown_fields=True):
    """What a file is called."""

    name: Name


class FileText(Struct, frozen=True):
    """The text of a file, what to call it in a check, and the language that the file declares."""

    text: str
    name: str
    language: str | None


class Listed(Struct, frozen=True):
    """A check: what it finds, and how much that matters."""

    id: str
    severity: Severity
    category: str
    summary: str


class Listing(Struct, frozen=True):
    """All checks, by id."""

    checks: tuple[Listed, ...]


class Page(Struct, frozen=True):
    """The manual page of a check or of a glossary entry."""

    id: str
    page: str


class Known(Struct, frozen=True):
    """A language that there are conventions of."""

    tag: str
    name: str


class About(Struct, frozen=True):
    """What a server is, and what it takes.

    Attributes:
        version: of qa.
        language: that of the texts, if the server was told.
        origin: that of their sources, likewise.
        languages: those that are known.
        formats: those of reports.
        suffixes: those of files that can be read.
        most: bytes that a request may have.
    """

    version: str
    language: str | None
    origin: str | None
    languages: tuple[Known, ...]
    formats: tuple[str, ...]
    suffixes: tuple[str, ...]
    most: int


class Problem(Struct, frozen=True):
    """Why there is no answer, and what to do about it."""

    error: str
    hint: str | None = None
