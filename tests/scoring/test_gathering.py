"""Statistics are gathered once, whoever computes them."""

import numpy as np
import pytest
from translations import translated

from qa.errors import QAError
from qa.scoring import gathering
from qa.scoring.metrics import STANDARD, Settings
from qa.scoring.model import TestSet


def test_one_process_and_several_find_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    test_set, systems = translated("en")
    alone = gathering.gathered(test_set, systems, STANDARD, Settings())
    monkeypatch.setattr(gathering, "WORTH_SHARING", 1)
    monkeypatch.setattr(gathering, "SEGMENTS_OF_A_SHARE", 2)
    shared = gathering.gathered(test_set, systems, STANDARD, Settings())
    assert [one.shape for one in alone] == [(4, 3, 10), (4, 3, 18), (4, 3, 24), (4, 3, 2)]
    assert all((one == other).all() for one, other in zip(alone, shared, strict=True))
    assert alone[0].dtype == np.uint8


def test_gaps_are_left_out_of_references() -> None:
    found = gathering.references(TestSet((("a", None), (None, "b"))))
    assert list(found) == [("a",), ("b",)]


def test_a_segment_without_any_reference_is_named() -> None:
    with pytest.raises(QAError, match="segment 2 has no reference"):
        list(gathering.references(TestSet((("a", None), ("b", None)))))
