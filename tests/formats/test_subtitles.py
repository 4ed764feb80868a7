import pytest
from conformance import assert_conforms, contents, flagged, place
from hypothesis import given
from hypothesis import strategies as st

from qa.formats.subtitles import read
from qa.model import Document


def document_of(content: str) -> Document:
    document = read(content, "x.srt")
    assert_conforms(document)
    return document


def cues(*texts: str, end: str = "\n") -> str:
    found = (
        f"{number}\n00:00:{number:02},000 --> 00:00:{number:02},900\n{text}\n"
        for number, text in enumerate(texts, 1)
    )
    return "\n".join(found).replace("\n", end)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_sentence_goes_on_from_line_to_line_and_from_cue_to_cue(end: str) -> None:
    content = cues("The port\nhas not been", "as quiet as this", "since May.", "Really?", end=end)
    document = document_of(content)
    assert [text.replace(end, " ") for text in contents(document)] == [
        "The port has not been as quiet as this since May.",
        "Really?",
    ]
    assert place(document, "since") == content.index("since")


def test_a_dash_tells_that_another_one_speaks() -> None:
    found = contents(document_of(cues("- Who told you\n- The mayor\ndid", "- Did he?")))
    assert found == ["Who told you", "The mayor\ndid", "Did he?"]


def test_formatting_is_left_out_and_references_are_flagged_as_a_whole() -> None:
    document = document_of(cues("{\\an8}<i>Tom &amp; <font color='x'>Jerry</font></i> left."))
    assert contents(document) == ["Tom & Jerry left."]
    assert flagged(document, "&") == "&amp;"


def test_without_final_points_only_small_letters_go_on() -> None:
    found = contents(
        document_of(cues("The port", "is quiet", "Ships wait", "港は静か", "船が待つ"))
    )
    assert found == ["The port is quiet", "Ships wait", "港は静か", "船が待つ"]


def test_in_a_file_with_points_a_noun_goes_on() -> None:
    found = contents(document_of(cues("Er kauft das", "Haus am Hafen.", "Gut.", "Ja…", "…und du?")))
    assert found == ["Er kauft das Haus am Hafen.", "Gut.", "Ja… …und du?"]


def test_web_captions_have_a_head_comments_and_styles() -> None:
    content = (
        "WEBVTT\nKind: captions\nLanguage: en-gb\n\nSTYLE\n::cue { color: red }\n\n"
        "NOTE 00:01 --> no cue\n\nintro\n00:01.000 --> 00:02.000 align:start\n<v Ann>Hello!\n\n"
        "01:00:02.500 --> 01:00:04.000\n<c.x>Two</c> of us.\n"
    )
    document = document_of(content)
    assert contents(document) == ["Hello!", "Two of us."]
    assert document.language == "en-GB"


def test_a_sentence_without_an_end_does_not_grow_for_ever() -> None:
    assert len(contents(document_of(cues(*["and so on and so on"] * 99)))) > 1


@pytest.mark.parametrize("text", ["<" * 200_000, "{\\" * 100_000, "- " * 100_000, "&" * 200_000])
def test_long_lines_are_read_once(text: str) -> None:
    assert document_of(cues(f"{text}end")).segments[-1].text.content.endswith("end")


PIECES = [
    "1\n",
    "00:01,0 --> 00:02,0\n",
    "\n",
    "\r\n",
    "a",
    "- ",
    "<i>",
    "&amp;",
    "{\\i}",
    "é ",
    ".",
]


@given(st.text() | st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_text_is_read_and_every_run_points_at_its_text(content: str) -> None:
    document_of(content)
