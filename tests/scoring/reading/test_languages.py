import pytest

from qa.scoring.reading.languages import detected, remarks
from qa.scoring.reading.tables import Stream, Table

GERMAN = (
    "Der Rat beschloss am Abend, die alte Schule nicht zu verkaufen.",
    "Viele Nachbarn hatten sich zuvor gegen den Plan gewehrt.",
    "Im Frühling sollen dort wieder Kinder unterrichtet werden.",
    "Woher das Geld für das Dach kommt, weiß noch niemand.",
) * 5
ENGLISH = (
    "The council decided last night that it would keep the old school.",
    "Many neighbours had spoken out against the plan before.",
    "Children should be taught there again from the spring.",
    "Nobody knows yet who will pay for the roof.",
) * 5


def stream(name: str, cells: tuple[str, ...]) -> Stream:
    return Stream(name, Table(name, {}), cells)


def test_a_language_is_told_from_lines() -> None:
    assert detected(GERMAN) == "de"
    assert detected(("OK", "12")) is None


def test_a_candidate_in_another_language_than_the_reference_is_named() -> None:
    systems = [stream("a.txt", ENGLISH), stream("b.txt", GERMAN)]
    assert list(remarks(systems, [stream("r.txt", ENGLISH)], None)) == [
        "b.txt looks like de; r.txt looks like en"
    ]


def test_all_streams_are_compared_with_the_language_given() -> None:
    found = remarks([stream("a.txt", ENGLISH)], [stream("r.txt", GERMAN)], "en-GB")
    assert list(found) == ["r.txt looks like de; the target language is en-GB"]


@pytest.mark.parametrize("tag", ["liv", "gl", "be"])
def test_a_language_that_cannot_be_told_from_others_is_compared_with_nothing(tag: str) -> None:
    assert list(remarks([stream("a.txt", ENGLISH)], [stream("r.txt", GERMAN)], tag)) == []


def test_both_standards_of_norwegian_are_norwegian() -> None:
    cells = (
        "Kommunen bestemte i går kveld at den gamle skolen ikke skal selges likevel.",
        "Mange av naboene hadde snakket høyt mot planen før møtet begynte.",
        "Ingen vet ennå hvem som skal betale for det nye taket på bygningen.",
    ) * 6
    assert list(remarks([stream("a.txt", cells)], [stream("r.txt", cells)], "nb")) == []
