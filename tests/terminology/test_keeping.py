"""Glossary files are changed where they are to change, and nowhere else."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from drawn_glossaries import BY_HAND, CONCEPT, ENTRY, LANGUAGES, TEXT, files, put
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from qa.errors import QAError
from qa.glossary.saving import Edit
from qa.terminology import keeping, loading, writing
from qa.terminology.amending import Amendment, Named, Retirement
from qa.terminology.model import Concept, Status, Term

few = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
Drawn = tuple[str, list[Concept]]


def changed_span(edit: Edit) -> tuple[bytes, bytes]:
    """Return what was put in and taken out."""
    before, after = edit.before, edit.after
    start = next((i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), None)
    start = min(len(before), len(after)) if start is None else start
    most = min(len(before), len(after)) - start
    end = next((i for i in range(most) if before[-1 - i] != after[-1 - i]), most)
    return before[start : len(before) - end], after[start : len(after) - end]


@few
@given(drawn=files())
def test_what_is_written_is_read(tmp_path: Path, drawn: Drawn) -> None:
    text, concepts = drawn
    assert keeping.read(put(tmp_path, text)).concepts == tuple(concepts)
    assert len(tomllib.loads(text).get("concept", [])) == len(concepts)


@few
@given(drawn=files(), new=CONCEPT)
def test_adding_leaves_every_other_byte(tmp_path: Path, drawn: Drawn, new: Concept) -> None:
    text, concepts = drawn
    assume(new.id not in [one.id for one in concepts])
    path = put(tmp_path, text)
    edit = keeping.add(path, new)
    edit.save()
    assert sorted(keeping.read(path).concepts, key=lambda one: one.id) == sorted(
        [*concepts, new], key=lambda one: one.id
    )
    taken, _ = changed_span(edit)
    assert taken == b""


@few
@given(drawn=files(), definition=TEXT, data=st.data())
def test_changing_leaves_every_other_byte(
    tmp_path: Path, drawn: Drawn, definition: str, data: st.DataObject
) -> None:
    text, concepts = drawn
    assume(concepts)
    one = data.draw(st.sampled_from(concepts))
    path = put(tmp_path, text)
    edit = keeping.change(path, one.id, Amendment(definition=definition))
    edit.save()
    wanted = [each.id for each in concepts]
    assert [each.id for each in keeping.read(path).concepts] == wanted
    taken, given_ = changed_span(edit)
    assert taken.count(b"\n") <= 1
    assert given_.count(b"\n") <= 1


@few
@given(drawn=files(), data=st.data())
def test_removing_leaves_every_other_byte(
    tmp_path: Path, drawn: Drawn, data: st.DataObject
) -> None:
    text, concepts = drawn
    assume(concepts)
    one = data.draw(st.sampled_from(concepts))
    path = put(tmp_path, text)
    edit = keeping.remove(path, one.id)
    edit.save()
    assert keeping.read(path).concepts == tuple(each for each in concepts if each is not one)
    assert changed_span(edit)[1] == b""


@few
@given(drawn=files())
def test_formatting_keeps_concepts_and_comments_and_is_done_once(
    tmp_path: Path, drawn: Drawn
) -> None:
    text, concepts = drawn
    path = put(tmp_path, text)
    edit = keeping.formatted(path)
    edit.save()
    assert keeping.read(path).concepts == tuple(sorted(concepts, key=lambda one: one.id))
    assert sorted(edit.before.split()) == sorted(edit.after.split())
    again = keeping.formatted(path)
    assert again.before == again.after


def test_a_change_leaves_the_comments_of_the_same_concept(tmp_path: Path) -> None:
    path = put(tmp_path, BY_HAND)
    told = Amendment(domain="money", terms=((Named("de", "Budget"), Status.ADMITTED),))
    keeping.change(path, "budget", told).save()
    wanted = (
        BY_HAND.replace("'politics'", '"money"')
        .replace(
            '{ status = "deprecated", text = "Etat" },\n',
            '{ text = "Etat", status = "deprecated" },\n'
            '  { text = "Budget", status = "admitted" },\n',
        )
        .replace("usual\n\n", "usual\n")
    )
    assert path.read_text("utf-8") == wanted


def test_terms_in_tables_are_changed_with_their_comments(tmp_path: Path) -> None:
    path = put(tmp_path, BY_HAND)
    keeping.change(path, "atom", Amendment(note="tiny")).save()
    assert keeping.read(path).concepts[1].note == "tiny"
    assert "# small" in path.read_text("utf-8")
    assert path.read_text("utf-8").startswith(BY_HAND[: BY_HAND.index('[[concept]]\nid = "atom"')])


def test_formatting_orders_and_keeps_every_comment(tmp_path: Path) -> None:
    head = 'scope = "desk"\n'
    path = put(tmp_path, BY_HAND.replace(head, head + LANGUAGES) + ENTRY)
    before = keeping.read(path)
    keeping.formatted(path).save()
    after = keeping.read(path)
    assert [one.id for one in after.concepts] == ["atom", "budget"]
    assert set(map(writing.concept, after.concepts)) == set(map(writing.concept, before.concepts))
    text = path.read_text("utf-8")
    for comment in (
        "memo",
        "of 2019",
        "Decided",
        "law",
        "Austria",
        "usual",
        "right",
        "far",
        "small",
    ):
        assert text.count(comment) == 1
    assert keeping.formatted(path).diff() == ""


def test_retired_terms_stay_with_status_note_and_date(tmp_path: Path) -> None:
    path = put(tmp_path, BY_HAND)
    how = Retirement(date(2026, 11, 22), Status.SUPERSEDED, "the law changed", "Budget")
    keeping.retire(path, "budget", how, (Named("de", "Haushalt"),)).save()
    first, second = keeping.read(path).concepts[0].terms["de"]
    note = "superseded by Budget 2026-11-22: the law changed"
    assert (first.status, first.note) == (Status.SUPERSEDED, note)
    assert second == Term("Etat", Status.DEPRECATED)
    with pytest.raises(QAError, match="no term 'Haus' in 'de'"):
        keeping.retire(path, "budget", how, (Named("de", "Haus"),))


def test_suspect_phrases_are_found_beside_concepts(tmp_path: Path) -> None:
    head = 'scope = "desk"\n'
    path = put(tmp_path, BY_HAND.replace(head, head + LANGUAGES) + ENTRY)
    assert [one.id for one in loading.load(path).contents.entries] == ["handy"]
    assert keeping.find(path, "handy").id == "handy"
    assert keeping.find(path, "atom").id == "atom"
    with pytest.raises(QAError, match="no concept 'atoms'") as caught:
        keeping.find(path, "atoms")
    assert caught.value.hint == "did you mean 'atom'?"


def test_no_concept_is_changed_whose_id_another_has(tmp_path: Path) -> None:
    path = put(tmp_path, BY_HAND.replace('id = "atom"', 'id = "budget"'))
    with pytest.raises(QAError, match=":26: the id 'budget' is taken by the concept in line 6"):
        keeping.remove(path, "budget")


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('text = "budget"', 'text = "budget', ":21: "),
        ('text = "budget"', 'txet = "budget"', ":21: "),
        ('"deprecated"', '"obsolete"', ":19: "),
        ('id = "atom"', 'id = "atom"\nid = "atom"', ":28: "),
        ('scope = "desk"', 'scoop = "desk"', ":3: "),
        ('scope = "desk"', "scope = desk", ":3: "),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line(
    tmp_path: Path, old: str, new: str, place: str
) -> None:
    path = put(tmp_path, BY_HAND.replace(old, new))
    with pytest.raises(QAError) as caught:
        keeping.read(path)
    assert f"{path}{place}" in caught.value.message


def test_an_id_is_not_given_twice(tmp_path: Path) -> None:
    path = put(tmp_path, BY_HAND)
    with pytest.raises(QAError, match=r":26: 'atom' is there already"):
        keeping.add(path, Concept("atom", {}))
    with pytest.raises(QAError, match="is there already"):
        keeping.start(path, "house")


def test_lines_from_an_editor_take_the_place_of_a_concept(tmp_path: Path) -> None:
    path = put(tmp_path, BY_HAND)
    was = keeping.source(path, "atom")
    keeping.rewrite(path, "atom", was, '# new\n[[concept]]\nid = "ion"\nterms = {}').save()
    assert path.read_text("utf-8").endswith('\n\n# new\n[[concept]]\nid = "ion"\nterms = {}\n')
    with pytest.raises(QAError, match="is the id of another concept"):
        keeping.rewrite(
            path, "ion", keeping.source(path, "ion"), writing.concept(Concept("budget", {}))
        )
    with pytest.raises(QAError, match="changed by somebody else"):
        keeping.rewrite(path, "ion", was, was)
    with pytest.raises(QAError, match="is not one concept"):
        keeping.rewrite(path, "ion", keeping.source(path, "ion"), "x = 1")
