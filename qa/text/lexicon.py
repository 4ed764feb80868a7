"""Inflected forms from the lemma tables of simplemma, turned around, and by analogy.

A table maps a form to one lemma. Turned around it lists the forms of a word, but not those that it
gives to another lemma ("adressiert", an adjective of its own), and nothing of a word it lacks.
What words with the same ending usually do fills such gaps: "dedikovaný" goes like other words in
"-kovaný". Loading a table takes a second or more: ``qa.text.inflection`` remembers what was found.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from msgspec import Struct

_LIKE_ENDINGS_AT_LEAST = 3
_MODELS_AT_LEAST = 8
_MODELS_AT_MOST = 200
_MODEL_FORMS_AT_LEAST = 2
_USUAL = 1 / 3


class _Table(Struct, frozen=True):
    """Forms by lemma, the lemma of each form, and the lemmas read backwards, sorted."""

    forms: dict[str, list[str]]
    lemmas: dict[str, str]
    backwards: list[str]


def covered(tag: str) -> bool:
    """Tell whether there is a table for a primary tag."""
    from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES

    return tag in SUPPORTED_LANGUAGES


def forms(word: str, tag: str) -> frozenset[str]:
    """Return the forms of ``word`` in lower case, itself among them.

    Args:
        word: in the form that dictionaries list, German nouns with their capital letter; what is
            only a form of another word stands for itself alone.
        tag: a primary tag.
    """
    if not covered(tag):
        return frozenset({word.lower()})
    table = _table(tag)
    if word not in table.lemmas and word not in table.forms:
        word = word.lower() if word.lower() in table.forms else word
    listed = table.forms.get(word, [])
    if word in table.lemmas and not listed:
        return frozenset({word.lower()})
    found = {word, *listed, *_by_analogy(word, table)}
    participles = (one for one in found if len(one) >= len(word) - 1)
    found |= {form for one in participles for form in table.forms.get(one, ())}
    return frozenset(form.lower() for form in found)


@cache
def _table(tag: str) -> _Table:
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    lemmas = dict(DefaultDictionaryFactory().get_dictionary(tag))
    by_lemma: dict[str, list[str]] = {}
    for form, lemma in lemmas.items():
        by_lemma.setdefault(lemma, []).append(form)
    models = (one for one, found in by_lemma.items() if len(found) >= _MODEL_FORMS_AT_LEAST)
    return _Table(by_lemma, lemmas, sorted(lemma[::-1] for lemma in models))


def _by_analogy(word: str, table: _Table) -> Iterator[str]:
    """Yield the forms that are usual for lemmas with the longest ending in common with ``word``."""
    for size in range(len(word) - 1, _LIKE_ENDINGS_AT_LEAST - 1, -1):
        models = _ending_in(word[-size:], table)
        if len(models) >= _MODELS_AT_LEAST:
            endings = Counter(one for model in models for one in _endings(model, size, table))
            stem = word[:-size]
            yield from (
                stem + one for one, count in endings.items() if count >= _USUAL * len(models)
            )
            return


def _ending_in(ending: str, table: _Table) -> list[str]:
    backwards = ending[::-1]
    start = bisect_left(table.backwards, backwards)
    found = table.backwards[start : start + _MODELS_AT_MOST]
    return [one[::-1] for one in takewhile(lambda one: one.startswith(backwards), found)]


def _endings(lemma: str, size: int, table: _Table) -> set[str]:
    """Return what the forms of ``lemma`` have in the place of its last ``size`` letters."""
    stem = lemma[:-size]
    return {form[len(stem) :] for form in table.forms[lemma] if form.startswith(stem)}
