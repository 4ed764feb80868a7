"""Term candidates from files, and as drafts in a glossary."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from qa.errors import QAError
from qa.glossary.termbase import Scope
from qa.language import language
from qa.regex import lazy
from qa.terminology import loading, pairs, writing
from qa.terminology.pairs import Aligned
from qa.terminology.splicing import Layout
from qa.terminology.suggesting import Candidate, draft, suggest
from qa.terminology.wording import counted

_LANGUAGES = lazy(r"(?P<source>[a-z]{2,3})-(?P<target>[a-z]{2,3})")


class Asked(Struct, frozen=True):
    """Where to look for terms: one file of pairs, or a source and a target of as many lines."""

    pairs: Path | None
    source: Path | None
    target: Path | None
    languages: str
    least: int
    glossary: Path | None

    @property
    def tags(self) -> tuple[str, str]:
        """The languages of source and target.

        Raises:
            QAError: they are not written as ``de-en``.
        """
        found = _LANGUAGES.fullmatch(self.languages)
        if not found:
            raise QAError(f"'{self.languages}' names no two languages", "write --languages de-en")
        return found["source"], found["target"]


def candidates(asked: Asked) -> list[Candidate]:
    """Return the term candidates of the files that were asked for, the surest first.

    Raises:
        QAError: a file is missing, cannot be read, or fits no other.
    """
    there = asked.glossary and asked.glossary.exists()
    known = loading.load(asked.glossary).contents.concepts if there and asked.glossary else ()
    source, target = map(language, asked.tags)
    return suggest(_aligned(asked), source, target, known, asked.least)


def _aligned(asked: Asked) -> list[Aligned]:
    if asked.pairs:
        return pairs.read(asked.pairs, *asked.tags)
    if asked.source and asked.target:
        return pairs.lines(asked.source, asked.target)
    raise QAError(
        "nothing to look for terms in",
        "name a TMX, XLIFF or TSV file, --source and --target, or --from-report",
    )


def append(asked: Asked, found: Sequence[Candidate], *, dry_run: bool = False) -> str:
    """Append candidates to the glossary as drafts, and say how many; it is made if not there.

    Raises:
        QAError: no glossary was named, or it cannot be written.
    """
    if asked.glossary is None:
        raise QAError("there is no glossary to append to", "add --glossary FILE")
    content = asked.glossary.read_bytes() if asked.glossary.exists() else _head(asked.glossary)
    loaded = loading.of_content(asked.glossary, content)
    known = {one.id for one in loaded.contents.concepts}
    drafts = {one.id: one for one in (draft(each, *asked.tags) for each in found)}
    new = [one for name, one in drafts.items() if name not in known]
    edit = loaded.changed(Layout(loaded.text).rewritten({}, new), asked.glossary)
    if not dry_run:
        edit.save()
    return f"{asked.glossary}: {counted(len(new), 'draft')} appended"


def _head(path: Path) -> bytes:
    return writing.head(path.stem, Scope.HOUSE).encode()
