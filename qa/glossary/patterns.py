"""Compiled patterns and how they match; ``qa.glossary.parsing`` explains how they are written."""

from collections.abc import Callable, Iterator
from functools import cached_property

from msgspec import Struct

from qa.language import Language
from qa.regex import lazy
from qa.text.words import Words

# The apostrophe is that of a plural possessive: "citizens' money".
_JOINT = lazy(r"['’]?[\s‐‑-]*\Z")
_COMMA_JOINT = lazy(r"[\s”\"’'」』]*[,，、][\s”\"’'」』]*\Z")
_WITHIN_SENTENCE = lazy(r"[\s,，、‐‑・'’“”\"-]*\Z")
_WITHIN_CLAUSE = lazy(r"[\s‐‑・'’“”\"-]*\Z")
_CLAUSE_END = lazy(r"\s*(?:[^\s\w]|\Z)|\s+(?:und|oder)\b")
_CONJUNCTION_AT_MOST = 6
_SENTENCE_END = lazy(r"[.!?:…。！？：\n][\s\"'”’“‘»«)\]」』]*\Z|\A\W*\n|[“„«\"「『]\s*\Z")


class Word(Struct, frozen=True):
    """One word in any of ``forms``.

    Capitalised if ``capital``; a comma before it if ``comma``; the last of its clause if ``last``.
    ``lemmas`` are what the forms are forms of, if they are all forms of it.
    """

    forms: frozenset[str]
    capital: bool = False
    comma: bool = False
    lemmas: frozenset[str] = frozenset()
    last: bool = False

    least = most = 1

    def ends(self, words: Words, index: int) -> Iterator[int]:
        """Yield the index after the word, if it stands at ``index``."""
        if index < len(words) and words.keys[index] in self.forms:
            lacks_capital = self.capital and not words.text(index)[0].isupper()
            if not lacks_capital and not (self.last and not _ends_clause(words, index)):
                yield index + 1


class Gap(Struct, frozen=True):
    """Up to ``most`` words of any kind within the sentence, or within the ``clause``."""

    most: int
    least: int = 0
    comma: bool = False
    clause: bool = False

    def ends(self, words: Words, index: int) -> Iterator[int]:
        """Yield the index after none, one … words."""
        yield index
        for end in range(index + 1, min(index + self.most, len(words)) + 1):
            yield end
            if not self.bridges(words.between(end - 1)):
                return

    def bridges(self, between: str) -> bool:
        """Tell whether a gap may go on over what stands between two words."""
        return bool((_WITHIN_CLAUSE if self.clause else _WITHIN_SENTENCE).match(between))


class Class(Struct, frozen=True):
    """A closed class of words, of one word or several."""

    name: str
    find: Callable[[Words, int, Language], int]
    language: Language
    comma: bool = False

    least = 1
    most = 8

    def ends(self, words: Words, index: int) -> Iterator[int]:
        """Yield the index after the longest member of the class at ``index``."""
        if index < len(words):
            end = self.find(words, index, self.language)
            if end > index:
                yield end


class Start(Struct, frozen=True):
    """The start of a sentence; takes up no word."""

    comma: bool = False

    least = most = 0

    def ends(self, words: Words, index: int) -> Iterator[int]:
        """Yield ``index`` if a sentence starts there."""
        if starts_sentence(words, index):
            yield index


Atom = Word | Gap | Class | Start


class Variant(Struct, frozen=True):
    """One straight sequence of atoms, with the word to look for first.

    The anchor stands ``least`` to ``most`` words after the start of a match, and each of
    ``neighbours`` at its distance from the anchor. A sequence of classes alone has no anchors and
    can begin anywhere; only the surroundings of an entry may be such.
    """

    atoms: tuple[Atom, ...]
    anchors: frozenset[str]
    least: int
    most: int
    neighbours: tuple[tuple[int, frozenset[str]], ...]

    def fits(self, keys: list[str], anchor: int) -> bool:
        """Tell whether the neighbours of a word let it be the anchor, before it is tried out."""
        for distance, forms in self.neighbours:
            place = anchor + distance
            if not 0 <= place < len(keys) or keys[place] not in forms:
                return False
        return True

    def match_around(self, words: Words, anchor: int) -> Iterator[tuple[int, int]]:
        """Yield the matches (first word, one past the last) whose anchor may be at ``anchor``."""
        for before in range(self.least, self.most + 1):
            start = anchor - before
            if start >= 0:
                yield from ((start, end) for end in self.match_at(words, start))

    def match_at(self, words: Words, start: int) -> Iterator[int]:
        """Yield the ends of the matches that start at word ``start``."""
        if not self.atoms[0].comma or (start and joined(words, start, self.atoms[0])):
            yield from _ends(self.atoms, words, start, start)

    def search(self, words: Words) -> Iterator[tuple[int, int]]:
        """Yield all matches in ``words``."""
        if not self.anchors:
            for start in range(len(words)):
                yield from ((start, end) for end in self.match_at(words, start))
        for key in self.anchors & words.places.keys():
            for anchor in words.places[key]:
                yield from self.match_around(words, anchor)


class Pattern(Struct, frozen=True, dict=True):
    """A compiled pattern: the variants that its choices and optional parts unfold to."""

    source: str
    variants: tuple[Variant, ...]

    @cached_property
    def _reach(self) -> int:
        """The most words that a match can have."""
        return max(sum(atom.most for atom in variant.atoms) for variant in self.variants)

    def search(self, words: Words) -> Iterator[tuple[int, int]]:
        """Yield all matches in ``words``."""
        for variant in self.variants:
            yield from variant.search(words)

    def crosses(self, words: Words, start: int, end: int) -> bool:
        """Tell whether a match shares a word with those from ``start`` to ``end``."""
        return any(last > start for _, last in self._beginning(words, start, end))

    def precedes(self, words: Words, index: int) -> bool:
        """Tell whether a match ends right before word ``index``."""
        return any(last == index for _, last in self._beginning(words, index, index))

    def _beginning(self, words: Words, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the matches that begin before ``end`` and may reach ``start``."""
        earliest = max(0, start - self._reach)
        around = frozenset(words.keys[earliest : end + self._reach])
        for variant in self.variants:
            if not variant.anchors or not variant.anchors.isdisjoint(around):
                for first in range(earliest, min(end, len(words))):
                    yield from ((first, last) for last in variant.match_at(words, first))

    def follows(self, words: Words, index: int) -> bool:
        """Tell whether a match starts at word ``index`` and is joined to the word before it."""
        return index < len(words) and any(
            True
            for variant in self.variants
            if joined(words, index, variant.atoms[0])
            for _ in variant.match_at(words, index)
        )


def starts_sentence(words: Words, index: int) -> bool:
    """Tell whether word ``index`` is the first of a sentence."""
    return index == 0 or bool(_SENTENCE_END.search(words.between(index - 1)))


def _ends(atoms: tuple[Atom, ...], words: Words, start: int, index: int) -> Iterator[int]:
    if not atoms:
        if index > start:
            yield index
        return
    first, rest = atoms[0], atoms[1:]
    if start < index < len(words) and not joined(words, index, first):
        return
    for end in first.ends(words, index):
        yield from _ends(rest, words, start, end)


def joined(words: Words, index: int, atom: Atom) -> bool:
    """Tell whether what stands before word ``index`` lets ``atom`` go on there."""
    if isinstance(atom, Start):
        return True
    between = words.between(index - 1)
    if atom.comma:
        return bool(_COMMA_JOINT.match(between))
    return atom.bridges(between) if isinstance(atom, Gap) else bool(_JOINT.match(between))


def _ends_clause(words: Words, index: int) -> bool:
    following = words.content[words.spans[index][1] :][:_CONJUNCTION_AT_MOST]
    return bool(_CLAUSE_END.match(following))
