import tracemalloc
from collections.abc import Iterator

import pytest

from qa.errors import QAError
from qa.formats import bilingual
from qa.formats.bilingual import cutting, tables
from qa.formats.xml import tmx
from qa.model import Document, Start


def table(rows: int) -> Iterator[str]:
    yield "source\ttarget\n"
    for row in range(rows):
        yield f"Der Hafen {row} ist still.\tThe port {row} is quiet.\n"


def in_parts(content: str, size: int, block: int) -> list[Document]:
    """Read a table or a memory in blocks of so many code points, in parts of so many rows."""
    rows = tmx.rows if content.startswith("<") else tables.tabs
    blocks = (content[at : at + block] for at in range(0, len(content), block))
    return list(bilingual.parts(blocks, lambda found: rows(found, "x"), "x", size))


def read(rows: int) -> list[tuple[int, Start]]:
    found = bilingual.parts(table(rows), lambda blocks: tables.tabs(blocks, "x"), "x")
    return [(len(part.segments), part.start) for part in found]


@pytest.mark.parametrize(
    ("rows", "sizes"), [(1, [1]), (2_000, [2_000]), (2_001, [2_000, 1]), (4_000, [2_000] * 2)]
)
def test_a_part_has_two_thousand_rows(rows: int, sizes: list[int]) -> None:
    assert [size for size, _ in read(rows)] == sizes


def test_a_part_knows_where_it_starts() -> None:
    assert read(2_001)[1][1] == Start(len("".join(table(2_000))), 2_002, 1)


def test_a_part_may_start_in_the_middle_of_a_line() -> None:
    unit = "<tu><tuv xml:lang='de'><seg>Rad</seg></tuv><tuv xml:lang='en'><seg>{}</seg></tuv></tu>"
    content = "<tmx>\n" + unit.format("wheel") + unit.format("bike") + "</tmx>"
    first, second = in_parts(content, 1, 7)
    assert second.start.line == 2
    assert second.start.column == len(first.content) - len("<tmx>\n") + 1


def peak(rows: int) -> int:
    tracemalloc.start()
    read(rows)
    found = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return found


def test_memory_does_not_grow_with_the_file() -> None:
    read(10)
    assert peak(12_000) < 1.2 * peak(4_000)


def test_more_than_a_part_may_hold_without_a_row_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(cutting, "LIMIT", 1_000)
    content = "<tmx>" + " " * 2_000 + "</tmx>"
    with pytest.raises(QAError, match="x:1: from here on there are"):
        in_parts(content, 10, 100)


def test_a_file_whose_first_translation_comes_late_is_read() -> None:
    content = "source\ttarget\n" + "Rad\t\n" * 5 + "Tür\tdoor\n"
    found = in_parts(content, 2, 50)
    assert [len(part.segments) for part in found] == [0, 0, 1]
    with pytest.raises(QAError, match="has no segment with a translation"):
        in_parts("source\ttarget\n" + "Rad\t\n" * 5, 2, 50)
