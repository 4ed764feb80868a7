"""Segments with names."""

from qa.scoring.model import TestSet
from qa.scoring.names import names


def of(reference: str, target: str, source: str | None = None, tag: str = "und") -> str | None:
    sources = None if source is None else (source,)
    (label,) = names(TestSet(((reference,),), sources, target_language=target), tag)
    return label


def test_a_capital_letter_inside_a_sentence_shows_a_name() -> None:
    assert of("Yesterday we met Petra.", "en") == "with"
    assert of("Yesterday we met nobody. Then we slept.", "en") == "without"


def test_months_days_and_single_letters_are_no_names() -> None:
    assert of("On a Monday in March I rest.", "en") == "without"


def test_a_headline_is_not_full_of_names() -> None:
    assert of("Storm Leaves Many Without Power", "en") == "without"


def test_the_source_is_asked_where_every_noun_has_a_capital_letter() -> None:
    assert of("Er trinkt gern Tee.", "de", "He likes tea.", "en") == "without"
    assert of("Er kennt Paula gut.", "de", "He knows Paula well.", "en") == "with"


def test_the_source_is_asked_where_the_script_has_no_capitals() -> None:
    assert of("彼はパウラを知っている。", "ja", "He knows Paula well.", "en") == "with"


def test_a_word_of_both_sides_is_a_name_in_any_languages() -> None:
    assert of("Heute kam Petra mit Tee.", "de", "Dnes přišla Petra s čajem.") == "with"
    assert of("Heute gab es keinen Tee.", "de", "Dnes nebyl čaj.") == "without"


def test_nothing_is_said_where_nothing_can_be_told() -> None:
    assert of("Er trinkt gern Tee.", "de") is None
    assert of("彼はお茶が好きだ。", "ja") is None
