from pathlib import Path

import pytest

from qa.errors import QAError
from qa.scoring.model import System, TestSet
from qa.scoring.packed import Packed
from qa.scoring.reading import read


def written(folder: Path, name: str, *lines: str) -> str:
    path = folder / name
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return str(path)


def test_lines_become_systems_and_a_test_set(tmp_path: Path) -> None:
    candidate = written(tmp_path, "h.txt", "uno", "dos")
    reference = written(tmp_path, "r.txt", "Uno.", "Dos.")
    source = written(tmp_path, "s.txt", "one", "two")
    found = read([candidate], [reference], source, target_language="es")
    assert found.systems == (System("h.txt", Packed(("uno", "dos"))),)
    assert found.test_set == TestSet(
        references=(Packed(("Uno.", "Dos.")),),
        sources=Packed(("one", "two")),
        target_language="es",
    )
    assert found.warnings == ()


def test_gaps_are_none_unless_a_segment_has_no_reference_at_all(tmp_path: Path) -> None:
    candidate = written(tmp_path, "h.txt", "a", "b", "c", "d")
    first = written(tmp_path, "r1.txt", "1", "", "", "4")
    second = written(tmp_path, "r2.txt", "1", "2", "", "")
    found = read([candidate], [first, second])
    assert found.test_set.references == (
        Packed(("1", None, "", "4")),
        Packed(("1", "2", None, None)),
    )
    assert [warning.split("/")[-1] for warning in found.warnings] == [
        "r1.txt: no reference at line 3: nothing can match there"
    ]


def test_blank_lines_in_every_file_divide_documents(tmp_path: Path) -> None:
    candidate = written(tmp_path, "h.txt", "a", "", "b", "c")
    reference = written(tmp_path, "r.txt", "1", "", "2", "3")
    found = read([candidate], [reference])
    assert found.test_set.documents == Packed(("1", "2", "2"))
    assert found.test_set.size == 3
    assert "1 blank line in the same place of every file" in found.warnings[0]


def test_columns_are_found_by_name_or_option(tmp_path: Path) -> None:
    candidate = written(tmp_path, "h.tsv", "id\tours", "1\ta", "2\tb")
    reference = written(tmp_path, "r.csv", "gold,article,domain", "c,x,news", "d,y,chat")
    found = read(
        [candidate],
        [reference],
        text_column="ours",
        reference_column="gold",
        document_column="article",
    )
    assert found.systems[0].hypotheses == Packed(("a", "b"))
    assert found.test_set.references == (Packed(("c", "d")),)
    assert found.test_set.documents == Packed(("x", "y"))
    assert found.test_set.columns == {"domain": Packed(("news", "chat")), "id": Packed(("1", "2"))}


def test_missing_hypotheses_are_empty_and_said_out_loud(tmp_path: Path) -> None:
    candidate = written(tmp_path, "h.jsonl", '{"text": "a"}', '{"text": null}')
    found = read([candidate], [written(tmp_path, "r.txt", "1", "2")])
    assert found.systems[0].hypotheses == Packed(("a", ""))
    assert found.warnings[-1].endswith("h.jsonl: no hypothesis at segment 2")


@pytest.mark.parametrize("short", ["candidate", "second reference", "source"])
def test_every_stream_has_to_match_the_first_reference(tmp_path: Path, short: str) -> None:
    whole = written(tmp_path, "whole.txt", "a", "b", "c")
    cut = written(tmp_path, "cut.txt", "a", "b")
    with pytest.raises(QAError, match=r"has 2 lines.*has 3 lines"):
        read(
            [cut if short == "candidate" else whole],
            [whole, cut if short == "second reference" else whole],
            cut if short == "source" else whole,
        )


def test_a_reference_file_for_each_segment_is_refused(tmp_path: Path) -> None:
    single = [written(tmp_path, f"r{number}.txt", "a") for number in range(3)]
    with pytest.raises(QAError, match="as has every other of the 3 reference files"):
        read([written(tmp_path, "h.txt", "a", "b", "c")], single)


def test_real_test_sets_are_read_without_a_false_alarm(shared: Path) -> None:
    paths = sorted((shared / "data" / "wmt-documents").glob("wmt21.*-de.jsonl.xz"))
    if not paths:
        pytest.skip("the test sets are not there")
    for path in paths:
        found = read([str(path)], [])
        assert found.test_set.target_language == "de"
        assert found.test_set.documents is not None
        assert len(found.systems) > 5
        assert found.warnings == ()
