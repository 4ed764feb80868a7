"""Of a large test set a part is explained, and the scores of that part are its own."""

import pytest
from msgspec.structs import replace
from translations import translated

from qa.scoring import sampling
from qa.scoring.options import Options
from qa.scoring.reporting import report
from qa.scoring.sampling import sample
from qa.scoring.scoring import score

OPTIONS = Options(metrics=("chrf",), confidence=False, paired=None)


def test_a_small_set_is_its_own_sample() -> None:
    test_set, systems = translated("en")
    found = sample(test_set, systems)
    assert (found.test_set, found.systems, found.said) == (test_set, tuple(systems), ())


def test_a_large_set_is_sampled_evenly_and_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    test_set, systems = translated("en")
    test_set = replace(test_set, documents=("a", "b", "b", "c"), columns={"domain": tuple("wxyz")})
    monkeypatch.setattr(sampling, "EXPLAINED_AT_MOST", 2)
    found = sample(test_set, systems)
    assert tuple(found.test_set.references[0]) == tuple(test_set.references[0])[::2]
    assert tuple(found.test_set.documents or ()) == ("a", "b")
    assert tuple(found.test_set.columns["domain"]) == ("w", "y")
    assert [tuple(one.hypotheses) for one in found.systems] == [
        tuple(one.hypotheses)[::2] for one in systems
    ]
    whole = report(test_set, systems, score(test_set, systems, OPTIONS))
    assert found.said[0] in whole.warnings
    alone = score(found.test_set, found.systems, OPTIONS)
    parts = [one for one in whole.buckets if one.kind == "document"]
    assert [(one.name, one.segments) for one in parts] == [("a", 1), ("b", 1)]
    for system in alone.systems:
        scores = [one.scores[system.name]["chrF2"] for one in parts]
        assert scores == [one.scores["chrF2"] for one in system.documents]
