from pathlib import Path

import pytest
import synthetic

from qa.errors import QAError
from qa.language import language
from qa.translationese import evaluation, models, tables
from qa.translationese.tables import Table


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Table:
    return evaluation.evaluate(
        synthetic.model(),
        synthetic.write(tmp_path_factory.mktemp("test"), range(2010, 2013)),
        language("en"),
        training=synthetic.corpus(),
        progress=lambda _: None,
    )


def test_the_model_beats_the_baselines(table: Table) -> None:
    areas = {(one.right, one.words, one.score): one.area.auc for one in table.contrasts}
    assert areas["human", 50, "model"] > 0.8
    for baseline in ("sentence length", "type-token ratio", "content words"):
        assert areas["human", 50, "model"] > areas["human", 50, baseline]


def test_every_kind_of_translation_has_its_row(table: Table) -> None:
    rows = {(one.left, one.right) for one in table.contrasts}
    assert rows == {
        ("native", "human"),
        ("native", "engine"),
        ("native", "roundtrip-engine"),
        ("human", "engine"),
    }
    assert {one.words for one in table.calibration} == {50, 100}
    assert all(0 <= one.called <= 1 and one.texts for one in table.false_alarms)


def test_the_table_is_written_with_the_hashes_of_the_data(table: Table, tmp_path: Path) -> None:
    tables.write(table, tmp_path / "table.json")
    assert tables.read(tmp_path / "table.json") == table
    assert table.model == models.digest(synthetic.model())
    assert len(table.data) == 12


def test_a_model_is_not_tested_on_what_it_was_trained_on() -> None:
    model = synthetic.model()
    with pytest.raises(QAError, match="was trained on it"):
        evaluation.evaluate(model, synthetic.corpus(), language("en"), progress=lambda _: None)
