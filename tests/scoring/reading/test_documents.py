from qa.scoring.packed import Packed
from qa.scoring.reading.documents import blank_lines, divided
from qa.scoring.reading.tables import Table


def plain(*lines: str) -> Table:
    return Table("a.txt", {"text": lines}, range(1, len(lines) + 1), plain=True)


def test_blank_lines_that_all_files_have_divide_documents() -> None:
    table = plain("a", "b", "", "c", "", "", "d", "")
    blank = blank_lines([table, plain("1", "2", "", "3", "", "", "4", "")])
    assert blank == [2, 4, 5, 7]
    found = divided({"a.txt": table}, blank)["a.txt"]
    assert found.columns == {
        "text": Packed(("a", "b", "c", "d")),
        "document": Packed(("1", "1", "2", "3")),
    }
    assert found.number(2) == 4


def test_blank_lines_at_the_ends_leave_one_document() -> None:
    found = divided({"a.txt": plain("", "a", "b", "")}, [0, 3])["a.txt"]
    assert found.columns == {"text": Packed(("a", "b"))}


def test_blank_lines_of_some_files_are_segments() -> None:
    assert blank_lines([plain("a", "", "b"), plain("1", "2", "3")]) == []
    assert blank_lines([plain("a", "", "b"), Table("a.tsv", {"text": ("1", "", "3")})]) == []
    table = plain("a", "", "b")
    assert divided({"a.txt": table}, []) == {"a.txt": table}
