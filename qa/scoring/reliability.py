"""How far metrics can be trusted: what is said of their agreement, with each other and people."""

from msgspec import Struct


class Agreement(Struct, frozen=True):
    """How far two metrics agree on segments."""

    left: str
    right: str
    pearson: float
    kendall: float
    segments: int


class Disagreement(Struct, frozen=True):
    """A segment that one metric ranks much higher than another.

    ``left_rank`` and ``right_rank`` are shares from 0 to 1 of all segments of all systems that
    the metric puts below it; ``number`` counts from 1.
    """

    left: str
    right: str
    system: str
    number: int
    left_score: float
    right_score: float
    left_rank: float
    right_rank: float


class Correlation(Struct, frozen=True):
    """How far a metric can be trusted, measured by what people said of the same segments.

    Attributes:
        metric: its name.
        systems: how many systems people scored.
        system_accuracy: share of pairs of systems in the order of people (Kocmi et al. 2021, "To
            Ship or Not to Ship"); every other figure is one of these two kinds.
        system_pearson: Pearson's r over systems, as in the WMT metrics tasks.
        system_kendall: Kendall's tau-b (1945) over systems.
        segments: how many scores of segments people gave.
        segment_pearson: Pearson's r over all segments of all systems, not grouped.
        segment_grouped_pearson: mean over segments of Pearson's r between systems.
        segment_grouped_kendall: mean over segments of Kendall's tau-b between systems.
        segment_accuracy: acc-eq with tie calibration, grouped by segment (Deutsch, Foster and
            Freitag 2023, "Ties Matter"): share of pairs of systems in the order of people, where
            ties that both see count as right.
        epsilon: difference up to which two segment scores of the metric are taken for a tie.
    """

    metric: str
    systems: int
    system_accuracy: float
    system_pearson: float
    system_kendall: float
    segments: int
    segment_pearson: float
    segment_grouped_pearson: float
    segment_grouped_kendall: float
    segment_accuracy: float
    epsilon: float
