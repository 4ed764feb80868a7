"""Segments made when they are asked for are what they would be as a tuple."""

import numpy as np
import pytest

from qa.scoring.model import SegmentScore
from qa.scoring.scored_segments import ScoredSegments

SCORES = {"BLEU": np.array([1.5, 0.0]), "TER": np.array([20.0, 100.0])}


@pytest.mark.parametrize("documents", [("a", "b"), None])
def test_they_read_like_a_tuple(documents: tuple[str, str] | None) -> None:
    first, last = documents or (None, None)
    wanted = (
        SegmentScore(1, first, "one", {"BLEU": 1.5, "TER": 20.0}),
        SegmentScore(2, last, "two", {"BLEU": 0.0, "TER": 100.0}),
    )
    found = ScoredSegments(("one", "two"), documents, SCORES)
    assert tuple(found) == wanted
    assert (found[0], found[-1], found[:5]) == (wanted[0], wanted[1], wanted)
    assert len(found) == 2
    with pytest.raises(IndexError):
        found[2]
