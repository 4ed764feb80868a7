"""What a changed glossary would find in an archive, and what it would no longer find."""

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct

from qa.model import Document
from qa.terminology.searching import Hit, Searcher, language_of
from qa.terminology.wording import counted, listed

# Of one concept; nobody reads hundreds to see what a change does.
_SHOWN = 10


class Change(Struct, frozen=True):
    """What becomes of the findings of one entry, or of one concept's terms."""

    id: str
    added: tuple[Hit, ...]
    removed: tuple[Hit, ...]

    @property
    def articles(self) -> list[str]:
        """The articles in which anything changes, by name."""
        return sorted({hit.path for hit in (*self.added, *self.removed)})


class Impact(Struct, frozen=True):
    """The changes, the largest first; how many articles were read, and which in vain."""

    changes: tuple[Change, ...]
    articles: int
    unsure: tuple[str, ...]


def impact(
    old: Searcher, new: Searcher, documents: Iterable[Document], told: str | None = None
) -> Impact:
    """Compare what two versions of a glossary find.

    Suspect phrases count, and deprecated, superseded and forbidden terms; what is not translated
    by a preferred term cannot be seen in articles without their source.

    Args:
        old: the glossary as it is.
        new: as it would be.
        documents: the archive.
        told: language of all articles; None to tell it by the text.
    """
    added: list[Hit] = []
    removed: list[Hit] = []
    unsure, count = [], 0
    for document in documents:
        count += 1
        tag = language_of(document, told)
        if tag is None:
            unsure.append(document.path)
            continue
        was, now = (Counter(one.hits(document, tag)) for one in (old, new))
        added.extend((now - was).elements())
        removed.extend((was - now).elements())
    return Impact(_changes(added, removed), count, tuple(unsure))


def _changes(added: list[Hit], removed: list[Hit]) -> tuple[Change, ...]:
    names = Counter(hit.name for hit in (*added, *removed))
    return tuple(
        Change(
            name,
            tuple(hit for hit in added if hit.name == name),
            tuple(hit for hit in removed if hit.name == name),
        )
        for name, _ in sorted(names.items(), key=lambda one: (-one[1], one[0]))
    )


def described(found: Impact) -> Iterator[str]:
    """Yield what would change, in words, a line each."""
    for change in found.changes:
        parts = [
            counted(len(hits), f"finding {what}", f"findings {what}")
            for hits, what in ((change.added, "added"), (change.removed, "removed"))
            if hits
        ]
        yield f"{change.id}: {', '.join(parts)} in {counted(len(change.articles), 'article')}"
        hits = [*(("+", hit) for hit in change.added), *(("-", hit) for hit in change.removed)]
        yield from (_shown(sign, hit) for sign, hit in hits[:_SHOWN])
        if len(hits) > _SHOWN:
            yield f"  … and {len(hits) - _SHOWN} more (--format json has all)"
    touched = {path for change in found.changes for path in change.articles}
    added, removed = (
        sum(len(getattr(change, side)) for change in found.changes) for side in ("added", "removed")
    )
    yield (
        f"{counted(added, 'finding')} added, {removed} removed, in {len(touched)} of "
        f"{counted(found.articles, 'article')}"
    )
    if found.unsure:
        yield f"language unsure, not searched: {listed(list(found.unsure))}"


def _shown(sign: str, hit: Hit) -> str:
    return f"  {sign} {hit.path}:{hit.line}:{hit.column} {hit.text}"
