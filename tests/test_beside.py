"""The source behind a place in the translation."""

from qa.beside import Beside
from qa.model import Pair, Segment, Text

PARAGRAPH = Segment(0, Text.verbatim("One. Two. Three.", 10))
SENTENCES = [
    Segment(number + 10, Text.verbatim(text, origin))
    for number, (text, origin) in enumerate([("One.", 10), ("Two.", 15), ("Three.", 20)])
]
SOURCES = [Segment(number, Text.verbatim(text)) for number, text in enumerate(("Eins.", "Zwei."))]


def test_a_pair_of_the_whole_segment_is_behind_all_of_it() -> None:
    pair = Pair(SOURCES[0], PARAGRAPH)
    assert Beside([pair]).behind(PARAGRAPH, 5, 9) == [pair]


def test_sentences_are_found_by_their_place_in_the_file() -> None:
    pairs = [Pair(SOURCES[0], SENTENCES[0]), Pair(SOURCES[1], SENTENCES[1])]
    beside = Beside(pairs)
    assert beside.behind(PARAGRAPH, 5, 9) == [pairs[1]]
    assert beside.behind(PARAGRAPH, 2, 7) == pairs
    assert beside.behind(PARAGRAPH, 10, 16) == []


def test_two_sources_of_one_sentence_are_both_behind_it() -> None:
    pairs = [Pair(source, SENTENCES[0]) for source in SOURCES]
    assert Beside(pairs).behind(PARAGRAPH, 0, 4) == pairs
    assert Beside([]).behind(PARAGRAPH, 0, 4) == []
