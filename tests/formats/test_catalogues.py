import pytest
from bilingual_texts import document_of, in_parts, omitted, pairs, pairs_of, places
from conformance import flagged, place
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import QAError
from qa.formats import read_text
from qa.formats.catalogues import annotated
from qa.formats.notes import Note

HEAD = r"""# A comment.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"
"Language: pt_BR\n"
"X-Source-Language: en\n"

"""


def test_messages_are_pairs_in_the_languages_of_the_head() -> None:
    content = HEAD + '#: a.c:1\nmsgctxt "menu"\nmsgid "Door"\nmsgstr "Porta"\n'
    document = document_of(content, ".po")
    assert pairs(document) == [("Door", "Porta")]
    assert document.language == "pt-BR"
    assert document.source
    assert document.source.language == "en"


def test_every_plural_form_stands_beside_what_it_translates() -> None:
    content = (
        'msgid "%d nail"\nmsgid_plural "%d nails"\n'
        'msgstr[0] "%d prego"\nmsgstr[1] "%d pregos"\nmsgstr[2] "muitos"\n'
        'msgid "%d door"\nmsgid_plural "%d doors"\nmsgstr[0] "tobira %d"\n'
    )
    assert pairs_of(content, ".po") == [
        ("%d nail", "%d prego"),
        ("%d nails", "%d pregos"),
        ("%d nails", "muitos"),
        ("%d doors", "tobira %d"),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_text_of_several_lines_is_placed_line_by_line(end: str) -> None:
    lines = ('msgid ""', '"one"', 'msgstr ""', '"a \\"word\\" 𝄞\\n"', '  "and \\t another"')
    content = end.join(lines) + end
    document = document_of(content, ".po")
    assert pairs(document) == [("one", 'a "word" 𝄞\nand \t another')]
    assert place(document, "another") == content.index("another")
    assert flagged(document, '"word"') == '\\"word\\"'
    assert flagged(document, "\n") == "\\n"


@pytest.mark.parametrize(("escape", "read"), [("\\x41", "A"), ("\\101", "A"), ("\\q", "q")])
def test_escapes_stand_for_what_they_do_in_c(escape: str, read: str) -> None:
    assert pairs_of(f'msgid "x"\nmsgstr "a {escape} b"', ".po") == [("x", f"a {read} b")]


def test_obsolete_and_unfinished_messages_are_left_out() -> None:
    content = (
        '#, fuzzy, c-format\nmsgid "a"\nmsgstr "b"\n\n#, fuzzy\n#~ msgid "old"\n#~ msgstr "velho"\n'
        '\nmsgid "Door"\nmsgstr "Porta"\n\nmsgid "Bee"\nmsgstr ""\n'
    )
    document = document_of(content, ".po")
    assert pairs(document) == [("Door", "Porta")]
    assert omitted(document) == ["Bee"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('msgid "a"\nmsgstr "b\n', "x.po:2: is no line of a message catalogue"),
        ("what\n", "x.po:1: is no line"),
        (HEAD, "x.po: has no segment with a translation"),
        ('msgid "' + "\\" * 1_000_001 + '"', "x.po:1"),
    ],
)
def test_what_cannot_be_checked_is_refused_with_its_place(content: str, message: str) -> None:
    with pytest.raises(QAError, match=message):
        read_text(content, "x.po", ".po")


CATALOGUE = HEAD + "".join(
    f'#: a.c:{number}\nmsgid "Door {number}"\nmsgstr ""\n"Porta \\"{number}\\" é"\n" 𝄞"\n\n'
    for number in range(9)
)


@given(st.integers(1, 12), st.integers(1, 100))
def test_parts_have_the_places_of_the_whole(size: int, block: int) -> None:
    found = list(in_parts(CATALOGUE, ".po", size, block))
    assert "".join(part.content for part in found) == CATALOGUE
    assert [at for part in found for at in places(part)] == places(document_of(CATALOGUE, ".po"))


def note(start: int, text: str) -> Note:
    return Note(start, start + 1, 1, text, "", ())


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_notes_are_comments_of_their_message_and_are_replaced(end: str) -> None:
    content = CATALOGUE.replace("\n", end)
    first, last = content.index("Porta"), content.rindex("Porta")
    notes = [note(last, "two\nlines"), note(first, "one")]
    once = annotated(content, notes, "x.po")
    added = [line for line in once.split(end) if line.startswith("# qa: ")]
    assert added == ["# qa: one", "# qa: two lines"]
    assert once.index("# qa: one") < once.index("#: a.c:0") < once.index("# qa: two")
    assert annotated(once, [], "x.po") == content
    moved = len(f"# qa: one{end}")
    assert annotated(once, [note(first + moved, "one")], "x.po").count("# qa: ") == 1
    assert annotated(content, [], "x.po") == content
