"""What is scored, and what is said of it.

The structures from ``Score`` on, and those of ``reliability``, are the JSON report
(``qa-score/1``): their fields are its keys.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from qa.scoring.packed import Packed
from qa.scoring.reliability import Agreement, Correlation, Disagreement

SCHEMA = "qa-score/1"


class System(Struct, frozen=True):
    """A candidate: its name, and one hypothesis for every segment."""

    name: str
    hypotheses: Sequence[str]


class TestSet(Struct, frozen=True):
    """What candidates are scored against; every sequence has one item a segment.

    Attributes:
        references: one stream for each reference; None where a segment has no such reference.
        sources: the source segments, if they are known.
        documents: the document of every segment, if that is known.
        columns: further properties of segments by name, such as ``domain``.
        target_language: BCP 47 tag of the language of references and hypotheses, if known.
    """

    __test__ = False

    references: tuple[Sequence[str | None], ...]
    sources: Sequence[str] | None = None
    documents: Sequence[str] | None = None
    columns: Mapping[str, Sequence[str]] = {}
    target_language: str | None = None

    @property
    def size(self) -> int:
        """Return the number of segments."""
        return len(self.references[0])

    @property
    def first_references(self) -> Sequence[str | None]:
        """Return the first reference that each segment has."""
        if len(self.references) == 1:
            return self.references[0]
        return Packed(_first(known) for known in zip(*self.references, strict=True))


def _first(known: Sequence[str | None]) -> str | None:
    return next((one for one in known if one is not None), None)


class Score(Struct, frozen=True):
    """A system's score by one metric, with a 95 % bootstrap interval if one was asked for."""

    metric: str
    score: float
    low: float | None
    high: float | None
    signature: str
    higher_is_better: bool = True


class SegmentScore(Struct, frozen=True):
    """One segment: its number from 1, and its scores by metric."""

    number: int
    document: str | None
    hypothesis: str
    scores: dict[str, float]


class DocumentScore(Struct, frozen=True):
    """One document: its name, its number of segments, and its scores by metric."""

    document: str
    segments: int
    scores: dict[str, float]


class SystemScores(Struct, frozen=True):
    """Everything that was measured of one system; ``rank`` is 1 for the best cluster by metric."""

    name: str
    scores: tuple[Score, ...]
    documents: tuple[DocumentScore, ...]
    segments: Sequence[SegmentScore]
    rank: dict[str, int]


class Difference(Struct, frozen=True):
    """A paired test of two systems by one metric.

    ``test`` is "bootstrap" or "randomisation"; ``delta`` is ``left`` minus ``right``.
    """

    left: str
    right: str
    metric: str
    test: str
    delta: float
    p: float


class Change(Struct, frozen=True):
    """A segment that two systems differ on; word spans are half-open code points."""

    number: int
    document: str | None
    delta: float
    left: str
    right: str
    reference: str | None
    source: str | None
    left_spans: tuple[tuple[int, int], ...]
    right_spans: tuple[tuple[int, int], ...]


class Phrase(Struct, frozen=True):
    """A run of words of the references that one system has and the other misses."""

    text: str
    left: int
    right: int
    reference: int


class Bucket(Struct, frozen=True):
    """The segments with one property, and the score of each system on them.

    ``kind`` is what divides them ("length", "document", a column …), ``name`` this part of it.
    """

    kind: str
    name: str
    segments: int
    scores: dict[str, dict[str, float]]


class Habit(Struct, frozen=True):
    """What a system does that no metric shows.

    Attributes:
        system: its name.
        length_ratio: words of the hypotheses to words of the first reference.
        copied: share of segments that are the source segment again; None without sources.
        repeated: share of segments with a word three times in a row, or a run of words twice.
        empty: share of segments without words.
        terms: share of glossary terms rendered, by way of matching; empty without a glossary.
    """

    system: str
    length_ratio: float
    copied: float | None
    repeated: float
    empty: float
    terms: dict[str, float]


class Gate(Struct, frozen=True):
    """A condition that a build must meet, and what was found."""

    name: str
    passed: bool
    message: str


class Comparison(Struct, frozen=True):
    """Two systems side by side by one metric: what one gains and loses against the other."""

    left: str
    right: str
    metric: str
    gains: tuple[Change, ...]
    losses: tuple[Change, ...]
    only_left: tuple[Phrase, ...]
    only_right: tuple[Phrase, ...]


class ScoreReport(Struct, frozen=True):
    """A whole run.

    Attributes:
        systems: what was measured of each.
        differences: the paired tests.
        comparisons: systems side by side.
        buckets: scores of segments with one property.
        habits: what no metric shows.
        agreements: how far metrics agree.
        warnings: what to know before believing it.
        disagreements: the segments on which metrics agree least.
        correlations: how far each metric agrees with people, if people scored.
        gates: the conditions of the build.
        references: the first reference that each segment has, by its number.
        sources: the source segments, if they are known.
    """

    systems: tuple[SystemScores, ...]
    differences: tuple[Difference, ...]
    comparisons: tuple[Comparison, ...]
    buckets: tuple[Bucket, ...]
    habits: tuple[Habit, ...]
    agreements: tuple[Agreement, ...]
    warnings: tuple[str, ...]
    disagreements: tuple[Disagreement, ...] = ()
    correlations: tuple[Correlation, ...] = ()
    gates: tuple[Gate, ...] = ()
    references: Sequence[str | None] = ()
    sources: Sequence[str] = ()

    @property
    def lower_is_better(self) -> frozenset[str]:
        """Return the names of the metrics that are error rates."""
        scores = (score for system in self.systems for score in system.scores)
        return frozenset(score.metric for score in scores if not score.higher_is_better)

    @property
    def passed(self) -> bool:
        """Tell whether every condition is met."""
        return all(gate.passed for gate in self.gates)
