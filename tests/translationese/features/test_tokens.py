import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.language import language
from qa.translationese.features.masking import masking
from qa.translationese.features.tokens import Tokenizer, join

TOKENIZER = Tokenizer(masking(language("en")), ("the", "said", "on", "a", "rose", "and", "of"))


def classes(text: str) -> list[str]:
    return TOKENIZER.stream(text).classes


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“The price rose,” said Ann.", '"The price rose", said Ann.'),
        ("Bread, milk, and salt rose.", "Bread, milk and salt rose."),
        ("It rose 5 % of 20.", "It rose 7 per cent of 3,000."),
        ("It rose 5 percent.", "It rose 5%."),
        ("Mr. Holt said the centre rose.", "Mr Holt said the center rose."),
        ("The Ministry of Fish rose.", "The Board of Trade rose."),
        ("She organized a rose.", "She organised a rose."),
        ("It rose in April.", "It rose in December."),
    ],
)
def test_house_style_names_and_numbers_are_not_seen(one: str, other: str) -> None:
    assert classes(one) == classes(other)


def test_a_sentence_opens_with_a_mark_but_an_abbreviation_ends_none() -> None:
    assert classes("Dr. Holt rose. The U.S. Senate said on Monday") == [
        "^", "<initial>", "rose", "^", "the", "<name>", "said", "on", "<day>",
    ]  # fmt: skip


def test_a_span_is_where_the_words_stand() -> None:
    text = "The mayor of Port Ellis, and the 3 boats, rose."
    stream = TOKENIZER.stream(text)
    shown = [text[start:end] for start, end in stream.spans()]
    assert shown == [
        "", "The", "mayor", "of", "Port Ellis", "and", "the", "3", "boats", ",", "rose",
    ]  # fmt: skip
    assert len(stream.classes) == len(shown)


@given(st.text(alphabet="aA .,'’\"“”5%-–!?…\n", max_size=60))
def test_any_text_has_a_span_for_every_class(text: str) -> None:
    stream = TOKENIZER.stream(text)
    spans = stream.spans()
    assert len(spans) == len(stream.classes) == len(join([stream]))
    assert all(0 <= start <= end <= len(text) for start, end in spans)
    assert spans == sorted(spans)


def test_a_long_line_of_stops_takes_no_longer_than_its_length() -> None:
    assert len(classes("." * 300_000)) > 0


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It rose. The end", 2),
        ("It rose?! The end", 2),
        ("It rose.” The end", 2),
        ("It rose... The end", 1),
        ("Gen. The end", 1),
        ("Gen.. The end", 2),
        ("J. The end", 1),
        ("Rogen. The end", 2),
        ("It rose. the end", 1),
        ("It rose.The end", 1),
    ],
)
def test_a_stop_ends_a_sentence_by_what_stands_around_it(text: str, sentences: int) -> None:
    assert classes(text).count("^") == sentences
