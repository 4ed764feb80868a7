"""The pattern language of glossary entries.

======================  ======================================================================
``return service``      words, in any inflection, with spaces or hyphens between them
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

from qa.errors import QAError
from qa.glossary.classes import CLASSES
from qa.glossary.patterns import Atom, Class, Gap, Pattern, Start, Variant, Word
from qa.language import Language
from qa.regex import lazy
from qa.text.inflection import forms
from qa.text.words import Words

_TOKEN = lazy(r'\s+|\^|,|~\d+|@[a-z-]+|"[^"]+"|[()\[\]|]|[^\s()\[\]|"~@^,]+')
_VARIANTS_AT_MOST = 512


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


def _variant(atoms: tuple[Atom, ...], language: Language) -> Variant:
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


def _run(atoms: tuple[Atom, ...], step: int) -> Iterator[tuple[int, frozenset[str]]]:
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

    def parse(self) -> list[tuple[Atom, ...]]:
        sequences = self.choice()
        if self.tokens:
            raise self.error(f"has a '{self.tokens[0]}' too many")
        if not all(sequences):
            raise self.error("can match nothing at all")
        return sequences

    def choice(self) -> list[tuple[Atom, ...]]:
        alternatives = [self.sequence()]
        while self.tokens and self.tokens[0] == "|":
            self.tokens.pop(0)
            alternatives.append(self.sequence())
        return _merged([atoms for alternative in alternatives for atoms in alternative])

    def sequence(self) -> list[tuple[Atom, ...]]:
        sequences: list[tuple[Atom, ...]] = [()]
        while self.tokens and self.tokens[0] not in ("|", ")", "]"):
            following = self.item(self.tokens.pop(0))
            sequences = [left + right for left, right in product(sequences, following)]
            if len(sequences) > _VARIANTS_AT_MOST:
                raise self.error("unfolds to too many variants")
        return sequences

    def item(self, token: str) -> list[tuple[Atom, ...]]:
        if token == ",":
            self.comma = True
            return [()]
        if token in ("(", "["):
            return self.group(token)
        comma, self.comma = self.comma, False
        return [self.atoms(token, comma=comma)]

    def group(self, opening: str) -> list[tuple[Atom, ...]]:
        inside = self.choice()
        closing = ")" if opening == "(" else "]"
        if not self.tokens or self.tokens.pop(0) != closing:
            raise self.error(f"lacks a '{closing}'")
        return [(), *inside] if opening == "[" else inside

    def atoms(self, token: str, *, comma: bool) -> tuple[Atom, ...]:
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
        return Class(name, CLASSES[name], self.language, comma)

    def words(self, token: str, *, comma: bool) -> tuple[Word, ...]:
        words = Words(token, elision=self.language.elision)
        if not words:
            raise self.error(f"has '{token}', which is not a word")
        return tuple(
            Word(
                frozenset({key}) if token[0] == '"' else forms(key, self.language.tag),
                words.text(index)[0].isupper(),
                comma and index == 0,
                frozenset() if token[0] == '"' else frozenset({key}),
            )
            for index, key in enumerate(words.keys)
        )


def _merged(sequences: list[tuple[Atom, ...]]) -> list[tuple[Atom, ...]]:
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
