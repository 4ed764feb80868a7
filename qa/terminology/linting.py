"""What is wrong with a glossary: each fault with its place and how to put it right."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from qa.glossary import validation
from qa.glossary.saving import Edit
from qa.terminology import chains, clashes, overlaps, soundness
from qa.terminology.loading import Contents, Loaded
from qa.terminology.repairing import repairs
from qa.terminology.splicing import Item, Layout
from qa.terminology.surveying import Found, survey


class Fault(Struct, frozen=True):
    """Something wrong with a concept or a suspect phrase of a glossary.

    Attributes:
        line: where it stands in the file, from 1.
        kind: "concept" or "entry".
        id: of the concept or the entry.
        rule: what is wrong in general, such as "near-duplicate".
        what: what is wrong here.
        fix: what to do about it.
        safe: whether ``repaired`` does it.
    """

    line: int
    kind: str
    id: str
    rule: str
    what: str
    fix: str
    safe: bool


def lint(loaded: Loaded) -> list[Fault]:
    """Return the faults of a glossary, in the order of the file."""
    found = dict.fromkeys(_found(loaded.contents))
    return sorted(_placed(loaded, found), key=lambda fault: fault.line) if found else []


def repaired(loaded: Loaded) -> Edit:
    """Return the edit that puts the safe faults of a glossary right; comments stay."""
    changes = repairs(loaded.contents.concepts)
    text = Layout(loaded.text).rewritten(changes) if changes else loaded.text
    return loaded.changed(text)


def _found(contents: Contents) -> Iterator[Found]:
    yield from _of_concepts(contents)
    if contents.glossary:
        unreadable = overlaps.unreadable(contents.glossary)
        yield from unreadable
        if not unreadable:
            yield from _unsound(contents)
            yield from overlaps.overlaps(contents, survey(contents))


def _of_concepts(contents: Contents) -> Iterator[Found]:
    for number, concept in contents.accepted:
        yield from soundness.faults_of(number, concept)
    yield from clashes.repeated(contents.concepts)
    yield from soundness.copied(contents.accepted)
    yield from chains.without_successor(contents)
    uses = survey(contents)
    circular, cyclic = chains.cycles(uses)
    yield from circular
    yield from clashes.contradictions(uses, cyclic)
    yield from clashes.duplicates(uses)
    yield from clashes.near_duplicates(uses)


def _unsound(contents: Contents) -> Iterator[Found]:
    """Yield what the suspect phrases lack, and which of their examples fail."""
    numbers = {entry.id: number for number, entry in enumerate(contents.entries)}
    if contents.glossary:
        for fault in validation.faults(contents.glossary):
            fix = "corpora/README.md says what an entry needs; 'draft = true' puts it off"
            yield Found("unsound", numbers[fault.entry], fault.reason, fix, kind="entry")


def _placed(loaded: Loaded, found: Iterable[Found]) -> Iterator[Fault]:
    layout = Layout(loaded.text)
    items: dict[str, Sequence[Item]] = {
        "concept": loaded.contents.concepts,
        "entry": loaded.contents.entries,
    }
    for one in found:
        line = layout.line(one.kind, one.number, one.needle)
        name = items[one.kind][one.number].id
        yield Fault(line, one.kind, name, one.rule, one.what, one.fix, one.safe)
