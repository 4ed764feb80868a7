"""The whole report: scores, tests, and where and why systems differ."""

from collections.abc import Iterator, Mapping, Sequence

from qa.glossary.terms import Term
from qa.scoring import agreement, sampling, semantic
from qa.scoring.agreement import SegmentScores
from qa.scoring.buckets import buckets
from qa.scoring.comparing import compare
from qa.scoring.habits import habits
from qa.scoring.model import (
    Comparison,
    ScoreReport,
    System,
    TestSet,
)
from qa.scoring.reliability import Correlation, Disagreement
from qa.scoring.scoring import Scored

# The lexical metric that agrees best with people on segments.
PREFERRED = "chrF2"
# Further systems are compared by their scores alone.
COMPARED = 10


def report(  # noqa: PLR0913 - an option is a parameter
    test_set: TestSet,
    systems: Sequence[System],
    scored: Scored,
    *,
    base: str | None = None,
    glossary: tuple[Term, ...] = (),
    source_language: str = "und",
    correlations: Sequence[Correlation] = (),
    warnings: Sequence[str] = (),
) -> ScoreReport:
    """Explain scores.

    Args:
        test_set: what the systems were scored against.
        systems: with their hypotheses.
        scored: what became of them.
        base: the system that others are compared with; the first one if not given.
        glossary: terms that hypotheses have to have.
        source_language: BCP 47 tag.
        correlations: how far the metrics agree with people, if that was measured.
        warnings: of the reading.
    """
    part = sampling.sample(test_set, systems)

    def subset(system: str, metric: str, segments: Sequence[int]) -> float:
        return scored.subset(system, metric, [part.step * one for one in segments])

    return ScoreReport(
        systems=scored.systems,
        differences=scored.differences,
        comparisons=tuple(_comparisons(test_set, systems, scored, base)),
        buckets=buckets(
            part.test_set,
            [system.name for system in systems],
            list(scored.measured),
            subset,
            glossary=glossary,
            source_language=source_language,
        ),
        habits=tuple(habits(part.test_set, one, glossary, source_language) for one in part.systems),
        agreements=agreement.agreements(segments(scored), lower_is_better=scored.lower_is_better),
        warnings=(*warnings, *scored.warnings, *part.said),
        disagreements=tuple(_disagreements(scored)),
        correlations=tuple(correlations),
        references=test_set.first_references,
        sources=test_set.sources or (),
    )


def segments(scored: Scored) -> SegmentScores:
    """Return by metric, for each system its score of every segment."""
    return {name: measured.segments for name, measured in scored.measured.items()}


def correlations(
    people: Mapping[str, Mapping[int, float]], scored: Scored
) -> tuple[Correlation, ...]:
    """Measure each metric by the scores of people, by system and by segment from 0."""
    names = [system.name for system in scored.systems]
    return agreement.correlate(
        people, names, segments(scored), scored.subset, lower_is_better=scored.lower_is_better
    )


def _disagreements(scored: Scored) -> Iterator[Disagreement]:
    """Yield segments on which metrics disagree; both ways where one of them is of meaning."""
    names = [system.name for system in scored.systems]
    scores, lower_is_better = segments(scored), scored.lower_is_better
    written = {name: given for name, given in scores.items() if name != semantic.NAME}
    yield from agreement.disagreements(names, written, lower_is_better=lower_is_better)
    for metric in written if semantic.NAME in scores else ():
        misled = semantic.misleading(names, scores, metric, lower_is_better=lower_is_better)
        yield from (*misled.understated, *misled.overstated)


def _comparisons(
    test_set: TestSet, systems: Sequence[System], scored: Scored, base: str | None
) -> Iterator[Comparison]:
    names = [system.name for system in systems]
    right = names.index(base) if base else 0
    metric = PREFERRED if PREFERRED in scored.measured else next(iter(scored.measured))
    scores = scored.measured[metric].segments
    for left in [place for place in range(len(systems)) if place != right][:COMPARED]:
        yield compare(
            test_set,
            systems[left],
            systems[right],
            metric,
            scores[left],
            scores[right],
            higher_is_better=metric not in scored.lower_is_better,
        )
