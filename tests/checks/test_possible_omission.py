"""What is reported as missing where the source is a file of its own."""

from msgspec.structs import replace

import qa
from qa.check import Context, source_context
from qa.checks.possible_addition import possible_addition
from qa.checks.possible_omission import possible_omission
from qa.findings import Mark, Severity
from qa.formats import read_text
from qa.language import language
from qa.model import Document, Omission, Pair, Segment, Source, Text

LONG = "Die Polizei sucht seit gestern Abend zwei Zeugen, die den Brand am Hafen bemerkt haben."
MIDDLING = "Die Polizei sucht seither zwei Zeugen."
SHORT = "Foto: dpa"


def marks(missing: str, *, ahead: bool = False, path: str = "de.txt") -> list[Mark]:
    """Return what is said where ``missing`` stands before or after the only pair."""
    kept, gone = "Der Hafen ist zu.", missing
    first, second = (gone, kept) if ahead else (kept, gone)
    content = f"{first} {second}"
    segments = (
        Segment(0, Text.verbatim(first)),
        Segment(1, Text.verbatim(second, len(first) + 1)),
    )
    target = Segment(0, Text.verbatim("The port is closed."))
    pair, omitted = Pair(segments[ahead], target), Omission(segments[not ahead], target)
    source = Source(path, content, segments, (pair,), (omitted,), language="de")
    document = Document("en.txt", "The port is closed.", (target,), source=source)
    context = Context(document, language("en"), source=source_context(document))
    return [mark for _, mark in possible_omission.run(document, context)]


def test_the_mark_is_where_the_translation_would_stand() -> None:
    (after,), (before,) = marks(LONG), marks(LONG, ahead=True)
    assert after.message.startswith("after this")
    assert (after.start, after.end) == (12, 18)
    assert before.message.startswith("before this")
    assert (before.start, before.end) == (0, 3)
    assert after.source_text == before.source_text == LONG


def test_the_shorter_the_less_it_matters() -> None:
    assert [mark.severity for mark in marks(LONG)] == [None]
    assert [mark.severity for mark in marks(MIDDLING)] == [Severity.NOTE]
    assert marks(SHORT) == []


def test_an_empty_target_of_a_bilingual_file_counts_however_short() -> None:
    assert [mark.severity for mark in marks(SHORT, path="en.txt")] == [None]
    assert marks("* * *", path="en.txt") == []


def test_in_a_bilingual_file_the_source_itself_is_marked() -> None:
    rows = "source\ttarget\nDer Hafen ist zu.\tThe port is closed.\nNiemand kommt.\t\n"
    report = qa.check(read_text(rows, "rows.tsv", ".tsv"), language="en", origin="de")
    assert [(found.check, found.text) for found in report.findings] == [
        ("possible-omission", "Niemand kommt.")
    ]


def test_two_texts_are_no_bilingual_file() -> None:
    report = qa.check("The port is closed.", source=f"Der Hafen ist zu. {SHORT}", language="en")
    assert "possible-omission" not in [found.check for found in report.findings]


def test_an_addition_is_as_quiet() -> None:
    found = []
    for words in (LONG, MIDDLING, SHORT):
        segment = Segment(0, Text.verbatim(words))
        source = Source("de.txt", "", (), (), added=(segment,), language="de")
        document = Document("en.txt", words, (segment,), source=source)
        context = Context(document, language("en"), source=source_context(document))
        found.append([mark.severity for _, mark in possible_addition.run(document, context)])
        same = replace(document, source=replace(source, path="en.txt"))
        assert [mark.severity for _, mark in possible_addition.run(same, context)] == [None]
    assert found == [[None], [Severity.NOTE], []]
