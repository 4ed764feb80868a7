"""What concepts ask of a translation: the terms of the source, and those that may stand for them.

Terms of concepts that are not wanted in the target are found with or without a source
(``unwanted-term``); here they only tell why a wanted one is missing.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from qa import resources
from qa.glossary import terms
from qa.glossary.terms import Term
from qa.language import primary
from qa.terminology import loading
from qa.terminology.model import Concept, Status
from qa.terminology.model import Term as Named
from qa.terminology.term_phrases import RETIRED

_WANTED = (Status.PREFERRED, Status.ADMITTED)
_CONCEPT = b"[[concept]]"


def terms_of(paths: Sequence[Path], source: str, target: str) -> list[Term]:
    """Return the terms of glossaries, tables and files of concepts alike, in a pair of languages.

    Args:
        paths: of the glossaries, the later going before the earlier for the same term.
        source: tag of the language of the source.
        target: tag of that of the translation.

    Raises:
        QAError: one cannot be read.
    """
    found: dict[str, Term] = {}
    for path in paths:
        own = terms.read(path) if terms.is_table(path) else _of_file(path, source, target)
        found.update((term.source, term) for term in own)
    return list(found.values())


def _of_file(path: Path, source: str, target: str) -> Iterator[Term]:
    content = resources.content(path)
    if _CONCEPT in content:
        for concept in loading.of_content(path, content).contents.concepts:
            if not concept.draft:
                yield from _of_concept(concept, source, target)


def _of_concept(concept: Concept, source: str, target: str) -> Iterator[Term]:
    there = _in(concept, target)
    allowed = [one.text for status in _WANTED for one in there if one.status is status]
    retired = tuple(one.text for one in there if one.status in RETIRED)
    for one in _in(concept, source):
        targets = (one.text,) if one.do_not_translate else tuple(allowed)
        if targets:
            yield Term(one.text, targets, retired=retired)


def _in(concept: Concept, tag: str) -> list[Named]:
    return [
        term
        for spoken, named in concept.terms.items()
        if primary(spoken) == primary(tag)
        for term in named
    ]
