"""A phrase is named once, with all of its places, where it is too frequent."""

from qa import check
from qa.findings import Finding


def found(text: str) -> list[Finding]:
    findings = check(text, language="en", origin="de").findings
    return [one for one in findings if one.check == "frequent-phrase"]


def test_all_places_are_listed() -> None:
    text = "In addition, it rains.\n\nThe club, in addition, moves.\n\nIn addition, it sings.\n"
    (finding,) = found(text)
    assert (finding.line, finding.column, finding.text) == (1, 1, "In addition")
    assert [(place.line, place.column) for place in finding.places] == [(3, 11), (5, 1)]
    assert [text[place.start : place.end] for place in finding.places] == [
        "in addition",
        "In addition",
    ]
    assert finding.message.startswith("stands 3 times in ")


def test_once_is_fine() -> None:
    assert found("In addition, it rains.") == []


def test_what_native_text_has_all_the_time_must_be_very_frequent() -> None:
    assert found("It is still raining. The road is still wet. " + "Nobody minds. " * 60) == []
