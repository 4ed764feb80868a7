"""Fingerprints hold through everything but a change of the words and their neighbours."""

from hypothesis import given, settings
from hypothesis import strategies as st

import qa
from qa import Config, formats

SLIP = "Most reporters said the the minister had left early on Monday."
WORDS = st.lists(
    st.sampled_from(["talks", "went", "well", "in", "Oslo", "today", "😀", "über"]), max_size=30
)
SPACES = st.sampled_from([" ", "  ", "\n", "\r\n", "  \n ", "\n   "])


def prints(text: str) -> list[str]:
    """Return the fingerprints of doubled words, in order."""
    document = formats.read_text(text, "a.md", ".md")
    report = qa.check(document, language="en", config=Config(select=("repeated-word",)))
    return [one.fingerprint for one in report.findings]


def paragraph(words: list[str]) -> str:
    """Return the words without any twice in a row."""
    return " ".join(word for at, word in enumerate(words) if words[at - 1 : at] != [word])


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, max_size=4), st.lists(WORDS, max_size=4))
def test_they_hold_when_paragraphs_come_and_go(
    before: list[list[str]], after: list[list[str]]
) -> None:
    text = "\n\n".join([*map(paragraph, before), SLIP, *map(paragraph, after)])
    assert prints(SLIP)[0] in prints(text)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_they_hold_when_lines_are_broken_elsewhere(data: st.DataObject) -> None:
    words = SLIP.split(" ")
    spaces = data.draw(st.lists(SPACES, min_size=len(words), max_size=len(words)))
    text = "".join(word + space for word, space in zip(words, spaces, strict=True))
    assert prints(text) == prints(SLIP)


@settings(max_examples=40, deadline=None)
@given(WORDS, WORDS)
def test_they_hold_when_the_paragraph_changes_further_away(
    before: list[str], after: list[str]
) -> None:
    text = f"{paragraph(before)} then {SLIP} Then {paragraph(after)}"
    assert prints(SLIP)[0] in prints(text)


def test_a_change_of_a_neighbour_makes_another_finding() -> None:
    assert prints(SLIP) != prints(SLIP.replace("minister", "mayor"))


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 6))
def test_one_more_of_the_same_leaves_the_others_as_they_are(copies: int) -> None:
    fewer, more = prints("\n\n".join([SLIP] * copies)), prints("\n\n".join([SLIP] * (copies + 1)))
    assert len(set(more)) == copies + 1
    assert more[:copies] == fewer


def test_text_without_spaces_has_neighbours_too() -> None:
    marks = "の" * 300
    texts = [f"{marks}今日{tail}（未完{'。' * 3}" for tail in ("東京", "大阪")]
    found = [qa.check(text, language="ja").findings for text in texts]
    assert [one.fingerprint for one in found[0]] != [one.fingerprint for one in found[1]]
