from pathlib import Path

import pytest

from qa.errors import QAError
from qa.scoring.packed import Packed
from qa.scoring.reading.delimited_columns import read_commas, read_tabs


def written(folder: Path, content: str) -> str:
    path = folder / "table"
    path.write_text(content, encoding="utf-8", newline="")
    return str(path)


def test_tabs_divide_cells_and_quotation_marks_are_text(tmp_path: Path) -> None:
    content = 'hypothesis\tdocid\r\n"Stop, he said\tone\r\n\r\nGo\ttwo\r\n'
    table = read_tabs(written(tmp_path, content))
    assert table.columns == {
        "hypothesis": Packed(('"Stop, he said', "Go")),
        "docid": Packed(("one", "two")),
    }
    assert list(table.lines) == [2, 4]


def test_missing_cells_at_the_end_of_a_row_are_none(tmp_path: Path) -> None:
    table = read_tabs(written(tmp_path, "reference\treference2\nA\tB\nC\nD\t\n"))
    assert table.columns["reference2"] == Packed(("B", None, ""))


def test_an_empty_line_under_a_single_name_is_an_empty_cell(tmp_path: Path) -> None:
    assert read_tabs(written(tmp_path, "text\nA\n\nB\n")).columns == {
        "text": Packed(("A", "", "B"))
    }


@pytest.mark.parametrize("mark", [",", ";"])
def test_quoted_cells_may_have_delimiters_and_line_ends(tmp_path: Path, mark: str) -> None:
    content = f'text{mark}domain\n"one{mark} ""two""\nthree"{mark}news\nfour{mark}chat\n'
    table = read_commas(written(tmp_path, content))
    assert table.columns["text"] == Packed((f'one{mark} "two" three', "four"))
    assert list(table.lines) == [2, 4]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("text,text\na,b\n", ":1: does not name the columns.*'text'"),
        ("", ":1: does not name"),
        ("text\na,b\n", ":2: has 2 cells"),
        ('text\n"open\n', ":2: is not a row"),
    ],
)
def test_the_line_that_is_wrong_is_named(tmp_path: Path, content: str, expected: str) -> None:
    with pytest.raises(QAError, match=expected):
        read_commas(written(tmp_path, content))
