"""What to compute of systems."""

from enum import StrEnum

from msgspec import Struct

from qa.scoring.metrics import STANDARD, Settings, Setup
from qa.scoring.resampling import RESAMPLES, SEED, TRIALS


class PairedTest(StrEnum):
    """The paired tests."""

    BOOTSTRAP = "bootstrap"
    RANDOMISATION = "randomisation"


class Options(Struct, frozen=True):
    """What to compute.

    Attributes:
        metrics: their names.
        settings: for the metrics; without a language, that of the test set counts.
        confidence: whether to give intervals.
        paired: the test between systems, if any.
        resamples: of the bootstrap.
        trials: of the randomisation.
        seed: of both.
    """

    metrics: tuple[str, ...] = STANDARD
    settings: Settings = Settings()
    confidence: bool = True
    paired: PairedTest | None = PairedTest.BOOTSTRAP
    resamples: int = RESAMPLES
    trials: int = TRIALS
    seed: int = SEED

    def setup(self, references: int) -> Setup:
        """Return what goes into the signatures.

        Args:
            references: their number for each segment; -1 where it varies.
        """
        bootstrapped = self.confidence or self.paired is PairedTest.BOOTSTRAP
        randomised = self.paired is PairedTest.RANDOMISATION
        return Setup(
            references=references,
            bootstrap=self.resamples if bootstrapped else None,
            randomisation=self.trials if randomised else None,
            seed=self.seed if bootstrapped or randomised else None,
        )
