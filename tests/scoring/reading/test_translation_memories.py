import pytest

from qa.errors import QAError
from qa.safe_xml import parse
from qa.scoring.reading.tables import Table
from qa.scoring.reading.translation_memories import table


def read(units: list[dict[str, str]], target_language: str | None = None) -> Table:
    body = "".join(
        "<tu>"
        + "".join(f'<tuv xml:lang="{tag}"><seg>{text}</seg></tuv>' for tag, text in unit.items())
        + "</tu>"
        for unit in units
    )
    content = f'<tmx><header srclang="en"/><body>{body}</body></tmx>'
    return table(parse(content, "a.tmx"), "a.tmx", target_language)


def test_the_only_other_language_is_the_target() -> None:
    found = read([{"en-us": "key", "fr_FR": "clé"}, {"en-US": "bee"}])
    assert found.columns == {"source": ("key", "bee"), "target": ("clé", None)}
    assert found.target_language == "fr-FR"


def test_a_target_language_is_chosen_among_several() -> None:
    units = [{"en": "key", "fr": "clé", "de-AT": "Schlüssel"}]
    assert read(units, "de").columns["target"] == ("Schlüssel",)
    with pytest.raises(QAError, match="it has de-AT, en, fr"):
        read(units)
    with pytest.raises(QAError, match="not clear"):
        read(units, "it")
