import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.formats.commonmark.blocks import FileLines
from qa.formats.commonmark.parser import parse
from qa.formats.markup.assembly import Source

MARKS = st.text(
    alphabet=st.sampled_from("> -+1.#=~`|\\:*_[]()<!b a\t\n\r\u00a0\x1cé𝄞"), max_size=60
)


def places_of(content: str) -> list[tuple[str, str]]:
    """Return the content of every block and what of the file its cut stands for."""
    found = []
    for token in parse(content, 0):
        cut = token.meta.get("cut")
        if cut and token.content:
            start = cut.content.index(token.content)
            found.append((token.content, stretch(content, cut.source, start, token.content)))
    return found


def stretch(file: str, source: Source, start: int, content: str) -> str:
    stretches = source.stretches(start, start + len(content))
    return "".join(file[opening:closing] for opening, closing in stretches)


@pytest.mark.parametrize(
    "content",
    [
        "word",
        "   word",
        "## word ##",
        "  #\tword",
        "#\u00a0x\n\nword",
        "word\n===",
        "> word",
        ">word",
        ">\tword",
        "> > - 1. word",
        "-\tword",
        "10) word",
        "- [x] word",
        "> [!NOTE]\n> word",
        "\u00a0\nword",
        "<div>\nword\n</div>",
        "> <p>word",
    ],
)
def test_a_block_stands_where_it_is_written(content: str) -> None:
    block, place = places_of(content)[-1]
    assert place.rstrip("\n") == block.rstrip("\n")
    assert "word" in place


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_lines_lose_the_marks_of_what_they_stand_in(line_break: str) -> None:
    content = line_break.join(["> - one", ">   two", ">\tthree", "four"])
    assert places_of(content)[0][1] == line_break.join(["one", "two", "three", "four"])


def test_cells_lose_the_backslash_before_a_pipe() -> None:
    cells = places_of("| a \\| b | c\n|---|---|\nd \\\\| e\n| f | g | too much |\n")
    assert [place for _, place in cells] == ["a | b", "c", "d \\| e", "f", "g"]


def test_an_empty_cell_has_no_content() -> None:
    assert [place for _, place in places_of("|a|b|\n|-|-|\n||c|\n")] == ["a", "b", "c"]


def test_lines_end_before_and_after_their_line_breaks() -> None:
    lines = FileLines.of("-\na\r\nb\rc", 2)
    assert lines.ends == (3, 6, 8)
    assert lines.stops == (5, 7, 8)


@given(MARKS)
def test_every_character_of_a_block_stands_in_its_stretch(content: str) -> None:
    for block, place in places_of(content):
        words = [character for character in block if not character.isspace()]
        assert [character for character in place if not character.isspace()] == words


@given(MARKS, st.sampled_from(["\n", "\r\n"]))
def test_what_stands_before_the_start_is_not_read(content: str, line_break: str) -> None:
    front = f"---{line_break}a{line_break}---{line_break}"
    there = [token.content for token in parse(front + content, len(front))]
    assert there == [token.content for token in parse(content, 0)]
