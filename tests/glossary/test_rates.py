"""What was measured of entries, and the file it is kept in."""

from pathlib import Path

import pytest

from qa.errors import QAError
from qa.glossary import rates
from qa.glossary.rates import Body, Flags, Hits, Rates


def measured(*, translated: int = 500_000) -> Rates:
    return Rates(
        "qa-rates/1", "house", "2026-11-22",
        Body(2_000_000, 3000, "a"), Body(translated, 900, "b"),
        {"seen": Hits(4, 60, 0.5), "never": Hits(0, 0)},
        {"nearly always": Flags(0.01, 0.2)},
    )  # fmt: skip


def test_rates_are_per_million_words() -> None:
    rate = measured().rate("seen")
    assert rate is not None
    assert (rate.native_per_million, rate.translated_per_million, rate.spread) == (2, 120, 0.5)
    assert measured().rate("other") is None


def test_without_translated_text_nothing_is_said_of_it() -> None:
    rate = measured(translated=0).rate("seen")
    assert rate is not None
    assert rate.translated_per_million is None
    assert measured(translated=0).ratio("seen").high == float("inf")


def test_a_ratio_has_an_interval_even_without_hits() -> None:
    ratio = measured().ratio("seen")
    assert ratio.low < ratio.value < ratio.high
    assert ratio.value == pytest.approx(60.5 / 4.5 * 4)
    assert measured().ratio("never").low < 1 < measured().ratio("never").high


def test_figures_stand_beside_the_glossary(tmp_path: Path) -> None:
    glossary = tmp_path / "house.toml"
    assert rates.read(glossary) is None
    rates.write(measured(), rates.beside(glossary))
    assert rates.read(glossary) == measured()
    assert (tmp_path / "house.rates.json").is_file()


@pytest.mark.parametrize("damage", ["{", '{"format": 3}'])
def test_damaged_figures_are_named(tmp_path: Path, damage: str) -> None:
    (tmp_path / "house.rates.json").write_text(damage, encoding="utf-8")
    with pytest.raises(QAError, match=r"house\.rates\.json"):
        rates.read(tmp_path / "house.toml")


def test_figures_of_another_format_are_refused(tmp_path: Path) -> None:
    other = tmp_path / "house.rates.json"
    rates.write(measured(), other)
    other.write_text(other.read_text().replace("qa-rates/1", "qa-rates/9"), encoding="utf-8")
    with pytest.raises(QAError, match="is not qa-rates/1"):
        rates.read(tmp_path / "house.toml")
