"""From beads to the pairs, omissions and additions of a document."""

from collections.abc import Sequence
from itertools import groupby

from qa.alignment.search import Bead
from qa.alignment.sentences import Numbering, Sentence
from qa.model import Document, Omission, Pair, Segment, Source

# A gap that is less sure than this is left out: other paths make pairs of what stands there.
_SURE = 0.5
# Texts whose pairs are less sure than this on average are too free for anything to be missing.
_SURE_ON_AVERAGE = 0.85

Sides = tuple[Sequence[Sentence], Sequence[Sentence]]


def paired(document: Document, original: Document, beads: Sequence[Bead], sides: Sides) -> Source:
    """Return the source of a document, with what beads of sentences say.

    Args:
        document: the translation.
        original: what it was translated from.
        beads: in order, from the first sentences to the last.
        sides: the sentences of the source and of the document.
    """
    made = _Pairing(document, original, sides)
    for kind, stretch in groupby(_kept(beads), key=_kind):
        made.add(kind, list(stretch))
    return Source(
        path=original.path,
        content=original.content,
        segments=original.segments,
        pairs=tuple(made.pairs),
        omitted=tuple(made.omitted),
        added=tuple(made.added),
        language=original.language,
    )


def _kept(beads: Sequence[Bead]) -> list[Bead]:
    """Return the beads without the gaps that are not sure."""
    pairs = [bead.confidence for bead in beads if all(_kind(bead))]
    clear = not pairs or sum(pairs) >= _SURE_ON_AVERAGE * len(pairs)
    return [bead for bead in beads if all(_kind(bead)) or (clear and bead.confidence >= _SURE)]


def _kind(bead: Bead) -> tuple[bool, bool]:
    return bead.m > 0, bead.n > 0


class _Pairing:
    def __init__(self, document: Document, original: Document, sides: Sides) -> None:
        self._sources, self._targets = sides
        self._of_source = Numbering(len(original.segments))
        self._of_target = Numbering(len(document.segments))
        self._near: Segment | None = next(iter(document.segments), None)
        self.pairs: list[Pair] = []
        self.omitted: list[Omission] = []
        self.added: list[Segment] = []

    def add(self, kind: tuple[bool, bool], beads: list[Bead]) -> None:
        """Add beads of one kind: one omission or addition for all that follow each other."""
        if kind == (True, True):
            for bead in beads:
                self._pair(bead)
        elif kind[0]:
            self.omitted.append(Omission(self._source(beads[0].i, _end(beads)[0]), self._near))
        else:
            self._near = self._target(beads[0].j, _end(beads)[1])
            self.added.append(self._near)

    def _pair(self, bead: Bead) -> None:
        source = self._source(bead.i, bead.i + bead.m)
        self._near = self._target(bead.j, bead.j + bead.n)
        self.pairs.append(Pair(source, self._near, bead.confidence))

    def _source(self, start: int, end: int) -> Segment:
        return self._of_source.segment(self._sources[start:end])

    def _target(self, start: int, end: int) -> Segment:
        return self._of_target.segment(self._targets[start:end])


def _end(beads: Sequence[Bead]) -> tuple[int, int]:
    return beads[-1].i + beads[-1].m, beads[-1].j + beads[-1].n
