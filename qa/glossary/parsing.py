"""The pattern language of glossary entries.

======================  ======================================================================
``return service``      words, in any inflection, with spaces or hyphens between them; give the
                        form that dictionaries list
``Kunde+Service``       a compound, joined, hyphenated or in two words ("Kundenservice")
``Rolle einnehmen``     a separable verb in either order ("nimmt eine Rolle ein")
``"the" Ukraine``       a quoted word matches only itself, uninflected
``Ukraine``             a capital letter asks for a capital letter; lower case takes either
``(check|look into)``   alternatives
``[the] Turkish side``  an optional part
``since ~2 years``      a gap of up to two words, within the sentence
``said , that``         a comma that must stand there
``^ Should``            the start of a sentence
``@number``             a closed class of words: see ``CLASSES``
======================  ======================================================================
"""

from collections.abc import Iterator
from itertools import product

from msgspec import structs

from qa.errors import QAError
from qa.glossary.classes import CLASSES, has_members
from qa.glossary.patterns import Atom, Class, Gap, Pattern, Start, Variant, Word
from qa.language import Language
from qa.regex import lazy
from qa.text.inflection import forms
from qa.text.words import Words

_TOKEN = lazy(r'\s+|\^|,|~\d+|@[a-z-]+|"[^"]+"|[()\[\]|]|[^\s()\[\]|"~@^,]+')
_VARIANTS_AT_MOST = 512
# How far from its verb a separated particle may stand, and how many forms show a verb.
_PARTICLE_REACH = 8
_VERB_FORMS_AT_LEAST = 6

Sequence = tuple[Atom, ...]


def parse(source: str, language: Language, owner: str | None = None) -> Pattern:
    """Compile a pattern.

    Args:
        source: the pattern.
        language: the language of the text to match.
        owner: whose pattern it is, for messages.

    Raises:
        QAError: the pattern is not of the language above, or can never match.
    """
    sequences = _Parser(source, language, owner).parse()
    return Pattern(source, tuple(_variant(atoms, language) for atoms in sequences))


def _variant(atoms: Sequence, language: Language) -> Variant:
    common = language.words("function-words")
    candidates = [
        (_commonness(atom, common), position, atom.forms)
        for position, atom in enumerate(atoms)
        if isinstance(atom, Word)
    ]
    if not candidates:
        return Variant(atoms, frozenset(), 0, 0, ())
    _, position, anchors = min(candidates, key=lambda candidate: candidate[:2])
    before, after = atoms[:position], atoms[position + 1 :]
    return Variant(
        atoms,
        anchors,
        sum(atom.least for atom in before),
        sum(atom.most for atom in before),
        (*_run(after, 1), *_run(before[::-1], -1)),
    )


def _run(atoms: Sequence, step: int) -> Iterator[tuple[int, frozenset[str]]]:
    """Yield the words that stand next to an anchor, with their distances from it."""
    for distance, atom in enumerate(atoms, 1):
        if not isinstance(atom, Word):
            return
        yield step * distance, atom.forms


def _commonness(word: Word, common: frozenset[str]) -> tuple[bool, int]:
    return bool(word.forms & common), -min(map(len, word.forms))


class _Parser:
    """Recursive descent over the tokens of one pattern."""

    def __init__(self, source: str, language: Language, owner: str | None) -> None:
        self.source = source
        self.owner = owner
        self.language = language
        tokens = _TOKEN.findall(source)
        self.tokens = [token for token in tokens if not token.isspace()]
        self.comma = False
        if "".join(tokens) != source:
            raise self.error("has an unfinished quotation or gap")

    def error(self, what: str) -> QAError:
        where = f"{self.owner}: " if self.owner else ""
        return QAError(
            f"{where}the pattern '{self.source}' {what}", "corpora/README.md explains patterns"
        )

    def parse(self) -> list[Sequence]:
        sequences = self.choice()
        if self.tokens:
            raise self.error(f"has a '{self.tokens[0]}' too many")
        if not all(sequences):
            raise self.error("can match nothing at all")
        return sequences

    def choice(self) -> list[Sequence]:
        alternatives = [self.sequence()]
        while self.tokens and self.tokens[0] == "|":
            self.tokens.pop(0)
            alternatives.append(self.sequence())
        return _merged([atoms for alternative in alternatives for atoms in alternative])

    def sequence(self) -> list[Sequence]:
        sequences: list[Sequence] = [()]
        while self.tokens and self.tokens[0] not in ("|", ")", "]"):
            token = self.tokens.pop(0)
            following = self.item(token)
            separated = list(self.separated(token, sequences))
            sequences = [left + right for left, right in product(sequences, following)] + separated
            if len(sequences) > _VARIANTS_AT_MOST:
                raise self.error("unfolds to too many variants")
        return sequences

    def item(self, token: str) -> list[Sequence]:
        if token == ",":
            self.comma = True
            return [()]
        comma, self.comma = self.comma, False
        if token in ("(", "["):
            return [_after_comma(atoms, comma=comma) for atoms in self.group(token)]
        if "+" in token:
            return self.compound(token)
        return [self.atoms(token, comma=comma)]

    def group(self, opening: str) -> list[Sequence]:
        inside = self.choice()
        closing = ")" if opening == "(" else "]"
        if not self.tokens or self.tokens.pop(0) != closing:
            raise self.error(f"lacks a '{closing}'")
        return [(), *inside] if opening == "[" else inside

    def atoms(self, token: str, *, comma: bool) -> Sequence:
        if token == "^":
            return (Start(),)
        if token[0] == "~":
            return (Gap(int(token[1:])),)
        if token[0] == "@":
            return (self.word_class(token[1:], comma=comma),)
        return self.words(token, comma=comma)

    def word_class(self, name: str, *, comma: bool) -> Class:
        if name not in CLASSES:
            raise self.error(f"names the class @{name}; there are {', '.join(sorted(CLASSES))}")
        if not has_members(name, self.language):
            raise self.error(f"names the class @{name}, of which no {self.language.name} is known")
        return Class(name, CLASSES[name], self.language, comma)

    def words(self, token: str, *, comma: bool) -> tuple[Word, ...]:
        words = Words(token, elision=self.language.elision)
        if not words:
            raise self.error(f"has '{token}', which is not a word")
        if token[0] == '"':
            return tuple(
                _word(words.text(index), frozenset({key}), comma=comma and index == 0)
                for index, key in enumerate(words.keys)
            )
        return tuple(
            self.inflected(words.text(index), comma=comma and index == 0)
            for index in range(len(words))
        )

    def inflected(self, word: str, *, comma: bool = False) -> Word:
        return _word(word, forms(word, self.language.tag), comma=comma, lemmas=frozenset({word}))

    def compound(self, token: str) -> list[Sequence]:
        """Return the two parts of a compound as one word, and as two."""
        first, _, last = token.partition("+")
        if not self.language.linking:
            raise self.error(f"joins words by '+'; {self.language.name} writes them apart")
        if not first or not last:
            raise self.error(f"has '{token}', which lacks a part")
        linked = {first.lower() + one for one in self.language.linking} | forms(
            first, self.language.tag
        )
        whole = {left + right for left in linked for right in forms(last, self.language.tag)}
        lemma = frozenset({first + last.lower()})
        return [
            (_word(first, frozenset(whole), lemmas=lemma),),
            (_word(first, frozenset(linked)), self.inflected(last)),
        ]

    def separated(self, token: str, before: list[Sequence]) -> Iterator[Sequence]:
        """Yield the order of a main clause, where a particle parts from its verb and ends it."""
        for particle in self.language.particles:
            verb = token.removeprefix(particle)
            if verb != token and self.is_verb(verb):
                rest = Word(frozenset({particle}), last=True)
                reach = Gap(_PARTICLE_REACH, clause=True)
                yield from ((self.inflected(verb), reach, *left, rest) for left in before)

    def is_verb(self, word: str) -> bool:
        shape = word.endswith("n") and word.isalpha()
        return shape and len(forms(word, self.language.tag)) >= _VERB_FORMS_AT_LEAST


def _after_comma(atoms: Sequence, *, comma: bool) -> Sequence:
    """Return atoms of which the first asks for a comma before it, if ``comma``."""
    if not comma or not atoms:
        return atoms
    return (structs.replace(atoms[0], comma=True), *atoms[1:])


def _word(
    word: str, found: frozenset[str], *, comma: bool = False, lemmas: frozenset[str] = frozenset()
) -> Word:
    return Word(found, word[0].isupper(), comma, lemmas)


def _merged(sequences: list[Sequence]) -> list[Sequence]:
    """Join alternatives that are single words into one word with more forms."""
    singles = [atoms[0] for atoms in sequences if len(atoms) == 1]
    words = [atom for atom in singles if isinstance(atom, Word) and not atom.capital]
    if len(words) < 2 or any(word.comma for word in words):  # noqa: PLR2004 - a pair
        return sequences
    one = Word(
        frozenset().union(*(word.forms for word in words)),
        lemmas=frozenset().union(*(word.lemmas for word in words)),
    )
    rest = [atoms for atoms in sequences if len(atoms) != 1 or atoms[0] not in words]
    return [(one,), *rest]
