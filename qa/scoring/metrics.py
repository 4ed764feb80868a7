"""What a metric is, and finding it by name.

A metric lives in a module with a mapping ``METRICS`` of names to callables that take
``Settings`` and return the metric; other people's modules are named by the entry points
``qa.metrics``. A metric of a trained model may be asked for with the file, as ``comet=FILE``.
"""

from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from msgspec import Struct
from msgspec.structs import replace

from qa import plugins
from qa.errors import QAError

if TYPE_CHECKING:
    from qa.scoring.resampling import Numbers

GROUP = "qa.metrics"
STANDARD = ("bleu", "chrf", "chrf++", "ter")

# One a segment: a text; its references, without gaps; its statistics.
Texts = Sequence[str]
Known = Sequence[tuple[str, ...]]
Rows = Sequence[Sequence[float]]


class Settings(Struct, frozen=True):
    """What a metric may want to know before it starts.

    Attributes:
        target_language: BCP 47 tag of the hypotheses' language, if known.
        tokenizer: the tokenizer of BLEU; chosen by language if not given.
        model: path of the model that was asked for with the metric, if any.
    """

    target_language: str | None = None
    tokenizer: str | None = None
    model: str | None = None


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

    @property
    def drawn(self) -> dict[str, int | None]:
        """What was drawn, by the keys of sacrebleu's signatures."""
        return {"bs": self.bootstrap, "ar": self.randomisation, "seed": self.seed}


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

    def batch(self, hypotheses: Texts, references: Known, sources: Texts | None) -> Rows:
        """Return the statistics of every segment, in order."""


@runtime_checkable
class Remembering(Protocol):
    """A metric that remembers segments, which would fill the memory in a long run."""

    def forget(self) -> None:
        """Forget what was computed of the segments so far."""


@runtime_checkable
class Trained(Protocol):
    """A metric of a trained model, which may be asked for by its path."""

    @property
    def model(self) -> Path:
        """The file of the model."""


@runtime_checkable
class Doubting(Protocol):
    """A metric that knows where its scores mean little."""

    def doubts(self) -> list[str]:
        """Say what to know before believing the scores."""


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

    Args:
        names: in any case; ``NAME=FILE`` for a metric of a trained model.
        settings: for the metrics.

    Raises:
        QAError: there is no such metric, it needs a model or packages that are not there, it takes
            no model, or two of them have one name in reports.
    """
    known = available()
    made = [_made(name, known, settings) for name in distinct(names)]
    twice = repeated([one.name for one in made])
    if twice is not None:
        raise QAError(f"two metrics are called '{twice}'", "leave one of them out")
    return made


def distinct(names: Sequence[str]) -> tuple[str, ...]:
    """Return names of metrics in lower case, but the files of models as they are, each once."""
    parted = (name.partition("=") for name in names)
    return tuple(dict.fromkeys(name.casefold() + mark + file for name, mark, file in parted))


def repeated(names: Sequence[str]) -> str | None:
    """Return the first name that is there more than once, if any."""
    return next((name for name in names if names.count(name) > 1), None)


def _made(asked: str, known: Mapping[str, Maker], settings: Settings) -> Metric:
    name, _, model = asked.partition("=")
    made = _known(name, known)(replace(settings, model=model or None))
    if model and not isinstance(made, Trained):
        raise QAError(f"--metric {asked}: {made.name} takes no model", f"write --metric {name}")
    return made


def _known(name: str, known: Mapping[str, Maker]) -> Maker:
    if name not in known:
        near = get_close_matches(name, known, n=1)
        hint = f"did you mean '{near[0]}'?" if near else f"there are {', '.join(known)}"
        raise QAError(f"there is no metric '{name}'", hint)
    return known[name]
