from pathlib import Path

import pytest

from qa.errors import QAError
from qa.scoring.packed import Packed
from qa.scoring.reading.given_files import GivenFiles
from qa.scoring.reading.roles import Columns

ANY = Columns()


def written(path: Path, content: str) -> str:
    path.parent.mkdir(exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return str(path)


def test_systems_of_one_name_are_told_apart_by_path_and_order(tmp_path: Path) -> None:
    one = written(tmp_path / "one" / "out.txt", "a\n")
    two = written(tmp_path / "two" / "out.txt", "b\n")
    files = GivenFiles([one, two, two], [one], None, None)
    assert [system.name for system in files.systems(ANY)] == [one, two, f"{two} #2"]


def test_hypotheses_references_and_source_may_stand_in_one_file(tmp_path: Path) -> None:
    content = "hyp:N\thyp:S\tref1\tref2\tsrc\tdomain\tdocid\na\tb\tc\td\te\tnews\t1\n"
    files = GivenFiles([written(tmp_path / "all.tsv", content)], [], None, None)
    assert [system.name for system in files.systems(ANY)] == ["N", "S"]
    assert [reference.cells for reference in files.references(ANY)] == [
        Packed(("c",)),
        Packed(("d",)),
    ]
    source = files.source(ANY)
    assert source is not None
    assert source.cells == Packed(("e",))
    assert files.columns(ANY) == {"domain": Packed(("news",))}
    assert [cells for _, cells in files.documents(ANY)] == [Packed(("1",))]


def test_what_a_reference_says_counts_more_than_what_a_candidate_says(tmp_path: Path) -> None:
    candidate = written(tmp_path / "h.tsv", "text\tdomain\tdocid\na\tx\t1\n")
    reference = written(tmp_path / "r.tsv", "text\tdomain\tdocid\na\ty\t2\n")
    files = GivenFiles([candidate], [reference], None, None)
    assert files.columns(ANY) == {"domain": Packed(("y",))}
    assert [cells for _, cells in files.documents(ANY)] == [Packed(("2",)), Packed(("1",))]


@pytest.mark.parametrize(
    ("candidates", "references", "expected"),
    [
        ([], ["r.txt"], "nothing to score"),
        (["-"], ["-"], "standard input can be read once"),
    ],
)
def test_what_cannot_be_read_is_refused_before_reading(
    candidates: list[str], references: list[str], expected: str
) -> None:
    with pytest.raises(QAError, match=expected):
        GivenFiles(candidates, references, None, None)


def test_no_reference_at_all_is_refused(tmp_path: Path) -> None:
    files = GivenFiles([written(tmp_path / "h.txt", "a\n")], [], None, None)
    with pytest.raises(QAError, match="no reference"):
        files.references(ANY)
