"""An imported termbase put into a glossary file: what is new is added, what fits is merged.

A concept that the file has under the same id gets the languages, terms and fields that it lacks.
Where both say something, and not the same, the file is left as it is and the conflict listed.
"""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct, structs

from qa.errors import QAError
from qa.glossary.blocks import blocks, body_end
from qa.glossary.saving import Edit
from qa.terminology import writing
from qa.terminology.document import pieces
from qa.terminology.document.concepts import one as decoded_concept
from qa.terminology.document.opening import OpenFile, decoded, encoded, open_file, require_unique
from qa.terminology.loading import load
from qa.terminology.model import Concept, Term, Termbase

_FIELDS = ("domain", "definition", "note")
_PLAIN = Path("<text>")


class Conflict(Struct, frozen=True):
    """Something that the file and the import say differently; the file's is kept."""

    concept: str
    what: str
    here: str
    there: str


class Received(Struct, frozen=True):
    """The change to the file, and the ids of the concepts by what became of them."""

    edit: Edit
    added: tuple[str, ...]
    merged: tuple[str, ...]
    unchanged: tuple[str, ...]
    conflicts: tuple[Conflict, ...]


def received(path: Path, new: Termbase) -> Received:
    """Return what becomes of a glossary file, which need not be there, with concepts added to it.

    Raises:
        QAError: the file is there and cannot be read, or has an id twice.
    """
    if not path.exists():
        edit = Edit(path, b"", writing.termbase(new).encode())
        return Received(edit, tuple(one.id for one in new.concepts), (), (), ())
    file = open_file(path)
    require_unique(path, file.content, file.blocks, file.ids)
    known = {one.id: one for one in load(path).contents.concepts}
    conflicts: list[Conflict] = []
    added = [one for one in new.concepts if one.id not in known]
    merged = {
        one.id: together(known[one.id], one, conflicts) for one in new.concepts if one.id in known
    }
    changed = {name: one for name, one in merged.items() if one != known[name]}
    after = _appended(_changed(file, known, changed), added)
    return Received(
        Edit(path, file.content, after),
        tuple(one.id for one in added),
        tuple(changed),
        tuple(name for name in merged if name not in changed),
        tuple(conflicts),
    )


def together(here: Concept, there: Concept, conflicts: list[Conflict]) -> Concept:
    """Return a concept with what another one of the same id adds to it; conflicts are listed."""
    fields = {
        field: _field(here, there, field, conflicts)
        for field in _FIELDS
        if getattr(there, field) != getattr(here, field)
    }
    examples = [one for one in there.examples if one not in here.examples]
    terms = dict(here.terms)
    for language, found in there.terms.items():
        terms[language] = tuple(_terms(here, language, found, conflicts))
    return structs.replace(here, **fields, examples=(*here.examples, *examples), terms=terms)


def _field(here: Concept, there: Concept, field: str, conflicts: list[Conflict]) -> str:
    before, after = str(getattr(here, field)), str(getattr(there, field))
    if before and after:
        conflicts.append(Conflict(here.id, field, before, after))
    return before or after


def _terms(
    here: Concept, language: str, found: tuple[Term, ...], conflicts: list[Conflict]
) -> Iterator[Term]:
    known = here.terms.get(language, ())
    yield from known
    texts = {term.text: term for term in known}
    for term in found:
        before = texts.get(term.text)
        if before is None:
            yield term
        elif before not in found and term != before:
            what = f"term '{term.text}' ({language})"
            conflicts.append(Conflict(here.id, what, writing.term(before), writing.term(term)))


def _changed(file: OpenFile, known: dict[str, Concept], changed: dict[str, Concept]) -> bytes:
    """Return the file with the lines of some concepts changed, all else as it was."""
    if not changed:
        return file.content
    parts: list[bytes] = []
    place = 0
    for name, block in zip(file.ids, file.blocks, strict=True):
        if name in changed:
            end = body_end(file.content, block)
            text = file.content[block.header : end]
            parts += [file.content[place : block.header], _lines(text, known[name], changed[name])]
            place = end
    return b"".join((*parts, file.content[place:]))


def _lines(text: bytes, before: Concept, after: Concept) -> bytes:
    lines = decoded(text)
    lines = lines if lines.endswith("\n") else f"{lines}\n"
    made = pieces.changed(lines, before, after)
    return encoded(made if _says(made, after) else pieces.rewritten(lines, after), text)


def _says(text: str, wanted: Concept) -> bool:
    content = text.encode()
    found = blocks(content)
    try:
        return len(found) == 1 and decoded_concept(_PLAIN, content, found[0]) == wanted
    except QAError:
        return False


def _appended(content: bytes, added: list[Concept]) -> bytes:
    if not added:
        return content
    ended = content if content.endswith(b"\n") or not content else content + b"\n"
    text = "".join(f"\n{writing.concept(one)}" for one in added)
    return ended + encoded(text, content)
