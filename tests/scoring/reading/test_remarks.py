from qa.scoring.reading import remarks
from qa.scoring.reading.tables import Stream, Table


def stream(name: str, *cells: str | None) -> Stream:
    return Stream(name, Table(name, {}, range(1, len(cells) + 1), plain=True), cells)


def test_lines_without_any_reference_are_numbered() -> None:
    first = stream("r1.txt", "a", "", None, "d")
    assert list(remarks.unreferenced([first, stream("r2.txt", "", "b", " ", "")])) == [
        "r1.txt: no reference at line 3: nothing can match there"
    ]
    assert list(remarks.unreferenced([stream("r.txt", "a")])) == []


def test_many_lines_without_a_hypothesis_are_counted() -> None:
    (said,) = remarks.untranslated([stream("a.txt", *[""] * 8)])
    assert said == "a.txt: no hypothesis at lines 1, 2, 3, 4, 5 and 3 more"


def test_streams_that_are_the_same_are_named() -> None:
    systems = [stream("a.txt", "x", "y"), stream("b.txt", "x", "y"), stream("c.txt", "z", "y")]
    references = [stream("r.txt", "x", "y")]
    assert list(remarks.identical(systems, references, stream("s.txt", "z", "y"))) == [
        "the candidate a.txt and the candidate b.txt are the same",
        "the candidate a.txt and the reference r.txt are the same",
        "the candidate b.txt and the reference r.txt are the same",
        "the candidate c.txt and the source s.txt are the same",
    ]


def test_a_candidate_that_is_called_a_reference_is_asked_about() -> None:
    system, reference = stream("out/system.txt", "a"), stream("news.ref.en", "b")
    (said,) = remarks.swapped([reference], [system])
    assert said.endswith("is it the other way round?")
    assert list(remarks.swapped([system], [reference])) == []
    assert list(remarks.swapped([stream("refined.txt", "a")], [stream("gold.txt", "b")])) == []
    assert list(remarks.swapped([reference], [reference])) == []


def test_tabs_in_every_line_of_a_reference_look_like_several_references() -> None:
    reference = stream("r.txt", "a\tb", "c\td")
    (said,) = remarks.tabs([stream("a.txt", "a", "c")], [reference])
    assert said.startswith("r.txt: every line has 1 tab:")
    assert list(remarks.tabs([stream("a.txt", "a\tb", "c\td")], [reference])) == []
    assert list(remarks.tabs([stream("a.txt", "a")], [stream("r.txt", "a\tb", "c")])) == []


def test_files_that_do_not_agree_on_documents_are_named() -> None:
    told = [("r.tsv", ("d1", "d1", "d2")), ("a.tsv", ("d1", "d2", "d2"))]
    (said,) = remarks.differing_documents(told)
    assert said.startswith("segment 2 is of document 'd1' in r.tsv and of 'd2' in a.tsv")
    assert list(remarks.differing_documents(told[:1])) == []
