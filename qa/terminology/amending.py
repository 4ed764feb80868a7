"""Changes to a concept, told field by field."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from qa.errors import QAError
from qa.language import canonical
from qa.regex import lazy
from qa.terminology.model import Concept, PartOfSpeech, Status, Term

_NOT_IN_ID = lazy(r"[\W_]+")
_RETIRED = (Status.DEPRECATED, Status.SUPERSEDED)


class Named(Struct, frozen=True):
    """A term by its language and its text."""

    tag: str
    text: str


class Manner(Struct, frozen=True):
    """What is to be said of terms; None leaves it as it is."""

    part_of_speech: PartOfSpeech | None = None
    case_sensitive: bool | None = None
    do_not_translate: bool | None = None
    note: str | None = None

    def told(self, term: Term) -> Term:
        """Return the term with that said of it."""
        said = {name: getattr(self, name) for name in self.__struct_fields__}
        return replace(term, **{name: value for name, value in said.items() if value is not None})


class Amendment(Struct, frozen=True):
    """What is to change in a concept; None leaves a field as it is, "" empties it.

    Attributes:
        domain: of the concept.
        definition: of the concept.
        note: of the concept.
        examples: in place of all examples; None leaves them.
        terms: with their status; one that the concept has takes that status, another is added.
        manner: what else to say of ``terms``.
        dropped: terms that go.
        draft: whether the concept is somebody's suggestion still.
    """

    domain: str | None = None
    definition: str | None = None
    note: str | None = None
    examples: tuple[str, ...] | None = None
    terms: tuple[tuple[Named, Status], ...] = ()
    manner: Manner = Manner()
    dropped: tuple[Named, ...] = ()
    draft: bool | None = None


class Retirement(Struct, frozen=True):
    """How a term is retired: why, since when, and what to say instead."""

    day: date
    status: Status = Status.SUPERSEDED
    reason: str = ""
    successor: str = ""

    @property
    def note(self) -> str:
        """What is noted with the term: ``superseded 2026-11-22: the ministry was renamed``."""
        by = f" by {self.successor}" if self.successor else ""
        return f"{self.status}{by} {self.day}{': ' if self.reason else ''}{self.reason}"


def named(told: str) -> Named:
    """Return the term that ``TAG=TEXT`` names.

    Raises:
        QAError: it is not of that form.
    """
    tag, equals, text = told.partition("=")
    if not (equals and text.strip() and canonical(tag)):
        raise QAError(f"'{told}' names no term", "write the language first: de=Haushalt")
    return Named(tag.strip(), text.strip())


def id_for(text: str) -> str:
    """Return an id made of a term: ``budget-committee``."""
    return _NOT_IN_ID.sub("-", text.casefold()).strip("-") or "concept"


def manner(
    part_of_speech: str | None,
    case_sensitive: bool | None,
    do_not_translate: bool | None,
    note: str | None,
) -> Manner:
    """Return what options say of terms.

    Raises:
        QAError: there is no such part of speech.
    """
    if part_of_speech is not None and part_of_speech not in list(PartOfSpeech):
        raise QAError(
            f"there is no part of speech '{part_of_speech}'", f"say {', '.join(PartOfSpeech)}"
        )
    speech = PartOfSpeech(part_of_speech) if part_of_speech else None
    return Manner(speech, case_sensitive, do_not_translate, note)


def amendment(
    fields: Mapping[str, str | None],
    examples: list[str] | None,
    terms: Mapping[str, list[str] | None],
    manner: Manner,
    dropped: list[str] | None = None,
) -> Amendment:
    """Return the change that options tell of.

    Args:
        fields: domain, definition and note by name.
        examples: in place of those there; None leaves them.
        terms: as ``TAG=TEXT``, by status.
        manner: what else to say of ``terms``.
        dropped: terms that go, as ``TAG=TEXT``.

    Raises:
        QAError: a term is not of that form.
    """
    return Amendment(
        domain=fields.get("domain"),
        definition=fields.get("definition"),
        note=fields.get("note"),
        examples=None if examples is None else tuple(examples),
        terms=tuple((named(one), Status(key)) for key, many in terms.items() for one in many or ()),
        manner=manner,
        dropped=tuple(map(named, dropped or ())),
    )


def new(concept_id: str | None, told: Amendment) -> Concept:
    """Return a new concept; without an id, it gets one made of its first term.

    Raises:
        QAError: it has no term.
    """
    if not told.terms:
        raise QAError("a concept needs a term", "add --term de=Haushalt")
    return amended(Concept(concept_id or id_for(told.terms[0][0].text), {}), told)


def amended(concept: Concept, amendment: Amendment) -> Concept:
    """Return a concept with what was told changed; a language whose terms all go goes with them.

    Raises:
        QAError: a term that is to go is not there.
    """
    names = ("domain", "definition", "note", "examples", "draft")
    told = {name: getattr(amendment, name) for name in names}
    terms = dict(concept.terms)
    for named, status in amendment.terms:
        terms[named.tag] = _with(terms.get(named.tag, ()), named.text, status, amendment.manner)
    for named in amendment.dropped:
        terms[named.tag] = _without(concept, terms.get(named.tag, ()), named)
    return replace(
        concept,
        terms={tag: kept for tag, kept in terms.items() if kept},
        **{name: value for name, value in told.items() if value is not None},
    )


def retired(concept: Concept, terms: tuple[Named, ...], how: Retirement) -> Concept:
    """Return a concept with terms retired, all of them if none is named.

    Raises:
        QAError: a term is not there, its successor is not, or the status does not retire.
    """
    if how.status not in _RETIRED:
        raise QAError(f"'{how.status}' does not retire a term", "say superseded or deprecated")
    for named in terms:
        _require(concept, named)
    return replace(
        concept,
        terms={
            tag: tuple(
                _retired(one, how) if not terms or Named(tag, one.text) in terms else one
                for one in known
            )
            for tag, known in concept.terms.items()
        },
    )


def _retired(term: Term, how: Retirement) -> Term:
    note = "; ".join(part for part in (term.note, how.note) if part)
    return replace(term, status=how.status, note=note)


def _with(known: tuple[Term, ...], text: str, status: Status, manner: Manner) -> tuple[Term, ...]:
    if all(term.text != text for term in known):
        return (*known, manner.told(Term(text, status)))
    return tuple(
        manner.told(replace(term, status=status)) if term.text == text else term for term in known
    )


def _without(concept: Concept, known: tuple[Term, ...], named: Named) -> tuple[Term, ...]:
    _require(concept, named)
    return tuple(term for term in known if term.text != named.text)


def _require(concept: Concept, named: Named) -> None:
    if all(term.text != named.text for term in concept.terms.get(named.tag, ())):
        raise QAError(
            f"'{concept.id}' has no term '{named.text}' in '{named.tag}'",
            "`qa glossary show` lists its terms",
        )
