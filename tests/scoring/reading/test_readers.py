from pathlib import Path

import pytest

from qa.errors import QAError
from qa.scoring.packed import Packed
from qa.scoring.reading import readers

XLIFF = (
    "<xliff version='1.2'><file><trans-unit><source>a</source><target>b</target></trans-unit>"
    "</file></xliff>"
)


@pytest.mark.parametrize("name", ["a.xlf", "a.sdlxliff", "a.xml"])
def test_xml_is_told_by_its_root(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(XLIFF, encoding="utf-8")
    assert readers.table(str(path)).columns["target"] == Packed(("b",))


@pytest.mark.parametrize("name", ["a.txt", "a.de", "plain"])
def test_an_unknown_suffix_means_lines(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("one \n\ntwo\r\n", encoding="utf-8", newline="")
    assert readers.table(str(path)).columns == {"text": Packed(("one", "", "two"))}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", ""),
        ("b.txt", "\n \n"),
        ("a.tsv", "text\n"),
        ("a.jsonl", ""),
        ("a.po", "# none"),
        ("a.xml", "<html/>"),
    ],
)
def test_a_file_without_segments_is_refused(tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(QAError):
        readers.table(str(path))


def outcome(path: Path) -> str:
    try:
        return "" if readers.table(str(path)).size else "nothing"
    except QAError as error:
        return error.message


def test_awkward_files_are_read_or_refused_in_words(shared: Path) -> None:
    kinds = {"csv", "po", "sdlxliff", "tmx", "tsv", "txt", "xlf", "xliff"}
    folder = shared / "data" / "file-formats"
    paths = [path for path in folder.glob("*/*") if path.parent.name in kinds]
    if not paths:
        pytest.skip("the awkward files are not there")
    refused = {path: outcome(path) for path in paths if outcome(path)}
    assert all(str(path) in message for path, message in refused.items())
    assert len(refused) <= 0.2 * len(paths)
