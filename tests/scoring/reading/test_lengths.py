import pytest

from qa.errors import QAError
from qa.scoring.reading.lengths import require_same, require_whole
from qa.scoring.reading.tables import Stream, Table

LINES = tuple(f"Chapter {number} tells of {number * number} ships" for number in range(40))


def stream(name: str, cells: tuple[str, ...]) -> Stream:
    table = Table(name, {"text": cells}, range(1, len(cells) + 1), plain=True)
    return Stream(name, table, cells)


def refusal(cells: tuple[str, ...], reference: tuple[str, ...] = LINES) -> QAError:
    with pytest.raises(QAError) as caught:
        require_same(stream("h.txt", cells), stream("r.txt", reference))
    return caught.value


def test_streams_of_one_length_pass() -> None:
    require_same(stream("h.txt", LINES), stream("r.txt", LINES))


def test_the_message_has_both_counts_the_place_and_the_lines_around() -> None:
    error = refusal((*LINES[:20], *LINES[21:]))
    assert error.message.split("\n") == [
        "h.txt:21: h.txt has 39 lines, r.txt has 40 lines; here they stop matching:",
        "  = h.txt:20: Chapter 19 tells of 361 ships",
        "  = r.txt:20: Chapter 19 tells of 361 ships",
        "  + r.txt:21: Chapter 20 tells of 400 ships",
        "  = h.txt:21: Chapter 21 tells of 441 ships",
        "  = r.txt:22: Chapter 21 tells of 441 ships",
    ]
    assert error.hint == "1 line of r.txt (+) without counterpart in h.txt: add or take out"


def test_a_stream_that_ends_early_is_told_by_the_first_line_it_lacks() -> None:
    error = refusal(LINES[:30])
    assert error.message.startswith("r.txt:31: ")
    assert "+ … 8 lines more of r.txt" in error.message


def test_further_breaks_are_mentioned() -> None:
    hint = refusal((*LINES[:5], *LINES[6:30], *LINES[32:])).hint
    assert hint is not None
    assert hint.endswith("more such places further on")


def test_several_versions_in_a_file_are_recognised() -> None:
    assert "r.txt has 2 versions one after another" in refusal(LINES, LINES * 2).message


def test_unrelated_streams_are_said_to_be_so() -> None:
    error = refusal(("ja nein",) * 30, ("abc defg",) * 40)
    assert error.message.endswith("they do not match from the start")


def test_a_file_for_each_segment_is_recognised() -> None:
    other = stream("h.txt", LINES)
    with pytest.raises(QAError, match="every other of the 40 reference files"):
        require_whole([stream("r1.txt", ("one",))] * 40, other, "reference")
    require_whole([stream("r1.txt", ("one",))] * 39, other, "reference")
    require_whole([stream("r.txt", ("one",))], stream("h.txt", ("one",)), "reference")
