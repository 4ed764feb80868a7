"""Whether the entries of a glossary do what they say."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from qa.errors import QAError
from qa.findings import Confidence
from qa.glossary.compiled import Compiled, compiled
from qa.glossary.matching import Matcher
from qa.glossary.termbase import Entry, Glossary
from qa.language import language
from qa.text.words import Words

_REPLACEMENTS_AT_MOST = 3


class Fault(NamedTuple):
    """What is wrong with an entry."""

    entry: str
    reason: str


def faults(glossary: Glossary) -> Iterator[Fault]:
    """Yield what is wrong with a glossary whose patterns can be read; drafts may lack anything."""
    ids = Counter(entry.id for entry in glossary.entries)
    yield from (Fault(one, "stands there twice") for one, count in ids.items() if count > 1)
    for entry in glossary.entries:
        if not entry.draft:
            yield from (Fault(entry.id, reason) for reason in _reasons(glossary, entry))


def require_sound(source: Compiled, path: Path, text: str) -> None:
    """Refuse a glossary with faults.

    Args:
        source: the glossary.
        path: of its file.
        text: what stands in the file, to name the line.

    Raises:
        QAError: it has any; the message has path, line and reason of the first.
    """
    found = list(faults(source.glossary))
    if found:
        first, name = found[0], source.glossary.name
        further = f"; {len(found) - 1} more are wrong" if found[1:] else ""
        raise QAError(
            f"{path}:{line_of(first.entry, text)}: {name}/{first.entry} {first.reason}{further}",
            "corpora/README.md says what an entry needs; 'draft = true' puts it off",
        )


def line_of(entry: str, text: str) -> int:
    """Return the number of the line that has the id of an entry, 1 if none has."""
    ids = (f'id = "{entry}"', f"id = '{entry}'")
    lines = enumerate(text.splitlines(), 1)
    return next((number for number, line in lines if line.strip().startswith(ids)), 1)


def _reasons(glossary: Glossary, entry: Entry) -> Iterator[str]:
    if not entry.why.strip():
        yield "has no 'why'"
    frequent = entry.confidence is Confidence.FREQUENT
    if len(entry.suggest) > _REPLACEMENTS_AT_MOST or not (entry.suggest or frequent):
        yield f"has {len(entry.suggest)} replacements, not one to three"
    alone = Matcher(
        [compiled(Glossary(glossary.name, glossary.origin, glossary.language, (entry,)))]
    )
    known = language(glossary.language)
    yield from (
        f"misses its flagged example: {sentence}"
        for sentence in entry.flagged
        if not alone.find_in_whole(Words(sentence, elision=known.elision))
    )
    yield from (
        f"flags its clean example: {sentence}"
        for sentence in entry.clean
        if alone.find_in_whole(Words(sentence, elision=known.elision))
    )
