"""What is said about a document: marks, findings, the verdict and the report.

The structures below are the JSON report (``qa-report/1``): their fields are its keys.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from qa.article import Article
from qa.model import Span

SCHEMA = "qa-report/1"


class Severity(StrEnum):
    """How much a finding matters, from least to most."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """Return 0, 1 or 2."""
        return list(Severity).index(self)


class Category(StrEnum):
    """The top level of MQM (https://themqm.org)."""

    ACCURACY = "accuracy"
    FLUENCY = "fluency"
    TERMINOLOGY = "terminology"
    STYLE = "style"
    LOCALE = "locale convention"
    VERITY = "verity"
    DESIGN = "design"
    OTHER = "other"


class Confidence(StrEnum):
    """How often an entry or a pattern is right when it fires."""

    NEARLY_ALWAYS = "nearly always"
    CONTEXT = "depends on context"
    FREQUENT = "only when frequent"


class Suppressor(StrEnum):
    """What suppresses a finding; ``Finding.suppressed`` opens with it."""

    COMMENT = "comment"
    CONFIGURATION = "configuration"
    BASELINE = "baseline"
    UNCHANGED = "unchanged"
    DISMISSED = "dismissed"


class Mark(Struct, frozen=True):
    """What a check says of ``content[start:end]`` of one segment's text.

    ``severity`` and ``category`` override the check's own; ``entry`` names the glossary entry;
    the rates are those of ``Finding``; ``others`` are spans in the file that it speaks of too;
    ``source_text`` are the words of the source behind it.
    """

    start: int
    end: int
    message: str
    why: str = ""
    suggestions: tuple[str, ...] = ()
    entry: str | None = None
    severity: Severity | None = None
    confidence: Confidence | None = None
    category: Category | None = None
    native_per_million: float | None = None
    translated_per_million: float | None = None
    others: tuple[Span, ...] = ()
    source_text: str | None = None


class Place(Struct, frozen=True):
    """A further place that a finding speaks of, as ``Finding`` has its own."""

    start: int
    end: int
    line: int
    column: int


class Excerpt(Struct, frozen=True):
    """Words of a file with what stands before and after them on their lines."""

    before: str
    flagged: str
    after: str


class Finding(Struct, frozen=True):
    """A mark that was placed in its file: a question to an editor, not a verdict.

    ``start`` and ``end`` are code points into the file's decoded text; ``text`` is the flagged
    words as they are read, which differs from that slice where markup stands between them. Rates
    are those of the entry in news, per million words; None where nothing was measured. ``excerpt``
    shows the slice where it stands, cut where it is long. The byte columns count UTF-8, from 1, and
    are None far into a very long line.
    """

    check: str
    entry: str | None
    severity: Severity
    category: Category
    message: str
    why: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    byte_column: int | None
    end_byte_column: int | None
    text: str
    source_text: str | None
    suggestions: tuple[str, ...]
    confidence: Confidence | None
    native_per_million: float | None
    translated_per_million: float | None
    places: tuple[Place, ...]
    suppressed: str | None
    fingerprint: str
    excerpt: Excerpt

    @property
    def suppressor(self) -> Suppressor | None:
        """What suppresses the finding; None for one that stands."""
        return Suppressor(self.suppressed.split()[0]) if self.suppressed else None

    @property
    def dismissal(self) -> str | None:
        """Why editors dismissed the finding; None for one that they did not."""
        if self.suppressor is not Suppressor.DISMISSED:
            return None
        return (self.suppressed or "").partition("(")[2][:-1]

    def fails(self, lowest: Severity | None) -> bool:
        """Tell whether the finding stands and has at least the severity that fails."""
        standing = self.suppressed is None
        return standing and lowest is not None and self.severity.rank >= lowest.rank


def dismissed(reason: str) -> str:
    """Return what ``Finding.suppressed`` says of a finding that editors dismissed."""
    return f"{Suppressor.DISMISSED} ({reason})"


class OriginGuess(Struct, frozen=True):
    """A language that the text may have been translated from."""

    language: str
    probability: float


class Contribution(Struct, frozen=True):
    """A phrase or habit that moves the verdict.

    ``share`` is its part of the score in log-odds; the shares and the bias add up to the score.
    Rates are per million words; None where they were not measured. ``spans`` are offsets in the
    file.
    """

    text: str
    share: float
    spans: tuple[tuple[int, int], ...]
    native_per_million: float | None
    translated_per_million: float | None


class Verdict(Struct, frozen=True):
    """How translated a text reads.

    ``kind`` is "native", "translated" or "unsure"; ``abstained`` says why there is no probability.
    ``log_odds`` is the score: the probability before it is rounded, on the scale of the shares.
    """

    kind: str
    probability: float | None
    interval: tuple[float, float] | None
    log_odds: float | None
    machine: float | None
    origins: tuple[OriginGuess, ...]
    abstained: str | None
    contributions: tuple[Contribution, ...]


class DocumentReport(Struct, frozen=True):
    """Everything that is said of one document; ``notes`` say what was not checked and why."""

    path: str
    language: str | None
    origin: str | None
    words: int
    covered: tuple[str, ...]
    notes: tuple[str, ...]
    verdict: Verdict | None
    findings: tuple[Finding, ...]


class Failure(Struct, frozen=True):
    """A file that could not be checked."""

    path: str
    message: str
    hint: str | None


class Breach(Struct, frozen=True):
    """A budget that a document, or the whole run where ``path`` is None, does not keep.

    ``budget`` is its name in the settings; ``limit`` and ``measured`` are in its unit: findings per
    1,000 words, or a probability.
    """

    path: str | None
    budget: str
    message: str
    limit: float
    measured: float


class Report(Struct, frozen=True):
    """A whole run, with all that a renderer needs.

    ``documents`` may lie on disk: go through them one by one, and hold on to none.
    ``failed`` tells whether a finding reached the severity that fails the run, or a budget was not
    kept; ``failing`` has that severity for each document, None for one that never fails.
    ``manuals`` maps a check's id to its manual page, whose first line says what is found.
    ``articles`` are the texts of the documents for an output that shows them, else empty.
    """

    signature: str
    documents: Sequence[DocumentReport]
    failures: tuple[Failure, ...]
    failed: bool
    manuals: Mapping[str, str]
    breaches: tuple[Breach, ...] = ()
    failing: Sequence[Severity | None] = ()
    articles: Sequence[Article] = ()
