"""Where exactly a doubled word stands."""

from qa.check import Context
from qa.checks.repeated_word import repeated_word
from qa.language import language
from qa.model import Document, Segment, Text


def marked(content: str, tag: str = "en") -> list[str]:
    segment = Segment(0, Text.verbatim(content))
    context = Context(Document("a.txt", content, (segment,)), language(tag))
    return [content[mark.start : mark.end] for mark in repeated_word.run(segment, context)]


def test_a_word_is_found_across_a_line_break() -> None:
    assert marked("They crossed the\nthe river.") == ["the\nthe"]


def test_letters_that_grow_in_lower_case_do_not_move_the_mark() -> None:
    assert marked("İİİ went to to town.") == ["to to"]


def test_a_region_has_the_words_of_its_language() -> None:
    assert marked("Il travaille très très bien le le soir.", "fr-CH") == ["le le"]
