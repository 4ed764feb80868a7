from pathlib import Path

import pytest
import synthetic

from qa.language import language
from qa.translationese import training
from qa.translationese.detection import explain_text
from qa.translationese.models import encode


def test_the_same_seed_makes_the_same_file() -> None:
    model = synthetic.model()
    said: list[str] = []
    again = training.train(synthetic.corpus(), language("en"), progress=said.append)
    assert encode(again) == encode(model)
    assert said


def test_another_seed_draws_other_refits() -> None:
    model = synthetic.model()
    other = training.train(synthetic.corpus(), language("en"), seed=2, progress=lambda _: None)
    assert other.calibration.deviations != model.calibration.deviations
    assert other.features == model.features


def test_the_model_tells_what_it_was_taught() -> None:
    model = synthetic.model()
    native = "The firm won't sell two boats. She told staff about the bridge last week."
    foreign = (
        "However, the board is said to sell two boats. In addition, the firm thus examined it."
    )
    assert explain_text(model, foreign).log_odds > explain_text(model, native).log_odds


def test_the_model_says_what_it_was_trained_on() -> None:
    model = synthetic.model()
    assert model.corpus.years == tuple(range(2001, 2007))
    assert set(model.corpus.files) == {path.name for path in synthetic.corpus().iterdir()}
    assert all(feature.documents >= 8 for feature in model.features.values())


def test_training_needs_both_kinds(tmp_path: Path) -> None:
    pytest.importorskip("sklearn")
    folder = synthetic.write(tmp_path, range(2001, 2002), {"human": "translated"})
    with pytest.raises(Exception, match="only human text"):
        training.train(folder, language("en"), progress=lambda _: None)
