"""The segments of a system with their scores, each put together when it is asked for."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import repeat
from typing import TYPE_CHECKING, overload

from qa.scoring.model import SegmentScore

if TYPE_CHECKING:
    from qa.scoring.resampling import Numbers


class ScoredSegments(Sequence[SegmentScore]):
    """The segments of a system in order.

    Args:
        hypotheses: one a segment.
        documents: the document of every segment, if that is known.
        scores: of every segment, by metric.
    """

    def __init__(
        self,
        hypotheses: Sequence[str],
        documents: Sequence[str] | None,
        scores: "Mapping[str, Numbers]",
    ) -> None:
        self._hypotheses = hypotheses
        self._documents = documents
        self._scores = scores

    def __len__(self) -> int:
        """Return the number of segments."""
        return len(self._hypotheses)

    def __iter__(self) -> Iterator[SegmentScore]:
        """Yield the segments."""
        texts = zip(self._documents or repeat(None), self._hypotheses, strict=False)
        for at, (document, hypothesis) in enumerate(texts):
            yield SegmentScore(at + 1, document, hypothesis, self._of(at))

    @overload
    def __getitem__(self, at: int) -> SegmentScore: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[SegmentScore, ...]: ...

    def __getitem__(self, at: int | slice) -> SegmentScore | tuple[SegmentScore, ...]:
        """Return a segment, or those of a slice."""
        place = range(len(self))[at]
        if isinstance(place, range):
            return tuple(self[one] for one in place)
        document = self._documents[place] if self._documents else None
        return SegmentScore(place + 1, document, self._hypotheses[place], self._of(place))

    def _of(self, at: int) -> dict[str, float]:
        return {metric: float(scores[at]) for metric, scores in self._scores.items()}
