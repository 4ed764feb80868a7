"""Systems scored: whole, by document and by segment, with intervals, tests and ranks."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from qa.errors import QAError
from qa.scoring import significance, tokenizers
from qa.scoring.gathering import gathered, references
from qa.scoring.measurement import Measurement
from qa.scoring.metrics import Doubting, distinct, metrics, repeated
from qa.scoring.model import (
    Difference,
    DocumentScore,
    System,
    SystemScores,
    TestSet,
)
from qa.scoring.options import Options
from qa.scoring.scored_segments import ScoredSegments


@dataclass(frozen=True, slots=True)
class Scored:
    """What became of systems.

    Attributes:
        systems: their scores, in the order given.
        differences: the tests of every pair of systems by every metric.
        warnings: what to know before believing the scores.
        measured: the metrics, ready for further questions.
    """

    systems: tuple[SystemScores, ...]
    differences: tuple[Difference, ...]
    warnings: tuple[str, ...]
    measured: dict[str, Measurement]

    @property
    def lower_is_better(self) -> frozenset[str]:
        """The names of the metrics that are error rates."""
        return frozenset(
            name for name, one in self.measured.items() if not one.metric.higher_is_better
        )

    def subset(self, system: str, metric: str, segments: Sequence[int]) -> float:
        """Return the score of some segments, counted from 0, as of a corpus of their own."""
        place = next(at for at, one in enumerate(self.systems) if one.name == system)
        return self.measured[metric].parts(place, [segments])[0]


def score(test_set: TestSet, systems: Sequence[System], options: Options | None = None) -> Scored:
    """Score systems against references as sacrebleu does, and test the differences.

    Args:
        test_set: references, and what is known of the segments.
        systems: one or more, each with as many hypotheses as the test set has segments.
        options: what to compute.

    Returns:
        The systems in the order given; every pair of them by every metric.

    Raises:
        QAError: a metric or a tokenizer is unknown or not installed, numbers of segments differ,
            two systems have one name, or a segment has no reference.
    """
    _require_comparable(test_set, systems)
    chosen = _completed(options or Options(), test_set, systems)
    measured = _measured(test_set, systems, chosen)
    differences = tuple(one for each in measured for one in each.differences)
    scored = (_of_system(test_set, systems, place, measured) for place in range(len(systems)))
    doubts = _doubts(systems, chosen, measured, test_set.size)
    by_name = {each.metric.name: each for each in measured}
    return Scored(tuple(scored), differences, tuple(doubts), by_name)


def _require_comparable(test_set: TestSet, systems: Sequence[System]) -> None:
    for system in systems:
        if len(system.hypotheses) != test_set.size:
            raise QAError(
                f"{system.name}: has {len(system.hypotheses)} segments, "
                f"the references have {test_set.size}",
                "give one hypothesis for every segment",
            )
    twice = repeated([system.name for system in systems])
    if twice is not None:
        raise QAError(f"two systems are called '{twice}'", "give each a name of its own")


def _completed(options: Options, test_set: TestSet, systems: Sequence[System]) -> Options:
    language = options.settings.target_language or test_set.target_language
    return replace(
        options,
        metrics=distinct(options.metrics),
        settings=replace(options.settings, target_language=language),
        paired=options.paired if len(systems) > 1 else None,
    )


def _measured(test_set: TestSet, systems: Sequence[System], options: Options) -> list[Measurement]:
    made = metrics(options.metrics, options.settings)
    counts = {len(known) for known in references(test_set)}
    setup = options.setup(counts.pop() if len(counts) == 1 else -1)
    statistics = gathered(test_set, systems, options.metrics, options.settings)
    names = [system.name for system in systems]
    return [
        Measurement(metric, rows, names, options, setup)
        for metric, rows in zip(made, statistics, strict=True)
    ]


def _of_system(
    test_set: TestSet, systems: Sequence[System], place: int, measured: Sequence[Measurement]
) -> SystemScores:
    system = systems[place]
    return SystemScores(
        name=system.name,
        scores=tuple(each.score(place) for each in measured),
        documents=tuple(_documents(test_set, place, measured)),
        segments=ScoredSegments(
            system.hypotheses,
            test_set.documents,
            {each.metric.name: each.segments[place] for each in measured},
        ),
        rank={each.metric.name: each.ranks[system.name] for each in measured if each.ranks},
    )


def _documents(
    test_set: TestSet, place: int, measured: Sequence[Measurement]
) -> Iterator[DocumentScore]:
    members: dict[str, array[int]] = {}
    for segment, document in enumerate(test_set.documents or ()):
        members.setdefault(document, array("q")).append(segment)
    columns = {each.metric.name: each.parts(place, members.values()) for each in measured}
    for at, (document, segments) in enumerate(members.items()):
        scores = {name: column[at] for name, column in columns.items()}
        yield DocumentScore(document, len(segments), scores)


def _doubts(
    systems: Sequence[System], options: Options, measured: Sequence[Measurement], size: int
) -> Iterator[str]:
    language = options.settings.target_language
    tokenizer = options.settings.tokenizer or tokenizers.recommended(language)
    yield from tokenizers.doubts(language, tokenizer, [each.metric.name for each in measured])
    for each in measured:
        if isinstance(each.metric, Doubting):
            yield from each.metric.doubts()
    small = significance.too_small(size)
    if small:
        yield small
    for system in systems:
        if tokenizers.tokenized(system.hypotheses):
            yield (
                f"{system.name}: {tokenizers.TOKENIZED} or more hypotheses end in a full stop "
                "after a space: metrics expect text that is not tokenized"
            )
