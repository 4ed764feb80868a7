"""Concepts gathered piece by piece: what several rows or sections say of one."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from msgspec import structs

from qa.terminology.exchange.identifiers import slug, unique
from qa.terminology.exchange.labels import Label, labelled
from qa.terminology.model import Concept, Lost, Status, Term


@dataclass(slots=True)
class Draft:
    """A concept that is being read.

    Attributes:
        id: "" where the file has none.
        line: where it begins, for messages.
        texts: domain, definition and note.
        examples: of the concept.
        terms: by language; one whose status the file does not say has a False beside it.
        labels: what has no field.
        lost: what cannot be kept.
        defined: the language of the definition, "" where it is not known.
    """

    id: str
    line: int
    texts: dict[str, str] = field(default_factory=dict)
    examples: list[str] = field(default_factory=list)
    terms: dict[str, list[tuple[Term, bool]]] = field(default_factory=dict)
    labels: list[Label] = field(default_factory=list)
    lost: list[tuple[str, str]] = field(default_factory=list)
    defined: str = ""

    def say(self, name: str, text: str) -> None:
        """Set domain, definition or note; the first wins, another one is lost."""
        said = self.texts.setdefault(name, text)
        if said != text:
            self.lost.append((name, text))

    def define(self, language: str, text: str) -> None:
        """Set the definition; those in further languages become labels."""
        if self.texts.setdefault("definition", text) == text:
            self.defined = self.defined or language
        elif language:
            self.label(Label("definition", text, language))
        else:
            self.say("definition", text)

    def label(self, label: Label) -> None:
        """Keep what has no field, once."""
        if label not in self.labels:
            self.labels.append(label)

    def add(self, language: str, term: Term, *, stated: bool) -> None:
        """Add a term, unless the same is there; ``stated``: the file says its status."""
        there = self.terms.get(language)
        if there is None:
            self.terms[language] = [(term, stated)]
            return
        bare = not stated and term == Term(term.text)
        if not any(_covers(one, term, bare=bare) for one, _ in there):
            there.append((term, stated))

    def finished(self, name: str) -> Concept:
        """Return the concept under the name that it gets."""
        languages = list(self.terms)
        if self.defined in self.terms:
            languages.sort(key=lambda language: language != self.defined)
        return Concept(
            name,
            {language: _with_status(self.terms[language]) for language in languages},
            self.texts.get("domain", ""),
            self.texts.get("definition", ""),
            labelled(self.texts.get("note", ""), self.labels),
            tuple(self.examples),
        )


def finished(drafts: list[Draft]) -> tuple[tuple[Concept, ...], tuple[Lost, ...]]:
    """Return the concepts, each with an identifier of its own, and what could not be kept."""
    taken: dict[str, int] = {}
    concepts: list[Concept] = []
    lost: list[Lost] = []
    for draft in drafts:
        wanted = draft.id or slug(_first(draft))
        name = unique(wanted, taken)
        if draft.id and name != wanted:
            lost.append(Lost(name, "id", f"{wanted} (line {draft.line}) is taken"))
        concepts.append(draft.finished(name))
        lost.extend(Lost(name, what, value) for what, value in draft.lost)
    return tuple(concepts), tuple(lost)


def _covers(there: Term, new: Term, *, bare: bool) -> bool:
    return there.text == new.text and (bare or there == new)


def _first(draft: Draft) -> str:
    return next((term.text for terms in draft.terms.values() for term, _ in terms), "")


def _with_status(terms: list[tuple[Term, bool]]) -> tuple[Term, ...]:
    """Where nothing is said, the first term of a language is preferred and the rest admitted."""
    if len(terms) == 1:
        return (terms[0][0],)
    return tuple(_concluded(terms))


def _concluded(terms: list[tuple[Term, bool]]) -> Iterator[Term]:
    preferred = any(stated and term.status is Status.PREFERRED for term, stated in terms)
    for term, stated in terms:
        if stated or not preferred:
            yield term
        else:
            yield structs.replace(term, status=Status.ADMITTED)
        preferred = True
