"""A termbase written as TBX-Basic, version 3, DCA style.

The order of elements is that of the core structure (TBXcoreStructV03.rng); which data category may
stand where, and its values, are those of TBX-Basic 1.2.1 (https://www.tbxinfo.net).
"""

from collections.abc import Iterable, Iterator
from html import escape

from msgspec import structs

from qa.errors import QAError
from qa.glossary.termbase import Scope
from qa.terminology.exchange.identifiers import unique
from qa.terminology.exchange.labels import Label, line, split
from qa.terminology.exchange.portable import portable
from qa.terminology.exchange.tbx import sections
from qa.terminology.exchange.tbx.names import encoded
from qa.terminology.model import Concept, Lost, Termbase

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="{language}" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader>
<fileDesc>
<titleStmt><title>{name}</title></titleStmt>
<sourceDesc><p>Written by qa glossary export</p></sourceDesc>
</fileDesc>
</tbxHeader>
<text>
<body>
"""
_TAIL = "</body>\n</text>\n</tbx>\n"
_OF_A_CONCEPT = frozenset(("xGraphic", "externalCrossReference", "customerSubset", "projectSubset"))
_OF_A_LANGUAGE = frozenset(("definition", "source", "note"))


def write(termbase: Termbase, languages: tuple[str, ...]) -> tuple[bytes, tuple[Lost, ...]]:
    """Return a TBX file, and what it cannot hold or holds as a note only.

    Args:
        termbase: what to write.
        languages: those to write, none for all.

    Raises:
        QAError: no concept has a term; a TBX file has at least one.
    """
    clean, changed = portable(termbase)
    lost = list(changed)
    if termbase.scope is not Scope.HOUSE:
        lost.append(Lost("", "scope", termbase.scope))
    kept = [one for one in (_kept(one, languages, lost) for one in clean.concepts) if one.terms]
    if not kept:
        raise QAError("there is nothing to write: no concept has a term", "a TBX file needs one")
    head = _HEAD.format(language=escape(_main(kept)), name=escape(termbase.name, quote=False))
    taken: dict[str, int] = {}
    body = [text for concept in kept for text in _entry(concept, taken, lost)]
    return "".join([head, *body, _TAIL]).encode(), tuple(lost)


def _main(concepts: list[Concept]) -> str:
    """Return the language of the file: English if a concept has it, else that of the first."""
    every = [language for one in concepts for language in one.terms]
    return "en" if "en" in every else every[0]


def _kept(concept: Concept, languages: tuple[str, ...], lost: list[Lost]) -> Concept:
    """Leave out languages that are not asked for, and terms without text."""
    plain = all(term.text for terms in concept.terms.values() for term in terms)
    if plain and concept.terms and all(concept.terms.values()) and not languages:
        return concept
    terms = {
        language: tuple(term for term in found if term.text)
        for language, found in concept.terms.items()
        if language in (languages or concept.terms)
    }
    dropped = [language for language in concept.terms if not terms.get(language)]
    lost.extend(Lost(concept.id, "language", language) for language in dropped)
    if len(dropped) == len(concept.terms):
        lost.append(Lost(concept.id, "concept", "has no term"))
    return structs.replace(concept, terms={tag: found for tag, found in terms.items() if found})


def _entry(concept: Concept, taken: dict[str, int], lost: list[Lost]) -> Iterator[str]:
    name = encoded(concept.id)
    given = unique(name, taken)
    if given != name:
        lost.append(Lost(concept.id, "id", "is there twice"))
    note, labels = split(concept.note, _OF_A_CONCEPT | _OF_A_LANGUAGE)
    lifted = {id(label) for label in labels if _fits(label, concept)}
    notes = [note, *(line(label) for label in labels if id(label) not in lifted)]
    notes = ["\n".join(filter(None, notes)), *_examples(concept, lost)]
    yield f'<conceptEntry id="{given}">\n'
    if concept.domain:
        yield f'<descrip type="subjectField">{escape(concept.domain, quote=False)}</descrip>\n'
    here = [label for label in labels if id(label) in lifted]
    yield from sections.facts(label for label in here if not label.language)
    yield from sections.notes(notes)
    yield from _languages(concept, [label for label in here if label.language], lost)
    yield "</conceptEntry>\n"


def _fits(label: Label, concept: Concept) -> bool:
    """Tell whether a labelled line has a place of its own at its level."""
    if label.name in _OF_A_LANGUAGE:
        return label.language in concept.terms
    return not label.language and sections.is_allowed(label)


def _examples(concept: Concept, lost: list[Lost]) -> Iterator[str]:
    for example in concept.examples:
        folded = example.replace("\n", " ")
        kept = "kept as a note" if folded == example else "kept as a note without line breaks"
        lost.append(Lost(concept.id, f"example of a concept, {kept}", example))
        yield line(Label("example", example))


def _languages(concept: Concept, labels: Iterable[Label], lost: list[Lost]) -> Iterator[str]:
    said: dict[str, dict[str, list[str]]] = {}
    for label in labels:
        said.setdefault(label.language, {}).setdefault(label.name, []).append(label.value)
    if concept.definition:
        first = said.setdefault(next(iter(concept.terms)), {})
        first["definition"] = [concept.definition, *first.get("definition", [])]
    for language, terms in concept.terms.items():
        facts = said.get(language, {})
        yield f'<langSec xml:lang="{escape(language)}">\n'
        yield from sections.definitions(facts.get("definition", []), facts.get("source", []))
        yield from sections.notes(facts.get("note", []))
        for term in terms:
            yield from sections.term(term, concept.id, lost)
        yield "</langSec>\n"
