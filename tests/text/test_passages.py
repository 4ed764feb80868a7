"""The sentence around a place, quotations, and neighbours."""

import pytest

from qa.text.passages import neighbours, quoted, sentence_around, within


@pytest.mark.parametrize(
    ("content", "place", "sentence"),
    [
        ("One came. Two left. Three stayed.", "left", "Two left."),
        ("Dr. Smith saw Mr. J. Jones leave. He ran.", "saw", "Dr. Smith saw Mr. J. Jones leave."),
        ("He said: “Stop!” They ran on.", "ran", "They ran on."),
        ("今天下雨。他没来。", "他", "他没来。"),
        ("No full stop here", "stop", "No full stop here"),
        ("A heading\n\nA paragraph.", "paragraph", "A paragraph."),
    ],
)
def test_a_sentence_ends_with_its_full_stop(content: str, place: str, sentence: str) -> None:
    start = content.index(place)
    first, last = sentence_around(content, start, start + len(place))
    assert content[first:last] == sentence


@pytest.mark.parametrize(
    ("content", "hidden"),
    [
        ("She read “Die Welt” aloud.", ["“Die Welt”"]),
        ('She read "Die Welt" aloud.', ['"Die Welt"']),
        ("She read 'Die Welt' and didn't stop.", ["'Die Welt'"]),
        ("“This goes on in the next paragraph", ["“This goes on in the next paragraph"]),
        ("„Sie las ‚Die Welt‘ vor“, sagte er.", ["„Sie las ‚Die Welt‘ vor“"]),
        ("It's the dogs' dinner.", []),
    ],
)
def test_quotations_of_all_kinds_are_found_once(content: str, hidden: list[str]) -> None:
    assert [content[start:end] for start, end in quoted(content)] == hidden


def test_a_place_is_within_a_span_but_not_at_its_end() -> None:
    assert [offset for offset in range(8) if within([(1, 3), (5, 6)], offset)] == [1, 2, 5]


def test_neighbours_stand_beside_a_place_with_only_space_between() -> None:
    content = "the old town-hall clock, they say"
    start = content.index("hall")
    assert neighbours(content, start, start + 4) == ("town", "clock")
    assert neighbours(content, content.index("clock"), content.index("clock") + 5) == ("hall", "")
