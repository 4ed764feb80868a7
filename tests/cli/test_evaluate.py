"""Commands of models on what they cannot use end with status 2 and write no file."""

from pathlib import Path

import pytest
from conftest import ROOT, Program

MODEL = ROOT / "corpora/en/translationese.json"
ENGLISH = "The firm said on Monday that it would pay for the bridge."
RUSSIAN = "Фирма сообщила в понедельник, что заплатит за мост."


def corpus(folder: Path, **texts: str) -> Path:
    """Fill a folder with a document of each label and year."""
    folder.mkdir()
    for label, text in texts.items():
        for year in range(2001, 2004):
            lines = [f"{text} {number}" for number in range(9) if text]
            (folder / f"{year}.{label}.txt").write_text("\n".join(lines), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ((b'"version":1', b'"version":2'), "qa-translationese 2 is not qa-translationese 1"),
        ((b'"seed":1', b'"seed":9'), "the checksum is wrong"),
        ((b'{"format"', b'{"form"'), "not a translationese model"),
    ],
)
def test_another_or_a_damaged_model_is_refused(
    damage: tuple[bytes, bytes], said: str, program: Program, tmp_path: Path
) -> None:
    model, target = tmp_path / "model.json", tmp_path / "table.json"
    model.write_bytes(MODEL.read_bytes().replace(*damage, 1))
    folder = corpus(tmp_path / "c", native=ENGLISH, human=ENGLISH)
    ran = program(
        *("evaluate", str(folder), "--language", "en"), "--model", str(model), "-o", str(target)
    )
    assert ran.returncode == 2
    assert f"model.json: {said}" in ran.stderr
    assert not target.exists()


@pytest.mark.parametrize("command", ["train", "evaluate"])
@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ({"human": ENGLISH}, "only human text"),
        ({"native": "", "human": ""}, "no text in 'en'"),
        ({"native": ENGLISH, "human": RUSSIAN}, "not in the script of 'en'"),
        ({"native": RUSSIAN, "human": RUSSIAN}, "not in the script of 'en'"),
    ],
)
def test_text_of_one_kind_or_another_script_is_refused(
    command: str, texts: dict[str, str], said: str, program: Program, tmp_path: Path
) -> None:
    pytest.importorskip("sklearn")
    folder, target = corpus(tmp_path / "c", **texts), tmp_path / "made.json"
    ran = program(command, str(folder), "--language", "en", "-o", str(target))
    assert ran.returncode == 2
    assert said in ran.stderr
    assert "Traceback" not in ran.stderr
    assert not target.exists()


@pytest.mark.parametrize(
    ("text", "said"), [(ENGLISH, "too few outlets or years"), ("", "too little text")]
)
def test_too_little_text_makes_no_model(
    text: str, said: str, program: Program, tmp_path: Path
) -> None:
    pytest.importorskip("sklearn")
    folder, target = corpus(tmp_path / "c", native=text, human=text), tmp_path / "made.json"
    for label in ("native", "human"):
        (folder / f"2001.{label}.txt").write_text(text or "A boat.", encoding="utf-8")
    ran = program("train", str(folder), "--language", "en", "-o", str(target))
    assert ran.returncode == 2
    assert said in ran.stderr
    assert not target.exists()


def test_a_file_that_is_no_table_sets_no_floors(program: Program, tmp_path: Path) -> None:
    (tmp_path / "table.json").write_text("{}", encoding="utf-8")
    ran = program("baseline", "floors", "table.json", "--floors", "floors.json", cwd=tmp_path)
    assert ran.returncode == 2
    assert "table.json: cannot be read" in ran.stderr
    assert not (tmp_path / "floors.json").exists()
