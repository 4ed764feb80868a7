"""From a document to its report."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import qa
from qa import Config, formats

SLIP = "The minister told the the press that the talks had gone well."


def checked(text: str, name: str = "<text>", origin: str | None = None) -> qa.DocumentReport:
    document = formats.read_text(text, name, Path(name).suffix)
    return qa.check(document, language="en", origin=origin)


def checks(report: qa.DocumentReport) -> list[str]:
    return [found.check for found in report.findings if found.suppressed is None]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", f"Heading\r\n\r\n{SLIP}\r\n"),
        ("a.md", f"---\ntitle: x\n---\n\n# Heading\n\n> {SLIP}\n"),
        ("b.md", f"`code` and [a link](http://example.org/the/the) 😀 {SLIP}\n"),
        ("a.html", f"<p>Entities &amp; <b>tags</b> &#x1F600; {SLIP}</p>"),
        ("c.txt", f"e\u0301 \U0001d11e {SLIP}"),
    ],
)
def test_a_finding_points_at_its_words_in_the_file(name: str, text: str) -> None:
    (found,) = [one for one in checked(text, name).findings if one.check == "repeated-word"]
    assert text[found.start : found.end] == found.text == "the the"
    lines = text.replace("\r\n", "\n").split("\n")
    assert lines[found.line - 1][found.column - 1 :].startswith("the the")
    assert (found.end_line, found.end_column) == (found.line, found.column + 7)


def test_words_apart_by_a_tag_are_flagged_from_the_first_to_the_last() -> None:
    text = "<p>Talk of a <b>return</b> service from the Turkish side.</p>"
    (found,) = [
        one for one in checked(text, "a.html").findings if one.entry == "de-en/return-service"
    ]
    assert text[found.start : found.end] == "return</b> service"
    assert found.text == "return service"


@settings(max_examples=50, deadline=None)
@given(st.text(), st.sampled_from(["a.txt", "a.md", "a.html"]))
def test_any_text_is_checked_and_every_finding_lies_in_it(text: str, name: str) -> None:
    for found in checked(text + SLIP, name).findings:
        assert 0 <= found.start < found.end <= len(text + SLIP)
        assert found.line >= 1


@pytest.mark.parametrize(
    "text",
    [
        f"{SLIP} <!-- qa:ignore repeated-word -->\n",
        f"<!-- qa:ignore repeated-word -->\n{SLIP}\n",
        f"<!-- qa:ignore-start repeated-word -->\n\n{SLIP}\n\n<!-- qa:ignore-end -->\n",
    ],
)
def test_a_comment_suppresses_but_does_not_hide(text: str) -> None:
    report = checked(text, "a.md")
    assert checks(report) == []
    assert [one.suppressed for one in report.findings] == ["comment on line 1"] or [
        one.suppressed for one in report.findings if one.check == "repeated-word"
    ]


def test_a_comment_for_another_check_suppresses_nothing_and_is_reported() -> None:
    report = checked(f"<!-- qa:ignore placeholder -->\n{SLIP}\n", "a.md")
    assert sorted(checks(report)) == ["repeated-word", "unused-ignore"]


def test_the_fingerprint_survives_edits_elsewhere() -> None:
    before = checked(f"First.\n\n{SLIP}").findings
    after = checked(f"Quite another beginning.\n\nAnd more.\n\n{SLIP}").findings
    assert [one.fingerprint for one in before] == [one.fingerprint for one in after]


def test_findings_that_look_alike_have_fingerprints_of_their_own() -> None:
    report = checked(f"{SLIP}\n\n{SLIP}")
    prints = [one.fingerprint for one in report.findings]
    assert len(prints) == len(set(prints))


def test_the_rules_of_one_language_are_not_applied_to_another() -> None:
    german = "Der Minister sagte am Montag, dass die Ukraine die Gespräche fortsetzen wolle. " * 3
    report = qa.check(german + "The Ukraine also uses drones of this kind today.")
    assert report.language == "de"
    assert "suspect-phrase" not in checks(report)
    assert any("German" in note for note in report.notes)


def test_a_segment_that_names_its_language_is_left_out() -> None:
    text = '<html lang="en"><p>The talks went well.</p><p lang="de">Das das ist gut.</p></html>'
    assert checks(checked(text, "a.html")) == []


def test_short_text_is_unsure_instead_of_guessed() -> None:
    report = qa.check("Ok.")
    assert report.language is None
    assert "unsure" in report.notes[0]


def test_an_origin_without_glossary_says_so() -> None:
    report = checked(SLIP, origin="fi")
    assert "no suspect phrases are known for English from Finnish" in report.notes


def test_entries_and_checks_can_be_ignored_by_id() -> None:
    text = "The Ukraine also uses drones of this kind."
    config = Config(ignore=("de-en/the-ukraine",))
    (found,) = qa.check(text, language="en", config=config).findings
    assert found.suppressed == "configuration"
    config = Config(ignore=("suspect-phrase",))
    assert "suspect-phrase" not in qa.check(text, language="en", config=config).covered


def test_a_severity_can_be_set_for_a_check_and_for_an_entry() -> None:
    text = f"{SLIP} The Ukraine also uses drones."
    severity = {"repeated-word": qa.Severity.ERROR, "de-en/the-ukraine": qa.Severity.NOTE}
    report = qa.check(text, language="en", config=Config(severity=severity))
    found = {one.entry or one.check: one.severity for one in report.findings}
    assert found == severity


def test_a_glossary_of_ones_own_is_used_besides_the_built_in_one(tmp_path: Path) -> None:
    house = tmp_path / "house.toml"
    house.write_text(
        'name = "house"\norigin = "de"\nlanguage = "en"\n[[entry]]\nid = "drone"\n'
        'match = ["drone"]\norigin = "Drohne"\nwhy = "House style."\nsuggest = ["aircraft"]\n'
        'confidence = "nearly always"\nflagged = ["A drone."]\nclean = ["A bee."]\n',
        encoding="utf-8",
    )
    config = Config(glossaries=(str(house),))
    report = qa.check("The Ukraine uses drones.", language="en", config=config)
    assert [one.entry for one in report.findings] == ["de-en/the-ukraine", "house/drone"]


def test_an_unknown_check_is_refused() -> None:
    with pytest.raises(qa.QAError) as raised:
        qa.check(SLIP, language="en", config=Config(select=("repeated-words",)))
    assert raised.value.hint == "did you mean 'repeated-word'?"
