from qa.scoring.packed import Packed
from qa.scoring.reading.tables import Rows, Stream, Table, folded


def test_a_row_without_a_column_has_a_missing_cell() -> None:
    rows = Rows()
    rows.add({"a": "1"}, 5)
    rows.add({"b": "2"}, 9)
    table = rows.table("x.tsv")
    assert table.columns == {"a": Packed(("1", None)), "b": Packed((None, "2"))}
    assert table.place(1) == "x.tsv:9"
    assert table.size == 2


def test_a_table_without_lines_numbers_its_segments() -> None:
    assert Table("a.xlf", {"text": Packed(("one", "two"))}).place(1) == "a.xlf:2"


def test_a_reduced_table_keeps_the_lines_of_what_it_keeps() -> None:
    table = Table("a.txt", {"text": ("one", "", "two")}, range(1, 4), plain=True)
    reduced = table.reduced([0, 2], {"document": Packed(("1", "2"))})
    assert reduced.columns == {"text": Packed(("one", "two")), "document": Packed(("1", "2"))}
    assert reduced.number(1) == 3


def test_a_stream_is_called_by_its_file_unless_it_has_a_name_of_its_own() -> None:
    table = Table("runs/a.txt", {})
    assert Stream("a.txt", table, ()).said == "runs/a.txt"
    assert Stream("North", table, ()).said == "runs/a.txt (North)"


def test_cells_with_several_lines_become_one() -> None:
    assert folded("one\n  two \r\n") == "one two"
    assert folded("one  two ") == "one  two"
