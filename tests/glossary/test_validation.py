"""An entry that does not do what it says is refused, with its line."""

from pathlib import Path

import pytest
from conftest import GLOSSARY

from qa.errors import QAError
from qa.glossary import reading
from qa.glossary.termbase import decode
from qa.glossary.validation import Fault, faults


def found(text: str) -> list[Fault]:
    return list(faults(decode(Path("house.toml"), text.encode())))


def test_a_sound_entry_has_no_faults() -> None:
    assert found(GLOSSARY) == []


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (("met under", "met beneath"), "misses its flagged example: They met beneath four eyes."),
        (("They met in private.", "Under four eyes."), "flags its clean example"),
        (('why = "English has no such image."', 'why = " "'), "has no 'why'"),
        (('["in private"]', "[]"), "has 0 replacements"),
        (('["in private"]', '["a", "b", "c", "d"]'), "has 4 replacements"),
    ],
)
def test_a_fault_is_named(change: tuple[str, str], reason: str) -> None:
    (fault,) = found(GLOSSARY.replace(*change))
    assert fault.entry == "four-eyes"
    assert fault.reason.startswith(reason)


def test_an_id_stands_once() -> None:
    entry = GLOSSARY[GLOSSARY.index("[[entry]]") :]
    assert found(GLOSSARY + entry)[0] == Fault("four-eyes", "stands there twice")


def test_a_draft_may_lack_anything_and_finds_nothing(tmp_path: Path) -> None:
    text = GLOSSARY.replace("met under", "met beneath") + "draft = true\n"
    assert found(text) == []
    path = tmp_path / "house.toml"
    path.write_text(text, encoding="utf-8")
    assert reading.read(path).hints.anchors == {}


def test_a_house_glossary_with_a_fault_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    path.write_text(GLOSSARY.replace("met under", "met beneath"), encoding="utf-8")
    with pytest.raises(QAError) as raised:
        reading.read(path)
    assert raised.value.message.startswith(f"{path}:7: house/four-eyes misses its flagged example")
