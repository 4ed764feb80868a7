"""Concepts read from a TBX file."""

from collections.abc import Callable
from pathlib import PurePath
from typing import NamedTuple
from xml.etree.ElementTree import Element

from qa.regex import lazy
from qa.terminology.exchange.drafts import Draft, finished
from qa.terminology.exchange.labels import Label, labelled, split
from qa.terminology.exchange.languages import given
from qa.terminology.exchange.picklists import part_of_speech, status, yes
from qa.terminology.exchange.tbx import markup
from qa.terminology.exchange.tbx.names import decoded
from qa.terminology.model import Imported, Lost, PartOfSpeech, Status, Term, Termbase

# What our writer puts into notes, because TBX-Basic has no place for it.
OF_A_TERM = frozenset(("status", "part-of-speech", "case-sensitive", "do-not-translate"))
_EXAMPLE = frozenset(("example",))
_PLAIN = lazy(r"[\W_]+")
# Data categories under the names that versions, dialects and tools give them, letters alone.
_NAMES = {
    "administrativestatus": "status",
    "termstatus": "status",
    "usagestatus": "status",
    "normativeauthorization": "status",
    "status": "status",
    "partofspeech": "part-of-speech",
    "pos": "part-of-speech",
    "casesensitive": "case-sensitive",
    "casesensitivity": "case-sensitive",
    "donottranslate": "do-not-translate",
    "translationneeded": "translatable",
    "translatable": "translatable",
    "forbidden": "forbidden",
    "note": "note",
    "comment": "note",
    "usagenote": "note",
    "context": "example",
    "example": "example",
    "term": "term",
    "definition": "definition",
    "subjectfield": "domain",
    "domain": "domain",
    "transaction": "transaction",
}


class _Shared(NamedTuple):
    """What a concept says of all its terms."""

    do_not_translate: bool


def read(content: bytes, path: str) -> Imported:
    """Return the termbase in a TBX file.

    Raises:
        QAError: it is no TBX, not well-formed, or declares entities.
    """
    name = ""
    drafts: list[Draft] = []
    lost: list[Lost] = []
    for line, element in markup.entries(content, path):
        if markup.is_title(element):
            name = name or markup.title(element)
            continue
        draft = _draft(element, line)
        if draft.terms:
            drafts.append(draft)
        else:
            lost.append(Lost(draft.id, "concept", f"has no term (line {draft.line})"))
    concepts, left = finished(drafts)
    return Imported(Termbase(name or PurePath(path).stem, concepts), (*lost, *left))


def _draft(element: Element, line: int) -> Draft:
    draft = Draft(decoded(element.get("id") or ""), line)
    notes: list[str] = []
    keep = True
    facts, sections = markup.parts(element)
    for name, text in facts:
        kind = _kind(name)
        if kind == "translatable":
            keep = yes(text) is not False
        elif kind == "note":
            notes.append(text)
        else:
            _of_concept(draft, kind, Label(name, text))
    for section in sections:
        _language(draft, section, _Shared(not keep))
    _note(draft, "\n".join(notes))
    return draft


def _note(draft: Draft, note: str) -> None:
    rest, examples = split(note, _EXAMPLE)
    draft.examples += [one.value for one in examples]
    if rest:
        draft.say("note", rest)


def _of_concept(draft: Draft, kind: str, fact: Label) -> None:
    if not fact.value:
        return
    if kind == "definition":
        draft.define(fact.language, fact.value)
    elif kind == "domain" and draft.texts.setdefault("domain", fact.value) == fact.value:
        pass
    elif kind == "transaction":
        draft.lost.append(("transaction", fact.value))
    else:
        draft.label(fact)


def _language(draft: Draft, section: Element, shared: _Shared) -> None:
    said = markup.language(section)
    if not said:
        draft.lost.append(("language", f"the concept in line {draft.line} does not say it"))
    language = given(said or "und")
    # Notes last, as our writer puts them: what was read and written reads the same again.
    facts, sections = markup.parts(section)
    for name, text in sorted(facts, key=lambda fact: fact.name == "note"):
        _of_concept(draft, _kind(name), Label(_label(name), text, language))
    for inner in sections:
        _term(draft, language, inner, shared)


def _term(draft: Draft, language: str, section: Element, shared: _Shared) -> None:
    said = _Said(draft)
    for name, text in markup.parts(section)[0]:
        said.take(name, text)
    if not said.text:
        draft.lost.append(("term", f"a section of the concept in line {draft.line} has none"))
        return
    draft.add(language, said.term(shared), stated=said.status is not None)


class _Said:
    """What a term section says."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.text = ""
        self.status: Status | None = None
        self.part_of_speech: PartOfSpeech | None = None
        self.flags: set[str] = set()
        self.notes: list[str] = []
        self.examples: list[str] = []
        self.labels: list[Label] = []

    def take(self, name: str, text: str) -> None:
        """Take in one data category."""
        take = _TAKE.get(_kind(name))
        if take:
            take(self, text)
        elif text:
            self.labels.append(Label(_label(name), text))

    def take_status(self, text: str) -> None:
        found = status(text)
        self.status = found or self.status
        if not found:
            self.labels.append(Label("administrativeStatus", text))

    def take_part_of_speech(self, text: str) -> None:
        self.part_of_speech = part_of_speech(text)
        if not self.part_of_speech:
            self.labels.append(Label("partOfSpeech", text))

    def take_note(self, text: str) -> None:
        rest, labels = split(text, OF_A_TERM)
        if rest:
            self.notes.append(rest)
        for label in labels:
            self.take(label.name, label.value)

    def term(self, shared: _Shared) -> Term:
        """Return the term."""
        return Term(
            self.text,
            self.status or Status.PREFERRED,
            self.part_of_speech,
            "case-sensitive" in self.flags,
            shared.do_not_translate or "do-not-translate" in self.flags,
            labelled("\n".join(self.notes), self.labels),
            "\n".join(self.examples),
        )


def _flag(name: str) -> Callable[[_Said, str], None]:
    def take(said: _Said, text: str) -> None:
        if yes(text):
            said.flags.add(name)

    return take


def _take_text(said: _Said, text: str) -> None:
    said.text = said.text or text


def _take_translatable(said: _Said, text: str) -> None:
    if yes(text) is False:
        said.flags.add("do-not-translate")


def _take_forbidden(said: _Said, text: str) -> None:
    said.status = Status.FORBIDDEN if yes(text) else said.status


_TAKE: dict[str, Callable[[_Said, str], None]] = {
    "term": _take_text,
    "status": _Said.take_status,
    "part-of-speech": _Said.take_part_of_speech,
    "note": _Said.take_note,
    "example": lambda said, text: said.examples.append(text),
    "case-sensitive": _flag("case-sensitive"),
    "do-not-translate": _flag("do-not-translate"),
    "translatable": _take_translatable,
    "forbidden": _take_forbidden,
    "transaction": lambda said, text: said.draft.lost.append(("transaction", text)),
}
_KINDS: dict[str, str] = {}


def _kind(name: str) -> str:
    """Return what a data category is here, "" for one that has no field."""
    found = _KINDS.get(name)
    if found is None:
        found = _KINDS[name] = _NAMES.get(_PLAIN.sub("", name).lower(), "")
    return found


def _label(name: str) -> str:
    return _PLAIN.sub("-", name).strip("-") or "value"
