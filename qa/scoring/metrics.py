"""What a metric is, and finding it by name.

A metric lives in a module with a mapping ``METRICS`` of names to callables that take
``Settings`` and return the metric; other people's modules are named by the entry points
``qa.metrics``.
"""

from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from msgspec import Struct

from qa import plugins
from qa.errors import QAError

if TYPE_CHECKING:
    from qa.scoring.resampling import Numbers

GROUP = "qa.metrics"
STANDARD = ("bleu", "chrf", "chrf++", "ter")


class Settings(Struct, frozen=True):
    """What a metric may want to know before it starts.

    Attributes:
        target_language: BCP 47 tag of the hypotheses' language, if known.
        tokenizer: the tokenizer of BLEU; chosen by language if not given.
    """

    target_language: str | None = None
    tokenizer: str | None = None


class Setup(Struct, frozen=True):
    """How scores were made, for the signature.

    Attributes:
        references: their number for each segment; -1 where it varies.
        bootstrap: the number of bootstrap resamples, if any.
        randomisation: the number of trials of approximate randomisation, if any.
        seed: of either.
    """

    references: int
    bootstrap: int | None = None
    randomisation: int | None = None
    seed: int | None = None


class Metric(Protocol):
    """Scores that are made of statistics that sum over segments."""

    @property
    def name(self) -> str:
        """The name in reports, such as ``chrF2``."""

    @property
    def higher_is_better(self) -> bool:
        """Whether a higher score is a better one."""

    def statistics(self, hypothesis: str, references: tuple[str, ...]) -> Sequence[float]:
        """Return the statistics of one segment, as many for each; ``references`` has no gaps."""

    def score(self, summed: Sequence[float]) -> float:
        """Return the score of segments from the sum of their statistics."""

    def signature(self, setup: Setup) -> str:
        """Return what somebody needs in order to get the same score again."""


@runtime_checkable
class Vectorised(Protocol):
    """A metric that also makes many scores at once."""

    def scores(self, summed: "Numbers", *, of_segments: bool) -> "Numbers":
        """Return the score of every row of summed statistics.

        Args:
            summed: rows of statistics, ``(scores, statistics)``, of 32 or 64 bits.
            of_segments: the rows are single segments, which some metrics score otherwise.
        """


@runtime_checkable
class Batched(Protocol):
    """A metric that takes all segments at once, and may read their sources."""

    def batch(
        self,
        hypotheses: Sequence[str],
        references: Sequence[tuple[str, ...]],
        sources: Sequence[str] | None,
    ) -> Sequence[Sequence[float]]:
        """Return the statistics of every segment, in order."""


Maker = Callable[[Settings], Metric]


def available() -> dict[str, Maker]:
    """Return the metrics by name: ours, then those of other people."""
    import qa.scoring

    found: dict[str, Maker] = {}
    for module in plugins.modules(qa.scoring, GROUP):
        declared: Mapping[str, Maker] = getattr(module, "METRICS", {})
        found |= declared
    return found


def metrics(names: Sequence[str], settings: Settings) -> list[Metric]:
    """Return the metrics of some names, in order.

    Raises:
        QAError: there is no such metric, or it needs packages that are not installed.
    """
    known = available()
    return [_known(name, known)(settings) for name in dict.fromkeys(map(str.casefold, names))]


def _known(name: str, known: Mapping[str, Maker]) -> Maker:
    if name.casefold() not in known:
        near = get_close_matches(name.casefold(), known, n=1)
        hint = f"did you mean '{near[0]}'?" if near else f"there are {', '.join(known)}"
        raise QAError(f"there is no metric '{name}'", hint)
    return known[name.casefold()]
