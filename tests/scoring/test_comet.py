"""COMET runs from a file that is here, or says what is missing."""

import os
import sys
from hashlib import blake2b
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from msgspec.structs import replace
from translations import translated

from qa.errors import QAError
from qa.scoring import comet
from qa.scoring.metrics import Batched, Setup, available, metrics
from qa.scoring.metrics import Settings as MetricSettings
from qa.scoring.options import Options
from qa.scoring.scoring import score


class Model:
    """Gives a tenth for every word of source, hypothesis and reference together."""

    def __init__(self) -> None:
        self.asked: list[dict[str, str]] = []

    def predict(self, samples: list[dict[str, str]], **_: object) -> dict[str, list[float]]:
        self.asked += samples
        return {"scores": [sum(len(part.split()) for part in one.values()) / 10 for one in samples]}


class Stub(ModuleType):
    def __init__(self) -> None:
        super().__init__("comet")
        self.__spec__ = ModuleSpec("comet", None)
        self.__version__ = "2.0"
        self.model = Model()
        self.loaded: list[tuple[str, dict[str, Any]]] = []

    def load_from_checkpoint(self, path: str, **options: object) -> Model:
        self.loaded.append((path, options))
        return self.model


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> Stub:
    made = Stub()
    monkeypatch.setitem(sys.modules, "comet", made)
    for name in comet.OFFLINE:
        monkeypatch.setenv(name, "0")
    comet._model.cache_clear()  # noqa: SLF001
    return made


@pytest.fixture
def checkpoint(tmp_path: Path) -> Path:
    path = tmp_path / "my-model" / "checkpoints" / "model.ckpt"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"weights")
    path.parents[1].joinpath("hparams.yaml").write_text("class_identifier: any\n")
    return path


def test_every_segment_gets_the_score_of_the_model_times_a_hundred(
    stub: Stub, checkpoint: Path
) -> None:
    metric = comet.Comet(str(checkpoint))
    assert isinstance(metric, Batched)
    rows = metric.batch(["b c", "b"], [("d",), ("d e",)], ["a", "a"])
    assert [list(row) for row in rows] == [[40.0, 1.0], [40.0, 1.0]]
    assert stub.model.asked[0] == {"src": "a", "mt": "b c", "ref": "d"}


def test_the_best_reference_counts_and_the_same_is_asked_once(stub: Stub, checkpoint: Path) -> None:
    metric = comet.Comet(str(checkpoint))
    rows = metric.batch(["b", "b"], [("c", "c d e"), ("c",)], ["a", "a"])
    assert [row[0] for row in rows] == pytest.approx([50, 30])
    assert len(stub.model.asked) == 2


def test_it_is_found_by_name_and_scores_systems_beside_the_others(
    stub: Stub, checkpoint: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(comet.MODEL, str(checkpoint))
    assert "comet" in available()
    test_set, systems = translated("en")
    sources = tuple(one or "" for one in test_set.references[0])
    sourced = replace(test_set, sources=sources)
    scored = score(sourced, systems, Options(metrics=("comet", "chrf"), resamples=10))
    assert [one.metric for one in scored.systems[0].scores] == ["COMET", "chrF2"]
    assert len(stub.loaded) == 1


def test_the_model_may_be_named_with_the_metric(stub: Stub, checkpoint: Path) -> None:
    (metric,) = metrics([f"COMET={checkpoint}"], MetricSettings())
    assert isinstance(metric, Batched)
    metric.batch(["b"], [("c",)], ["a"])
    assert stub.loaded[0][0] == str(checkpoint.resolve())


@pytest.mark.usefixtures("stub")
def test_two_models_would_have_one_name_in_reports(checkpoint: Path) -> None:
    other = checkpoint.with_name("other.ckpt")
    other.write_bytes(b"weights")
    with pytest.raises(QAError, match="two metrics are called 'COMET'"):
        metrics([f"comet={checkpoint}", f"comet={other}"], MetricSettings())


def test_the_model_is_loaded_once_without_a_network(stub: Stub, checkpoint: Path) -> None:
    for _ in range(2):
        comet.Comet(str(checkpoint)).batch(["b"], [("c",)], ["a"])
    assert stub.loaded == [(str(checkpoint.resolve()), {"local_files_only": True})]
    assert {name: os.environ[name] for name in comet.OFFLINE} == comet.OFFLINE


@pytest.mark.usefixtures("stub")
def test_the_signature_names_the_model_by_its_content(checkpoint: Path) -> None:
    signature = comet.Comet(str(checkpoint)).signature(Setup(1, bootstrap=10, seed=7))
    digest = blake2b(b"weights", digest_size=6).hexdigest()
    made = "nrefs:1|bs:10|seed:7|refs:best|model:my-model"
    assert signature == f"{made}|checkpoint:{digest}|version:2.0"


def test_without_a_model_it_says_how_to_name_one(
    stub: Stub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(comet.MODEL, raising=False)
    with pytest.raises(QAError, match="downloads none") as caught:
        metrics(["comet"], MetricSettings())
    assert caught.value.hint == (
        "give --metric comet=MODEL/checkpoints/model.ckpt, or set QA_COMET_MODEL"
    )
    assert stub.loaded == []


def test_a_name_of_a_model_is_not_a_file_and_is_not_looked_up(stub: Stub) -> None:
    with pytest.raises(QAError, match="Unbabel/wmt22-comet-da: there is no such file"):
        comet.Comet("Unbabel/wmt22-comet-da")
    assert stub.loaded == []


@pytest.mark.usefixtures("stub")
def test_a_checkpoint_without_its_folder_is_told(checkpoint: Path) -> None:
    checkpoint.parents[1].joinpath("hparams.yaml").unlink()
    with pytest.raises(QAError, match=r"no hparams\.yaml"):
        comet.Comet(str(checkpoint))


@pytest.mark.usefixtures("stub")
def test_without_sources_it_asks_for_them(checkpoint: Path) -> None:
    with pytest.raises(QAError, match="reads the source") as caught:
        comet.Comet(str(checkpoint)).batch(["b"], [("c",)], None)
    assert caught.value.hint == "add --source FILE"


def test_without_the_packages_it_says_which_extra_has_them(
    checkpoint: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comet, "find_spec", lambda _: None)
    with pytest.raises(QAError, match="'comet' extra") as caught:
        comet.Comet(str(checkpoint))
    assert caught.value.hint == "pip install 'qa[comet]'"


def test_another_package_of_the_name_is_not_taken_for_it(
    checkpoint: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = ModuleType("comet")
    other.__spec__ = ModuleSpec("comet", None)
    monkeypatch.setitem(sys.modules, "comet", other)
    comet._model.cache_clear()  # noqa: SLF001
    with pytest.raises(QAError, match=r"cannot be imported: .* 'load_from_checkpoint'"):
        comet.Comet(str(checkpoint)).batch(["b"], [("c",)], ["a"])


def test_a_checkpoint_that_cannot_be_loaded_is_told_with_the_reason(
    stub: Stub, checkpoint: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("bad magic number\nand a long story")

    monkeypatch.setattr(stub, "load_from_checkpoint", fail)
    with pytest.raises(QAError, match=r"model\.ckpt: cannot be loaded: bad magic number$"):
        comet.Comet(str(checkpoint)).batch(["b"], [("c",)], ["a"])


def test_naming_the_metrics_imports_no_comet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "comet", raising=False)
    available()
    assert "comet" not in sys.modules
