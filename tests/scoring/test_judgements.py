"""Scores of people, read from a table."""

from pathlib import Path

import pytest

from qa.errors import QAError
from qa.scoring import judgements


def read(tmp_path: Path, content: str) -> dict[str, dict[int, float]]:
    path = tmp_path / "human.tsv"
    path.write_text(content, encoding="utf-8")
    return judgements.read(path, ["alpha", "beta"], 3)


def test_scores_of_one_segment_are_averaged(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "segment\tsystem\tscore\trater\n2\talpha\t70\tx\n2\talpha\t80\ty\n1\tbeta\t-1\tx\n",
    )
    assert found == {"alpha": {1: 75.0}, "beta": {0: -1.0}}


@pytest.mark.parametrize(
    ("content", "message", "hint"),
    [
        ("system\tscore\na\t1\n", "human.tsv:1: no column called segment", "divided by tabs"),
        ("system\tsegment\tscore\nalfa\t1\t2\n", ":2: there is no system 'alfa'", "'alpha'"),
        ("system\tsegment\tscore\nxyz\t1\t2\n", ":2: there is no system 'xyz'", "alpha, beta"),
        ("system\tsegment\tscore\nbeta\t4\t2\n", ":2: there is no segment 4", "from 1 to 3"),
        ("system\tsegment\tscore\nbeta\t1\tgood\n", ":2: segment '1', score 'good'", "73.5"),
        ("system\tsegment\tscore\nbeta\t1\n", ":2: segment '1', score 'None'", "73.5"),
        ("system\tsegment\tscore\nbeta\t1\tnan\n", ":2: a score that is no number", "leave"),
        ("system\tsegment\tscore\n", "there are no scores", "a row"),
        ("", "no column called score or segment or system", "divided by tabs"),
    ],
)
def test_what_is_wrong_is_named_by_its_line(
    tmp_path: Path, content: str, message: str, hint: str
) -> None:
    with pytest.raises(QAError) as caught:
        read(tmp_path, content)
    assert message in caught.value.message
    assert hint in (caught.value.hint or "")


def test_a_file_that_is_not_there_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(QAError, match="cannot be read"):
        judgements.read(tmp_path / "none.tsv", [], 0)
