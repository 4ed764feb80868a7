from qa.formats.markup.assembly import GAP, Passage, Source
from qa.model import Run, Text

FILE = "> eins\r\n> zwei\r\n"
# The string "eins\nzwei\n", as a parser sees it.
SOURCE = Source(FILE, (0, 5), (2, 10), (8, 16))


def text_of(passage: Passage) -> Text:
    text = passage.text()
    assert text is not None
    return text


def test_a_copy_over_two_lines_leaves_the_prefix_of_the_second_out() -> None:
    passage = Passage(SOURCE)
    passage.copy(0, 9)
    text = text_of(passage)
    assert text.content == "eins\r\nzwei"
    assert text.runs == (Run(0, 6, 2, 6), Run(6, 4, 10, 4))


def test_a_line_break_is_never_cut_in_half() -> None:
    assert list(SOURCE.stretches(4, 5)) == [(6, 8)]
    assert list(SOURCE.stretches(9, 10)) == [(14, 16)]


def test_what_a_parser_made_up_stands_nowhere() -> None:
    made_up = Source("a\n\tb", (0, 4), (0, 3), (2, 4))  # "a\n  b"
    assert list(made_up.stretches(0, 5)) == [(0, 2), (3, 4)]
    assert list(made_up.stretches(2, 4)) == []


def test_neighbouring_copies_become_one_run() -> None:
    passage = Passage(Source.whole("one word"))
    passage.copy(0, 3)
    passage.copy(3, 8)
    assert text_of(passage).runs == (Run(0, 8, 0, 8),)


def test_a_replacement_is_one_run_of_two_lengths() -> None:
    passage = Passage(Source.whole("a &amp; b"))
    passage.copy(0, 2)
    passage.replace("&", 2, 7)
    passage.copy(7, 9)
    text = text_of(passage)
    assert text.content == "a & b"
    assert text.span(2, 3).end == 7


def test_white_space_around_a_text_is_trimmed_over_several_pieces() -> None:
    passage = Passage(Source.whole(" &nbsp; word &nbsp;"))
    passage.copy(0, 1)
    passage.replace("\u00a0", 1, 7)
    passage.copy(7, 13)
    passage.replace("\u00a0", 13, 19)
    text = text_of(passage)
    assert text.content == "word"
    assert text.runs == (Run(0, 4, 8, 4),)


def test_a_passage_of_gaps_and_white_space_has_no_text() -> None:
    passage = Passage(Source.whole("`a` `b`"))
    passage.replace(GAP, 0, 3)
    passage.copy(3, 4)
    passage.replace(GAP, 4, 7)
    assert passage.text() is None


def test_words_of_a_foreign_language_leave_one_gap() -> None:
    passage = Passage(Source.whole("the <i>mot &amp;</i> word"))
    passage.copy(0, 4, "en")
    passage.copy(7, 11, "fr")
    passage.replace("&", 11, 16, "fr")
    passage.copy(20, 25, "en")
    assert passage.languages() == {"en": 7, "fr": 4}
    passage.leave_out(lambda language: language == "fr")
    text = text_of(passage)
    assert text.content == f"the {GAP} word"
    assert text.runs[1] == Run(4, 1, 6, 10)
