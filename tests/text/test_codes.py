"""Codes that a translation hands through."""

import pytest

from qa.text.codes import ADDRESS, PLACEHOLDER, TAG, Difference, differences


def test_codes_may_change_their_order() -> None:
    assert differences("%1$s of %2$s", "%2$s, davon %1$s", PLACEHOLDER) == []


def test_a_changed_code_is_one_difference() -> None:
    assert differences("Hi {name}", "Hallo {nane}", PLACEHOLDER) == [
        Difference("{name}", "{nane}", 6, 12)
    ]


def test_each_occurrence_counts() -> None:
    found = differences("<b>a</b> <b>c</b>", "<b>a</b> c", TAG)
    assert [(one.missing, one.added) for one in found] == [("<b>", None), ("</b>", None)]
    assert found[0].described("tag") == "the tag '<b>' is missing"


def test_a_new_code_is_none_of_the_source() -> None:
    (found,) = differences("Plain", "Plain %s", PLACEHOLDER)
    assert found.described("placeholder") == "the source has no placeholder '%s'"
    assert found.correction == ()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("See https://a.example/b?c=d, then (http://e.example/).", 2),
        ("Mail a.b+c@d.example.", 1),
        ("Edit ~/notes/today.txt or C:\\Temp\\x.log.", 2),
        ("and/or 24/7, 1/2, m/s", 0),
    ],
)
def test_addresses_end_before_the_mark_of_the_sentence(text: str, codes: int) -> None:
    found = ADDRESS.findall(text)
    assert len(found) == codes
    assert not any(one.endswith((".", ",", ")")) for one in found)


@pytest.mark.parametrize("text", ["{" * 20_000, "<a " * 20_000, "http://" * 9_000, "/a" * 20_000])
def test_no_text_takes_long(text: str) -> None:
    for codes in (ADDRESS, PLACEHOLDER, TAG):
        codes.findall(text)
