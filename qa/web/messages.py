"""What clients send and get besides reports: the fields are the keys of the JSON."""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from qa.findings import Severity

_LINE = r"^[^\x00-\x1f\x7f]*$"
_ISO = {"format": "date-time"}

Tag = Annotated[
    str,
    Meta(
        pattern=r"^[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8}){0,4}$",
        description="Tag of a language by BCP 47.",
        examples=["en", "de-AT"],
    ),
]
Name = Annotated[
    str,
    Meta(
        min_length=1,
        max_length=200,
        pattern=r"^[^/\\\x00-\x1f\x7f]+$",
        description="Name of a file without its folder; its suffix tells the format.",
        examples=["article.txt"],
    ),
]
Line = Annotated[str, Meta(min_length=1, max_length=200, pattern=_LINE)]
Remark = Annotated[str, Meta(max_length=1000, pattern=_LINE)]
Person = Annotated[
    str, Meta(min_length=1, max_length=100, pattern=_LINE, description="Who says so.")
]
Time = Annotated[str, Meta(description="In UTC, by ISO 8601.", extra_json_schema=_ISO)]
Number = Annotated[int, Meta(ge=1)]
Fingerprint = Annotated[
    str, Meta(pattern=r"^[0-9a-f]{16}$", description="Of the finding, as in the report.")
]


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


class Reason(StrEnum):
    """Why a finding is dismissed."""

    FALSE_ALARM = "false alarm"
    INTENDED = "intended"
    QUOTATION = "quotation"
    OTHER = "other"


class Judgement(Struct, frozen=True, forbid_unknown_fields=True):
    """A finding that is to be dismissed.

    Attributes:
        fingerprint: of the finding.
        check: its id.
        reason: why it is no problem.
        entry: that of the finding.
        text: the flagged words.
        comment: what else there is to say.
        article: name of the text that it is dismissed in; None for wherever it stands.
        user: who dismisses it.
    """

    fingerprint: Fingerprint
    check: Line
    reason: Reason
    entry: Line | None = None
    text: Annotated[str, Meta(max_length=2000)] = ""
    comment: Remark = ""
    article: Name | None = None
    user: Person | None = None


class Dismissal(Judgement, frozen=True, kw_only=True):
    """A dismissed finding."""

    id: int
    at: Time


class DismissalQuery(Struct, frozen=True, forbid_unknown_fields=True):
    """Which dismissals; those before number ``before``, ``limit`` at most."""

    fingerprint: Fingerprint | None = None
    article: Name | None = None
    before: Number | None = None
    limit: Annotated[int, Meta(ge=1, le=500)] = 100


class Dismissals(Struct, frozen=True):
    """Dismissals, the newest first; ``next`` is the ``before`` of the next page."""

    dismissals: tuple[Dismissal, ...]
    next: int | None


class Weight(StrEnum):
    """How much it matters that a phrase is not used."""

    WARNING = Severity.WARNING.value
    ERROR = Severity.ERROR.value


class Phrase(Struct, frozen=True, forbid_unknown_fields=True):
    """A phrase that somebody wants in the glossary, in any inflection.

    Attributes:
        phrase: what is not to be written.
        replacements: what to write instead.
        why: the reason, for those who will be shown it.
        language: of the phrase.
        severity: of the findings.
        user: who proposes it.
    """

    phrase: Line
    replacements: Annotated[tuple[Line, ...], Meta(min_length=1, max_length=3)]
    why: Annotated[str, Meta(min_length=1, max_length=1000, pattern=_LINE)]
    language: Tag
    severity: Weight = Weight.WARNING
    user: Person | None = None


class Status(StrEnum):
    """What the keepers of the glossary made of a proposal."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REFUSED = "refused"


class Proposal(Phrase, frozen=True, kw_only=True):
    """A proposed phrase, and what became of it; ``keeper`` decided."""

    id: int
    at: Time
    status: Status = Status.OPEN
    keeper: Person | None = None
    remark: Remark = ""
    decided: Time | None = None


class Decision(Struct, frozen=True, forbid_unknown_fields=True):
    """What a keeper makes of a proposal."""

    status: Status
    keeper: Person | None = None
    remark: Remark = ""


class ProposalQuery(Struct, frozen=True, forbid_unknown_fields=True):
    """Which proposals; those before number ``before``, ``limit`` at most."""

    language: Tag | None = None
    status: Status | None = None
    before: Number | None = None
    limit: Annotated[int, Meta(ge=1, le=500)] = 100


class GlossaryQuery(Struct, frozen=True, forbid_unknown_fields=True):
    """Which proposals; those not refused if no status is told."""

    language: Tag | None = None
    status: Status | None = None


class Proposals(Struct, frozen=True):
    """Proposals, the newest first; ``next`` is the ``before`` of the next page."""

    proposals: tuple[Proposal, ...]
    next: int | None


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
