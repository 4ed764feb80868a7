"""Pairs below the limit of their languages are flagged, if the encoder was asked for."""

from collections.abc import Iterator, Sequence

import pytest

import qa
from qa import embeddings
from qa.checks.meaning_drift import limits, meaning_drift
from qa.config import Config

np = pytest.importorskip("numpy")

SOURCE = "Der Hafen von Altstadt ist seit Montag ganz geschlossen."
TARGET = "The orchestra of the town is looking for a new conductor."


@pytest.fixture
def far(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the encoder find every text as far from every other as can be."""

    def blocks(texts: Sequence[str]) -> Iterator[object]:
        rows = np.zeros((len(texts), 512))
        for row, text in zip(rows, texts, strict=True):
            row[len(text)] = 1
        yield rows

    monkeypatch.setattr(embeddings, "require", lambda: None)
    monkeypatch.setattr(embeddings, "blocks", blocks)


def found(origin: str, config: Config, target: str = TARGET) -> list[str]:
    report = qa.check(target, language="en", origin=origin, source=SOURCE, config=config)
    return [one.message for one in report.findings if one.check == meaning_drift.id]


@pytest.mark.usefixtures("far")
def test_what_is_too_far_is_flagged_with_its_similarity() -> None:
    message = "this may not say what the source says (similarity 0.00)"
    assert found("de", Config(select=("meaning-drift",))) == [message]


@pytest.mark.usefixtures("far")
def test_it_runs_only_when_asked_for_and_for_pairs_that_were_measured() -> None:
    assert found("de", Config()) == []
    assert found("da", Config(select=("meaning-drift",))) == []
    assert found("de", Config(select=("meaning-drift",)), target="The port is closed.") == []


def test_limits_are_told_with_what_they_are_worth() -> None:
    assert {"de-en", "en-de", "ja-en", "ru-en", "zh-en"} <= limits().pairs.keys()
    for pair, limit in limits().pairs.items():
        assert set(pair.split("-")) <= embeddings.LANGUAGES
        assert 0 < limit.least < 1
        assert limit.false_alarms < limit.found["next sentence in its place"]


def test_without_the_encoder_asking_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embeddings, "find_spec", lambda _: None)
    with pytest.raises(qa.QAError, match="'semantic' extra"):
        found("de", Config(select=("meaning-drift",)))
    with pytest.raises(qa.QAError, match="'semantic' extra"):
        found("de", Config(semantic=True))
