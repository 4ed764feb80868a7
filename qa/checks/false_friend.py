"""A word that looks like the source's and means something else.

What it finds
: Pairs of ``false-friends.toml`` of the two languages, such as German 'aktuell' and English
  'actual', where the source has the one and the target the other, and nothing in the source would
  rightly be called so. Not in names, and not where the target has the right word too.

Why it matters
: The sentence is grammatical, and says something that the source does not say.

Flagged
: [de > en] Die aktuellen Zahlen sind schlecht. | The actual figures are bad.
: [en > de] The chef tasted the soup. | Der Chef kostete die Suppe.
: [fr > en] Il travaille dans une librairie. | He works in a library.
: [es > en] Está embarazada. | She is embarrassed.

Clean
: [de > en] Die aktuellen Zahlen sind schlecht. | The current figures are bad.
: [de > en] Die aktuellen Zahlen stimmen tatsächlich. | The current figures are the actual ones.
: [en > de] The head of the firm came. | Der Chef der Firma kam.
: [en > de] She read "The Gift". | Sie las „Das Gift“ von Nabokov.

Sources
: MQM, accuracy > mistranslation > false friend (https://themqm.org)
: corpora/de-en/false-friends.toml and its like
"""

from collections.abc import Callable, Iterator
from functools import cache

from msgspec import Struct

from qa import resources
from qa.check import Context, bilingual_check
from qa.findings import Category, Confidence, Mark, Severity
from qa.glossary.renderings import is_akin
from qa.language import Language, primary
from qa.model import Pair
from qa.text.inflection import forms
from qa.text.passages import quoted, within
from qa.text.words import Words


class Friend(Struct, frozen=True, forbid_unknown_fields=True):
    """A word of the source's language and the words that look like it.

    ``means`` are translations of it; ``right`` are words of the source that the false ones do
    translate.
    """

    source: str
    false: tuple[str, ...]
    means: tuple[str, ...]
    right: tuple[str, ...] = ()


class Friends(Struct, frozen=True, forbid_unknown_fields=True):
    """``false-friends.toml``."""

    friend: tuple[Friend, ...]


@bilingual_check("false-friend", Category.ACCURACY, Severity.WARNING)
def false_friend(pair: Pair, context: Context) -> Iterator[Mark]:
    """Mark the word that looks like the source's."""
    if context.source is None:
        return
    known = context.language
    origin, tag = primary(context.source.language.tag), primary(known.tag)
    words, source = context.words(pair.target), context.source.words(pair.source)
    for key in _keys(origin, tag).intersection(words.keys):
        place = words.keys.index(key)
        for friend in _friends(origin, tag)[key]:
            behind = _behind(friend, words, source, origin)
            if behind and not _excused(place, words, known) and not _known(place, pair, context):
                yield _mark(friend, place, words, behind)


@cache
def _friends(origin: str, tag: str) -> dict[str, list[Friend]]:
    """Return the pairs by each form of their false words."""
    found: dict[str, list[Friend]] = {}
    for path in resources.paths(f"{origin}-{tag}/false-friends.toml"):
        for friend in resources.read(path, Friends).friend:
            for key in frozenset().union(*(forms(word, tag) for word in friend.false)):
                found.setdefault(key, []).append(friend)
    return found


@cache
def _keys(origin: str, tag: str) -> frozenset[str]:
    return frozenset(_friends(origin, tag))


def _behind(friend: Friend, words: Words, source: Words, origin: str) -> str:
    """Return the source's word, empty if it has none or all is as it should be."""
    meant = forms(friend.source, origin)
    place = next((at for at, key in enumerate(source.keys) if key in meant), None)
    if place is None or any(_has(source, word, is_akin) for word in friend.right):
        return ""
    # Not by the stem: that of 'novella' is 'novel'.
    if any(_has(words, phrase, _begins) for phrase in friend.means):
        return ""
    return source.text(place)


def _has(words: Words, phrase: str, fits: Callable[[str, str], bool]) -> bool:
    return all(any(fits(key, part.lower()) for key in words.keys) for part in phrase.split())


def _begins(key: str, part: str) -> bool:
    return key.startswith(part)


def _excused(place: int, words: Words, known: Language) -> bool:
    """Tell whether a word stands in a name or in quotation marks."""
    is_name = not known.capitals and place > 0 and words.text(place)[0].isupper()
    return is_name or within(quoted(words.content), words.spans[place][0])


def _known(place: int, pair: Pair, context: Context) -> bool:
    """Tell whether a word is part of a suspect phrase, which has a page of its own."""
    return any(match.first <= place < match.last for match in context.matches(pair.target))


def _mark(friend: Friend, place: int, words: Words, behind: str) -> Mark:
    return Mark(
        *words.spans[place],
        f"'{words.text(place)}' looks like '{behind}', which means {' or '.join(friend.means)}",
        why="two words of one origin that went different ways",
        suggestions=friend.means,
        confidence=Confidence.NEARLY_ALWAYS,
        source_text=behind,
    )
