"""A termbase: concepts, and what they are called in each language (ISO 30042, TBX)."""

from enum import StrEnum

from msgspec import Struct, field

from qa.glossary.termbase import Entry, Scope


class Status(StrEnum):
    """Whether a term is to be used, as TBX's administrative status says."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    SUPERSEDED = "superseded"
    FORBIDDEN = "forbidden"


class PartOfSpeech(StrEnum):
    """As in TBX-Basic."""

    NOUN = "noun"
    PROPER_NOUN = "properNoun"
    VERB = "verb"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    OTHER = "other"


class Term(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab", omit_defaults=True):
    """One name of a concept in one language."""

    text: str
    status: Status = Status.PREFERRED
    part_of_speech: PartOfSpeech | None = None
    case_sensitive: bool = False
    do_not_translate: bool = False
    note: str = ""
    example: str = ""


class Concept(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab", omit_defaults=True):
    """What is meant, and its terms by BCP 47 tag, the tag of the definition first or English.

    A ``draft`` is somebody's suggestion: nothing is looked for until it has been accepted.
    """

    id: str
    terms: dict[str, tuple[Term, ...]]
    domain: str = ""
    definition: str = ""
    note: str = ""
    examples: tuple[str, ...] = ()
    draft: bool = False


class TermEntry(Entry, frozen=True):
    """A term as an entry of a glossary, to be found in text; ``id`` is that of its concept."""

    status: Status = Status.PREFERRED
    term: str = ""


class Termbase(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab", omit_defaults=True):
    """A file of concepts; ``scope`` is house, desk or article, the narrower wins."""

    name: str
    concepts: tuple[Concept, ...] = field(name="concept", default=())
    scope: Scope = Scope.HOUSE


class Lost(Struct, frozen=True):
    """Something that a format cannot hold: of which concept, what, and its value."""

    concept: str
    what: str
    value: str


class Imported(Struct, frozen=True):
    """What was read, and what could not be held or understood."""

    termbase: Termbase
    lost: tuple[Lost, ...]
