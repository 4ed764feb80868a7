"""The report for reading."""

import io
from pathlib import Path

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


def test_the_words_of_the_source_stand_below_and_not_all_of_many(tmp_path: Path) -> None:
    target = "The port of Altstadt has been closed for 17 days."
    lost = f"Die Polizei sucht {'noch einen Zeugen und ' * 30}einen Hund."
    source = f"Der Hafen von Altstadt ist seit 17 Tagen geschlossen. {lost}"
    for name, text in (("en.txt", target), ("de.txt", source)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    options = Options(language="en", origin="de", source=str(tmp_path / "de.txt"))
    out = io.StringIO()
    renderer("terminal")(check_paths([str(tmp_path / "en.txt")], options), out)
    assert "      source: Die Polizei sucht noch einen" in out.getvalue()
    assert "…\n" in out.getvalue()
    assert "Hund" not in out.getvalue()
