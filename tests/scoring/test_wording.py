"""Words and marks of a segment, and what two segments do not share."""

from qa.scoring import wording


def marked(text: str, spans: wording.Spans) -> list[str]:
    return [text[start:end] for start, end in spans]


def test_marks_are_tokens_of_their_own() -> None:
    assert wording.written("„Nein“, rief er.", "de") == ["„", "Nein", "“", ",", "rief", "er", "."]


def test_an_elided_article_is_a_word_where_the_language_has_them() -> None:
    assert wording.written("l'arbre", "fr") == ["l'", "arbre"]
    assert wording.written("o'clock", "en") == ["o'clock"]


def test_neighbouring_words_that_differ_make_one_span() -> None:
    left, right = "The old bridge fell down.", "The very tall tower fell down!"
    spans = wording.differences(left, right, "en")
    assert marked(left, spans[0]) == ["old bridge", "."]
    assert marked(right, spans[1]) == ["very tall tower", "!"]


def test_what_only_one_side_has_leaves_the_other_without_a_span() -> None:
    left, right = "She never sings", "She sings"
    assert wording.differences(left, right, "en") == (((4, 9),), ())


def test_capital_letters_are_a_difference() -> None:
    assert wording.differences("Berg", "berg", "de") == (((0, 4),), ((0, 4),))


def test_characters_are_compared_where_no_spaces_stand_between_words() -> None:
    left, right = "我喜欢红茶", "我喜欢绿茶"
    spans = wording.differences(left, right, "zh")
    assert (marked(left, spans[0]), marked(right, spans[1])) == (["红"], ["绿"])


def test_spans_count_code_points_and_not_bytes() -> None:
    left, right = "😀😀 gut", "😀😀 schlecht"
    assert wording.differences(left, right, "de") == (((3, 6),), ((3, 11),))


def test_equal_and_empty_segments_do_not_differ() -> None:
    assert wording.differences("same", "same", "en") == ((), ())
    assert wording.differences("", "", "en") == ((), ())
    assert wording.differences("", "all of it", "en") == ((), ((0, 9),))


def test_words_are_counted_without_regard_to_capitals() -> None:
    assert wording.frequencies(["Rain, rain.", "No rain"], "en") == {"rain": 3, "no": 1}
