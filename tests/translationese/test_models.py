from pathlib import Path

import pytest
import synthetic

from qa.errors import QAError
from qa.translationese import models

PATH = Path("model.json")


def test_a_model_is_read_as_it_was_written(tmp_path: Path) -> None:
    model = synthetic.model()
    models.write(model, tmp_path / "en.json")
    assert models.read(tmp_path / "en.json") == model
    assert [path.name for path in tmp_path.iterdir()] == ["en.json"]


def test_a_damaged_file_is_refused() -> None:
    model = synthetic.model()
    content = models.encode(model).replace(b'"seed":1', b'"seed":2')
    with pytest.raises(QAError, match="checksum"):
        models.decode(content, PATH)


def test_a_model_of_another_version_is_refused() -> None:
    model = synthetic.model()
    content = models.encode(model).replace(b'"version":1', b'"version":9', 1)
    with pytest.raises(QAError, match="qa-translationese 9 is not"):
        models.decode(content, PATH)


@pytest.mark.parametrize("content", [b"", b"[]", b'{"format":"qa-translationese"}', b"\xff"])
def test_what_is_no_model_is_refused(content: bytes) -> None:
    with pytest.raises(QAError, match=r"model\.json: not a translationese model"):
        models.decode(content, PATH)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(QAError, match=r"none\.json"):
        models.read(tmp_path / "none.json")


def test_a_file_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    model = synthetic.model()
    with pytest.raises(QAError, match="nowhere"):
        models.write(model, tmp_path / "nowhere" / "en.json")
    assert list(tmp_path.iterdir()) == []


def test_there_is_no_model_for_a_language_without_one() -> None:
    assert models.shipped("und") is None
