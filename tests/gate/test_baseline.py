"""Known findings stay known while their words do."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from finding_reports import checked, written
from msgspec.structs import replace

from qa.errors import QAError
from qa.findings import DocumentReport
from qa.gate import baseline

OLD = "The mayor said the the vote was over.\n\nThe press asked whether the talks talks went on.\n"
Documents = Sequence[DocumentReport]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(folder: Path, text: str = OLD, name: str = "a.txt") -> Documents:
    return checked(written(folder, text, name), select=("repeated-word",)).documents[:]


def marked(documents: Documents, known: baseline.Baseline, folder: Path) -> Documents:
    matching = baseline.Matching(known, folder, [one.path for one in documents])
    return tuple(map(matching.marked, documents))


def standing(documents: Documents) -> list[str]:
    return [one.text for doc in documents for one in doc.findings if one.suppressed is None]


def test_only_what_is_new_stands(folder: Path) -> None:
    known = baseline.made(run(folder), folder)
    moved = f"A new beginning.\n\n{OLD}\nThey left in in haste.\n"
    documents = marked(run(folder, moved), known, folder)
    assert standing(documents) == ["in in"]
    assert [one.suppressed for one in documents[0].findings] == ["baseline", "baseline", None]


def test_the_same_words_once_more_are_new(folder: Path) -> None:
    known = baseline.made(run(folder), folder)
    assert standing(marked(run(folder, OLD + "\n" + OLD), known, folder)) == [
        "the the",
        "talks talks",
    ]


def test_a_renamed_file_keeps_what_is_known_and_a_copy_does_not(folder: Path) -> None:
    known = baseline.made(run(folder), folder)
    copy = run(folder, OLD, "copy.txt")
    assert len(standing(marked(copy, known, folder))) == 2
    (folder / "a.txt").unlink()
    assert standing(marked(copy, known, folder)) == []


def test_paths_are_relative_to_the_baseline(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "desk").mkdir()
    documents = run(folder, OLD, "desk/a.txt")
    known = baseline.made(documents, folder)
    assert {one.path for one in known.findings} == {"desk/a.txt"}
    monkeypatch.chdir(folder / "desk")
    again = checked("a.txt", select=("repeated-word",)).documents[:]
    assert standing(marked(again, known, folder)) == []


def test_the_difference_is_what_is_new_and_what_is_gone(folder: Path) -> None:
    known = baseline.made(run(folder), folder)
    changed = run(folder, OLD.replace("the the", "the").replace("went on", "went badly badly"))
    difference = baseline.compared(changed, known, folder)
    assert [one.text for _, one in difference.new] == ["talks talks", "badly badly"]
    assert sorted(one.text for one in difference.gone) == ["talks talks", "the the"]
    assert next(iter(baseline.lines(difference))) == (
        "+ a.txt:3:29  warning  “talks talks” (repeated-word)"
    )


def test_pruning_drops_what_is_gone_and_nothing_of_other_files(folder: Path) -> None:
    both = [*run(folder), *run(folder, "They met in in Oslo.\n", "b.txt")]
    known = baseline.made(both, folder)
    left = baseline.pruned(run(folder, "All is well.\n"), known, folder)
    assert [one.path for one in left.findings] == ["b.txt"]
    (folder / "b.txt").unlink()
    assert baseline.pruned(run(folder, "All is well.\n"), known, folder).findings == ()


def test_writing_for_some_files_keeps_what_is_known_of_others(folder: Path) -> None:
    before = baseline.made(run(folder, "They met in in Oslo.\n", "b.txt"), folder)
    made = baseline.made(run(folder), folder, before)
    assert sorted(one.text for one in made.findings) == ["in in", "talks talks", "the the"]


def test_what_was_written_is_read_and_has_a_line_for_each_finding(folder: Path) -> None:
    known = baseline.made(run(folder), folder)
    baseline.write(known, folder / "known.json")
    assert baseline.read(folder / "known.json") == known
    lines = (folder / "known.json").read_text().splitlines()
    assert sum("fingerprint" in line for line in lines) == 2
    baseline.write(baseline.Baseline(), folder / "none.json")
    assert baseline.read(folder / "none.json") == baseline.Baseline()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "is not a baseline"),
        ('{"findings": 3, "schema": "qa-baseline/1"}', "is not a baseline"),
        ('{"findings": [], "schema": "qa-baseline/2"}', "of schema 'qa-baseline/2'"),
        (None, "cannot be read"),
    ],
)
def test_a_damaged_baseline_is_refused(content: str | None, said: str, folder: Path) -> None:
    if content is not None:
        (folder / "known.json").write_text(content)
    with pytest.raises(QAError, match=said):
        baseline.read(folder / "known.json")


def test_what_a_comment_silences_is_not_taken_in(folder: Path) -> None:
    silent = "They met in in Oslo. <!-- qa:ignore repeated-word -->\n"
    assert baseline.made(run(folder, silent, "a.md"), folder).findings == ()


def test_a_dismissal_keeps_its_reason_from_baseline_to_baseline(folder: Path) -> None:
    first, second = baseline.made(run(folder), folder).findings
    judged = baseline.Baseline((replace(first, reason="intended (a song)"), second))
    baseline.write(judged, folder / "known.json")
    documents = marked(run(folder), baseline.read(folder / "known.json"), folder)
    assert sorted(one.suppressed or "" for one in documents[0].findings) == [
        "baseline",
        "dismissed (intended (a song))",
    ]
    assert baseline.made(documents, folder) == judged
