"""What editors decide: findings that they dismiss, and phrases that they propose."""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from qa.findings import Severity
from qa.web.fields import (
    Explanation,
    Fingerprint,
    Line,
    Name,
    Number,
    Person,
    Remark,
    Tag,
    Time,
    Words,
)


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
    text: Words = ""
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
    why: Explanation
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
