"""The article that started the project, and the others beside it."""

from pathlib import Path

import pytest

import qa

EXPECTED = [
    "Consideration",
    "should also have been about",
    "return service",
    "would have offered",
    "Should Russia develop",
    "archive image",
    "picture radio",
    "export hit",
    "The Ukraine",
    "government circles",
]
SILENT = [
    "Ukraine war",
    "United Arab Emirates",
    "United States",
    "Black Sea",
    "combat drones",
]


@pytest.fixture(scope="module")
def report(shared: Path) -> qa.DocumentReport:
    document = qa.read(str(shared / "articles" / "seed-article.txt"))
    return qa.check(document, language="en", origin="de")


@pytest.mark.parametrize("phrase", EXPECTED)
def test_an_editor_sees_what_sounds_german(report: qa.DocumentReport, phrase: str) -> None:
    assert any(phrase in found.text or found.text in phrase for found in report.findings)


def test_both_verb_first_conditionals_are_found(report: qa.DocumentReport) -> None:
    conditionals = [one for one in report.findings if one.check == "verb-first-conditional"]
    assert len(conditionals) == 2


@pytest.mark.parametrize("phrase", SILENT)
def test_good_english_is_left_alone(report: qa.DocumentReport, phrase: str) -> None:
    assert not any(phrase in found.text for found in report.findings)


def test_every_finding_points_at_its_words(shared: Path) -> None:
    for path in sorted((shared / "articles").rglob("*.txt")):
        document = qa.read(str(path))
        language = "de" if path.name.endswith(".de.txt") or "-de" in path.parent.name[-3:] else "en"
        for found in qa.check(document, language=language).findings:
            assert document.content[found.start : found.end] == found.text


def test_native_articles_are_left_nearly_alone(shared: Path) -> None:
    words = warnings = 0
    for path in sorted((shared / "articles" / "native-en").glob("*.txt")):
        report = qa.check(qa.read(str(path)), language="en", origin="de")
        words += report.words
        warnings += sum(
            found.check == "suspect-phrase" and found.severity is not qa.Severity.NOTE
            for found in report.findings
        )
    assert warnings / words <= 0.1 / 1000
