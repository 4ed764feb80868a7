"""What is wrong with a concept whatever else its termbase holds."""

from collections import Counter
from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace

from qa.language import canonical, language, primary
from qa.regex import lazy
from qa.terminology.model import Concept, Status, Term
from qa.terminology.scripts import foreign, is_latin, mixed, written_in
from qa.terminology.surveying import Found, key
from qa.terminology.term_phrases import can_match
from qa.terminology.wording import named, shown
from qa.text.identification import identify

# Words with single spaces or hyphens between them, and Latin letters without marks: most terms.
_ORDINARY = lazy(r"[A-Za-z]+(?:[ -][A-Za-z]+)*")
# What people write where they have nothing to say yet.
_BLANK = lazy(r"(?i)[\W_]*(?:n/?a|tbd|tba|todo|none|xxx+)?[\W_]*")
_BLANK_AT_MOST = 12
_COPIED_FROM = 20
_TERM_AT_MOST = 100
_TOLD_FROM_WORDS = 6
_COPIED_TERM_FROM = 4
_THREE_LETTERS = 3


def tidied(text: str) -> str:
    """Return a term without stray spaces."""
    return " ".join(text.split())


def is_blank(definition: str) -> bool:
    """Tell whether a definition is there and says nothing."""
    short = 0 < len(definition) <= _BLANK_AT_MOST or definition.isspace()
    return short and _BLANK.fullmatch(definition) is not None


def faults_of(number: int, concept: Concept) -> Iterator[Found]:
    """Yield what is wrong with one concept, its terms and its definition."""
    if not any(concept.terms.values()):
        yield Found("no-terms", number, "has no terms", "add one, or remove the concept")
    for tag, terms in concept.terms.items():
        yield from _tag(number, concept, tag)
        if len(terms) > 1:
            yield from _repeated(number, tag, terms)
        for term in terms:
            yield from _term(number, concept, tag, term)
    yield from _definition(number, concept)
    yield from _kept_as_is(number, concept)


def _tag(number: int, concept: Concept, tag: str) -> Iterator[Found]:
    right = canonical(tag)
    if right is None:
        fix = "write a tag such as en, de or pt-BR"
        yield Found("language-tag", number, f"{shown(tag)} is no language tag", fix)
    elif right != tag:
        yield Found(
            "language-tag",
            number,
            f"the language tag {shown(tag)} is written {shown(right)}",
            f"write {right}",
            safe=right not in concept.terms,
        )


def _repeated(number: int, tag: str, terms: tuple[Term, ...]) -> Iterator[Found]:
    first: dict[str, Term] = {}
    for term in terms:
        text = tidied(term.text)
        known = first.setdefault(text, term)
        if known is not term and known.status == term.status:
            yield Found(
                "repeated-term",
                number,
                f"{named(tag)} {shown(text)} stands there twice",
                "remove one of them",
                term.text,
                safe=replace(known, text=text) == replace(term, text=text),
            )


def _term(number: int, concept: Concept, tag: str, term: Term) -> Iterator[Found]:
    if _ORDINARY.fullmatch(term.text) and (is_latin(tag) or term.do_not_translate):
        return
    if not tidied(term.text):
        yield Found("empty-term", number, f"a {named(tag)} term is empty", "remove it", safe=True)
        return
    if tidied(term.text) != term.text:
        what = f"{named(tag)} {shown(term.text)} has spaces at its ends or side by side"
        yield Found("stray-space", number, what, "remove them", term.text, safe=True)
    if not can_match(term, tag):
        fix = "add the words alone as another term"
        what = f"{named(tag)} {shown(term.text)} can never be found: {_reason(term.text)}"
        yield Found("never-matches", number, what, fix, term.text)
    what = _script(concept, tag, term)
    if what:
        what = f"{named(tag)} {shown(term.text)} {what}"
        yield Found("wrong-language", number, what, "type it in its own script", term.text)


def _reason(text: str) -> str:
    signs = [sign for sign in text if not sign.isalnum() and sign not in " -'’"]
    return f"the sign {signs[0]} is not looked for" if signs else "it has no word"


def _script(concept: Concept, tag: str, term: Term) -> str:
    """Return what is strange about the script of a term; names and signs may be in any."""
    text = term.text
    if text.isascii():
        return _untranslated(concept, tag, term)
    if mixed(text):
        return "mixes letters of two scripts in one word"
    script = foreign(text, tag)
    return f"is in the {script.capitalize()} script" if script else ""


def _untranslated(concept: Concept, tag: str, term: Term) -> str:
    plain = term.text.islower() and len(term.text) >= _COPIED_TERM_FROM
    if not plain or term.do_not_translate or is_latin(tag):
        return ""
    source = next(
        (
            other
            for other, terms in concept.terms.items()
            if primary(other) != primary(tag)
            and any(term.text.lower() == one.text.lower() for one in terms)
        ),
        None,
    )
    return f"is the {named(source)} term" if source else ""


def _definition(number: int, concept: Concept) -> Iterator[Found]:
    definition = concept.definition
    if not definition:
        return
    if is_blank(definition):
        what = f"the definition {shown(definition)} says nothing"
        fix = "write one, or remove it"
        yield Found("empty-definition", number, what, fix, definition, safe=True)
        return
    tag = _copied_term(concept) if len(definition) <= _TERM_AT_MOST else None
    if tag:
        what = f"the definition is the {named(tag)} term itself"
        yield Found("copied-definition", number, what, "say what it means", definition)
    found = _language_of(concept)
    if found:
        what = f"the definition seems to be in {named(found)}, none of the concept's languages"
        yield Found("wrong-language", number, what, "translate it, or add the terms", definition)


def _copied_term(concept: Concept) -> str | None:
    """Return the language of a term that is the whole definition."""
    plain = concept.definition.strip(" .")
    if not any(len(one.text) >= len(plain) for terms in concept.terms.values() for one in terms):
        return None
    copied = (
        tag
        for tag, terms in concept.terms.items()
        if any(key(one.text) == key(plain) for one in terms)
    )
    return next(copied, None)


def _language_of(concept: Concept) -> str | None:
    """Return the language of a definition that is in none of its concept's, nor in English."""
    expected = frozenset(("en", *map(primary, concept.terms)))
    words = concept.definition.lower().split()
    if len(words) < _TOLD_FROM_WORDS or not _common(expected).isdisjoint(words):
        return None
    if any(written_in(concept.definition, tag) for tag in expected if not language(tag).spaced):
        return None
    found = identify(concept.definition).tag
    return found if found and primary(found) not in expected else None


@cache
def _common(tags: frozenset[str]) -> frozenset[str]:
    return frozenset().union(*(language(tag).words("function-words") for tag in tags))


def copied(concepts: list[tuple[int, Concept]]) -> Iterator[Found]:
    """Yield the definitions that an earlier concept has too, word for word."""
    counts = Counter(one.definition for _, one in concepts if len(one.definition) >= _COPIED_FROM)
    first: dict[str, str] = {}
    for number, concept in concepts:
        if counts[concept.definition] > 1:
            other = first.setdefault(concept.definition, concept.id)
            if other != concept.id:
                what = f"the definition is that of '{other}'"
                fix = "say what sets them apart, or make one concept of the two"
                yield Found("copied-definition", number, what, fix, concept.definition)


def _kept_as_is(number: int, concept: Concept) -> Iterator[Found]:
    """Yield the languages that do not leave a term as it is, though another one says so."""
    kept = [term for terms in concept.terms.values() for term in terms if term.do_not_translate]
    for term in kept[:1]:
        for tag, terms in concept.terms.items():
            preferred = [one for one in terms if one.status is Status.PREFERRED]
            stays = any(one.text == term.text for one in preferred)
            if preferred and not stays and is_latin(tag) == term.text.isascii():
                what = (
                    f"{shown(term.text)} is not to be translated, {named(tag)} prefers "
                    f"{shown(preferred[0].text)}"
                )
                fix = f"add {shown(term.text)} in {named(tag)}, or let it be translated"
                yield Found("contradicting-status", number, what, fix, preferred[0].text)
