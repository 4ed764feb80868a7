import pytest
from conformance import assert_conforms, contents, flagged, place
from hypothesis import given
from hypothesis import strategies as st

from qa.formats.plain import read
from qa.model import Document, SegmentKind

HEADING, ITEM, PARAGRAPH = SegmentKind.HEADING, SegmentKind.ITEM, SegmentKind.PARAGRAPH


def document_of(content: str) -> Document:
    document = read(content, "x.txt")
    assert_conforms(document)
    return document


def segments_of(content: str) -> list[tuple[SegmentKind, str]]:
    return [(segment.kind, segment.text.content) for segment in document_of(content).segments]


def paragraphs_of(content: str) -> list[str]:
    return contents(document_of(content))


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_blank_lines_separate_paragraphs(line_break: str) -> None:
    content = line_break.join(["One here.", "", "Two here.", " \t", "", "Three here.", ""])
    assert paragraphs_of(content) == ["One here.", "Two here.", "Three here."]


def test_wrapped_lines_are_one_paragraph_with_its_line_breaks() -> None:
    content = (
        "The ferry left the harbour before the\r\n"
        "fog had lifted, and nobody on the quay\r\n"
        "saw it go.\r\n"
    )
    assert paragraphs_of(content) == [content.strip()]


def test_a_line_that_had_room_for_the_next_word_ends_a_paragraph() -> None:
    content = (
        "The ferry left the harbour before the\n"
        "fog had lifted.\n"
        "Nobody who stood on the quay that day\n"
        "saw it go.\n"
    )
    first, second = paragraphs_of(content)
    assert first.endswith("lifted.")
    assert second.startswith("Nobody")


def test_a_short_line_inside_a_sentence_does_not_end_a_paragraph() -> None:
    content = (
        "After the revision of the second chapter, the\n"
        "editors removed three words here\n"
        "and left the rest of the lines alone.\n"
    )
    assert paragraphs_of(content) == [content.strip()]


def test_long_lines_are_not_wrapped() -> None:
    content = "\n".join(["A word and " * 12 + "an end.", "Short one.", "Another short one."])
    assert paragraphs_of(content) == content.split("\n")


def test_chinese_lines_are_wrapped_at_any_character() -> None:
    full = "渡轮在大雾散去之前离开了港口码头上没有人"
    first = f"{full}\n{full[:-1]}\n看见它离开。"
    second = "第二天它又回来了大家都站在码头上等着它们"
    assert paragraphs_of(f"{first}\n{second}\n") == [first, second]


def test_a_short_line_of_its_own_without_final_punctuation_is_a_heading() -> None:
    content = "Before the fog\n\nThe ferry left.\n\nAfter it"
    assert segments_of(content) == [
        (HEADING, "Before the fog"),
        (PARAGRAPH, "The ferry left."),
        (PARAGRAPH, "After it"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "It was late.",
        "“Who is there?”",
        "They brought these things:",
        "This is a line of its own that has quite a few more than twelve words",
        "„So geht das nicht!“",
        "他们离开了。",
        "— a dash first",
    ],
)
def test_other_lines_of_their_own_are_no_headings(line: str) -> None:
    assert segments_of(f"{line}\n\nThe end came.")[0] == (PARAGRAPH, line)


def test_bullets_are_no_part_of_an_item() -> None:
    content = "Pack:\n- a rope\n- two lamps\n* a map\n• water\n1. bread\n2) salt\n"
    kinds, words = zip(*segments_of(content), strict=True)
    assert words == ("Pack:", "a rope", "two lamps", "a map", "water", "bread", "salt")
    assert kinds == (PARAGRAPH, *[ITEM] * 6)


def test_an_item_of_its_own_block_is_an_item() -> None:
    assert segments_of("- a rope\n\n- two lamps") == [(ITEM, "a rope"), (ITEM, "two lamps")]


def test_the_longest_item_of_a_list_does_not_swallow_the_next() -> None:
    content = "- a rope that is long enough for the cliff\n- a lamp"
    assert paragraphs_of(content) == ["a rope that is long enough for the cliff", "a lamp"]


def test_indented_lines_belong_to_the_item_above() -> None:
    content = "- a rope\n  for the cliff\n- a lamp\nNo item any more"
    assert paragraphs_of(content)[0] == "a rope\n  for the cliff"


@pytest.mark.parametrize("chance", ["- or so it seemed", "12. Mai", "* see below"])
def test_what_looks_like_a_bullet_in_a_wrapped_paragraph_is_none(chance: str) -> None:
    content = f"They arrived in the old town on the\n{chance} and left"
    assert segments_of(content) == [(PARAGRAPH, content)]


def test_rules_separate_and_are_no_text() -> None:
    content = "Title\n=====\nText of it\n-----\nMore\n\n* * *\n\nEnd"
    assert paragraphs_of(content) == ["Title", "Text of it", "More", "End"]


def test_a_bare_bullet_is_text() -> None:
    assert paragraphs_of("-\n\n1.\n\n- ") == ["-", "1.", "-"]


@pytest.mark.parametrize("before", ["", "é", "e\u0301 ", "𝄞 ", "\u200f", "一\r\n\r\n"])
def test_words_after_unusual_characters_are_flagged_where_they_stand(before: str) -> None:
    document = document_of(f"{before}a word here.")
    assert flagged(document, "word") == "word"
    assert place(document, "word") == len(before) + 2


def test_form_feeds_and_other_spaces_at_the_edges_are_trimmed() -> None:
    assert paragraphs_of("\x0c\u00a0Page one.\u3000\n\n\x0cPage two.") == ["Page one.", "Page two."]


def test_nothing_but_white_space_has_no_segments() -> None:
    assert paragraphs_of(" \n\r\n\u2003\n") == []


LINES = st.lists(
    st.text(alphabet=st.sampled_from("aB1-*•=.,) \t\r\x0c漢𝄞\u0301\u2028"), max_size=12)
)


@given(st.text() | LINES.map("\n".join))
def test_any_text_is_read_and_every_run_points_at_its_text(content: str) -> None:
    document_of(content)


@given(LINES.map("\n".join))
def test_no_word_is_lost(content: str) -> None:
    read_words = "".join("".join(paragraphs_of(content)).split())
    assert [c for c in read_words if c.isalpha()] == [c for c in content if c.isalpha()]


def test_long_lines_and_many_lines_take_no_more_time_than_their_length() -> None:
    assert len(paragraphs_of("word " * 200_000)) == 1
    assert paragraphs_of("\n" * 1_000_000 + "end") == ["end"]
    assert paragraphs_of("start" + "\n " * 500_000) == ["start"]
    assert len(paragraphs_of("- a\n" * 20_000)) == 20_000
