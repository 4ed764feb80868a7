from pathlib import Path

import msgspec
import pytest

from qa.errors import QAError
from qa.translationese import floors
from qa.translationese.floors import Baseline
from qa.translationese.ranking import Area
from qa.translationese.tables import Calibrated, Contrast, FalseAlarms, Table, Traced

HUMAN = "native against human, AUC at 200 words"
HONEST = "calibration, 1 - ECE at 200 words"


def table(auc: float = 0.9, error: float = 0.04, model: str = "aa") -> Table:
    return Table(
        language="en",
        model=model,
        data={},
        contrasts=(
            Contrast("a", "native", "human from de", 200, "model", Area(auc, 0, 1, 50, 50)),
            Contrast("b", "native", "human from cs", 200, "model", Area(0.8, 0, 1, 50, 50)),
            Contrast("b", "native", "roundtrip-x", 200, "model", Area(0.7, 0, 1, 50, 50)),
            Contrast("b", "human", "engine from cs", 200, "machine", Area(0.6, 0, 1, 50, 50)),
            Contrast("b", "native", "human from cs", 200, "content words", Area(0.5, 0, 1, 50, 50)),
        ),
        calibration=(Calibrated("a", 200, error),),
        false_alarms=(FalseAlarms("a", 200, 50, 0.02, 0.1, "a"),),
        origins=(Traced("a", "human from de", 200, 50, 0.8), Traced("a", "few", 200, 5, 0.1)),
    )


def test_a_floor_is_the_mean_over_the_sources_of_a_track() -> None:
    assert floors.figures(table()) == {
        HUMAN: 0.85,
        "native against round trip, AUC at 200 words": 0.7,
        "human against machine, AUC at 200 words": 0.6,
        HONEST: 0.96,
        "native not called translated at 200 words": 0.98,
        "native below what finds 80 % of translations at 200 words": 0.9,
        "source language right at 200 words": 0.8,
    }


def test_floors_rise_to_what_was_measured() -> None:
    first = floors.risen(Baseline(languages={}), table())
    second = floors.risen(first, table(0.92, model="bb"))
    assert second.languages["en"].figures[HUMAN] == 0.86
    assert second.languages["en"].model == "bb"


def test_a_figure_below_its_floor_is_refused() -> None:
    first = floors.risen(Baseline(languages={}), table())
    with pytest.raises(QAError, match=r"native against human, AUC at 200 words: 0\.8 under 0\.85"):
        floors.risen(first, table(0.8), because="It was time.")


def test_a_figure_that_is_no_longer_measured_is_below_its_floor() -> None:
    first = floors.risen(Baseline(languages={}), table())
    with pytest.raises(QAError, match="calibration"):
        floors.risen(first, msgspec.structs.replace(table(), calibration=()))


def test_a_floor_is_lowered_by_name_and_with_a_sentence_that_is_kept() -> None:
    first = floors.risen(Baseline(languages={}), table())
    with pytest.raises(QAError, match="only with a reason"):
        floors.risen(first, table(0.8), lower=(HUMAN,))
    second = floors.risen(first, table(0.8), lower=(HUMAN,), because="Outlets were added.")
    (lowered,) = second.languages["en"].lowered
    assert (lowered.figure, lowered.before, lowered.after) == (HUMAN, 0.85, 0.8)
    assert lowered.because == "Outlets were added."
    third = floors.risen(second, table(0.9))
    assert third.languages["en"].lowered == (lowered,)


def test_only_what_fell_may_be_lowered() -> None:
    first = floors.risen(Baseline(languages={}), table())
    with pytest.raises(QAError, match="is not below a floor"):
        floors.risen(first, table(), lower=(HONEST,), because="It might.")


def test_floors_are_read_as_they_were_written(tmp_path: Path) -> None:
    baseline = floors.risen(Baseline(languages={}), table())
    floors.write(baseline, tmp_path / "baseline.json")
    assert floors.read(tmp_path / "baseline.json") == baseline
    assert floors.read(tmp_path / "none.json") == Baseline(languages={})


@pytest.mark.parametrize("content", [b"", b"[]", b'{"floors": {}}', b"\xff"])
def test_what_holds_no_floors_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "baseline.json").write_bytes(content)
    with pytest.raises(QAError, match=r"baseline\.json: cannot be read"):
        floors.read(tmp_path / "baseline.json")
