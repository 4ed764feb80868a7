"""The report for reading."""

import io

import pytest

from qa.batch import check_paths
from qa.config import Options
from qa.reports import renderer


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(tmp_path: object, out: io.StringIO, text: str = "The Ukraine also uses drones.\n") -> str:
    path = f"{tmp_path}/article.txt"
    with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123
        file.write(text)
    renderer("terminal")(check_paths([path], Options(language="en")), out)
    return out.getvalue()


def test_colour_appears_on_a_terminal_only(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[" in shown(tmp_path, Terminal())
    assert "\x1b[" not in shown(tmp_path, io.StringIO())
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in shown(tmp_path, Terminal())


def test_the_carets_stand_under_the_flagged_words(tmp_path: object) -> None:
    lines = shown(tmp_path, io.StringIO(), "日本語 and The Ukraine uses it.\n").splitlines()
    quoted = next(index for index, line in enumerate(lines) if "日本語" in line)
    # Three wide characters take six cells, so the carets stand three places further right.
    assert lines[quoted + 1].index("^") == lines[quoted].index("The Ukraine") + 3
    assert lines[quoted + 1].count("^") == len("The Ukraine")


def test_escape_sequences_of_a_file_do_not_reach_the_terminal(tmp_path: object) -> None:
    assert "\x1b" not in shown(tmp_path, io.StringIO(), "The Ukraine \x1b]0;owned\x07 uses it.\n")


def test_the_summary_counts_by_check_and_severity(tmp_path: object) -> None:
    lines = shown(tmp_path, io.StringIO()).splitlines()
    assert "  warning      1  suspect-phrase" in lines
    assert lines[-1] == "0 errors, 1 warning, 0 notes in 1 file, 5 words"
