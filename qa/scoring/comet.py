"""COMET (Rei et al. 2020), a model that learned from scores by people, from a file that is here.

Nothing is downloaded: ``comet=FILE`` or ``QA_COMET_MODEL`` names the checkpoint, in a folder as it
was published, ``<model>/checkpoints/model.ckpt`` below ``<model>/hparams.yaml``; the encoder that
it builds on has to be in the cache of Hugging Face already, or to be named by its folder in
``hparams.yaml``.
"""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from hashlib import blake2b
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from warnings import catch_warnings

from qa.errors import QAError, needs
from qa.scoring.averaging import SCALE, Averaged, signature
from qa.scoring.metrics import Known, Rows, Setup, Texts

MODEL = "QA_COMET_MODEL"
# Weights are tensors; whatever else a checkpoint asks to be run on loading is refused.
OFFLINE = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "TORCH_FORCE_WEIGHTS_ONLY_LOAD": "1",
}
BLOCK = 1 << 20

# Source, hypothesis and reference.
Triple = tuple[str, str, str]


class Comet(Averaged):
    """COMET times 100; of several references the one that gives the best score.

    Args:
        checkpoint: path of the model.

    Raises:
        QAError: no model is named, it is not there, or COMET is not installed.
    """

    name = "COMET"

    def __init__(self, checkpoint: str | None) -> None:
        self.model = _present(checkpoint)
        if find_spec("comet") is None:
            raise needs("comet")

    def batch(self, hypotheses: Texts, references: Known, sources: Texts | None) -> Rows:
        """Return score and 1 for every segment.

        Raises:
            QAError: there are no sources, or the model cannot be loaded.
        """
        if sources is None:
            raise QAError("COMET reads the source too", "add --source FILE")
        rows = [
            [(source, hypothesis, reference) for reference in known or ("",)]
            for source, hypothesis, known in zip(sources, hypotheses, references, strict=True)
        ]
        scores = self._predicted([triple for row in rows for triple in row])
        return [[SCALE * max(scores[triple] for triple in row), 1.0] for row in rows]

    def signature(self, setup: Setup) -> str:
        """Return what somebody needs in order to get the same score again."""
        return signature(
            setup,
            refs="best",
            model=self.model.parents[1].name,
            checkpoint=_digest(self.model),
            version=getattr(import_module("comet"), "__version__", "unknown"),
        )

    def _predicted(self, triples: list[Triple]) -> dict[Triple, float]:
        distinct = list(dict.fromkeys(triples))
        samples = [
            {"src": source, "mt": hypothesis, "ref": reference}
            for source, hypothesis, reference in distinct
        ]
        loaded = _model(self.model)
        with _quiet():
            found = loaded.predict(samples, progress_bar=False, num_workers=0)
        return dict(zip(distinct, map(float, found["scores"]), strict=True))


METRICS = {"comet": lambda settings: Comet(settings.model or os.environ.get(MODEL))}


def _present(checkpoint: str | None) -> Path:
    if not checkpoint:
        raise QAError(
            "COMET needs a model on this machine, and downloads none",
            f"give --metric comet=MODEL/checkpoints/model.ckpt, or set {MODEL}",
        )
    path = Path(checkpoint).resolve()
    if not path.is_file():
        raise QAError(f"{checkpoint}: there is no such file", "name the file model.ckpt of a model")
    if not (path.parents[1] / "hparams.yaml").is_file():
        raise QAError(
            f"{checkpoint}: there is no hparams.yaml in {path.parents[1]}",
            "keep the folder as it was published, MODEL/checkpoints/model.ckpt",
        )
    return path


@lru_cache(maxsize=1)
def _model(checkpoint: Path) -> Any:  # noqa: ANN401 - COMET's
    os.environ.update(OFFLINE)  # read on import of what COMET is made of
    with _quiet():
        load = _loader()
        try:
            return load(str(checkpoint), local_files_only=True)
        except Exception as error:  # COMET, Lightning and PyTorch each raise their own
            reason = str(error).partition("\n")[0].partition(". ")[0]
            raise QAError(
                f"{checkpoint}: cannot be loaded: {reason}",
                "it must be whole and hold weights only, and its encoder must be here too",
            ) from error


def _loader() -> Any:  # noqa: ANN401 - a function of COMET
    try:
        return import_module("comet").load_from_checkpoint
    except (ImportError, AttributeError) as error:  # another package has the name, too
        raise QAError(f"COMET cannot be imported: {error}", needs("comet").hint) from error


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the notes and warnings of COMET and Lightning out of standard error."""
    before = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        with catch_warnings(action="ignore"):
            yield
    finally:
        logging.disable(before)


@lru_cache(maxsize=1)
def _digest(checkpoint: Path) -> str:
    digest = blake2b(digest_size=6)
    with checkpoint.open("rb") as file:
        while block := file.read(BLOCK):
            digest.update(block)
    return digest.hexdigest()
