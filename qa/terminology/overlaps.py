"""Suspect phrases that get into each other's way, or into that of the terms beside them."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from qa.errors import QAError
from qa.findings import Confidence
from qa.glossary.compiled import Compiled, compiled
from qa.glossary.matching import Matcher
from qa.glossary.parsing import parse
from qa.glossary.phrases import Match
from qa.glossary.termbase import BRACES, Entry, Glossary
from qa.language import Language, language, primary
from qa.regex import lazy
from qa.terminology.chains import circles
from qa.terminology.loading import Contents
from qa.terminology.model import Concept, Status
from qa.terminology.surveying import Found, Use, Uses
from qa.terminology.term_phrases import Terms, retired
from qa.terminology.wording import named, shown
from qa.text.words import Words

_OF_PATTERNS = lazy(r"[()\[\]|\"~@^,+]")

_found: Callable[..., Found] = partial(Found, kind="entry")


def unreadable(glossary: Glossary) -> list[Found]:
    """Return the entries with a pattern that is malformed or can never match."""
    found = []
    for number, entry in enumerate(glossary.entries):
        try:
            compiled(_alone(glossary, entry))
        except QAError as error:
            fix = error.hint or "correct the pattern"
            found.append(_found("never-matches", number, error.message, fix))
    return found


def _alone(glossary: Glossary, entry: Entry) -> Glossary:
    return Glossary(glossary.name, glossary.origin, glossary.language, (entry,))


def overlaps(contents: Contents, uses: Uses) -> Iterator[Found]:
    """Yield what is wrong between the phrases of a glossary, all patterns of which can be read."""
    glossary = contents.glossary
    if glossary is None:
        return
    known, ready = language(glossary.language), compiled(glossary)
    yield from _excused(glossary, known)
    yield from _repeated(glossary)
    yield from _shadowed(ready, known)
    yield from _suggestions(ready, known)
    yield from _forbidden_suggestions(glossary, contents.concepts, known)
    yield from _flagged_terms(ready, uses, known)


def _excused(glossary: Glossary, known: Language) -> Iterator[Found]:
    """Yield the entries whose own words excuse them."""
    for number, entry in enumerate(glossary.entries):
        plain = [source for source in entry.match if not _OF_PATTERNS.search(source)]
        excuses = [parse(one, known) for one in entry.unless_near + entry.unless_topic]
        if len(plain) == len(entry.match) and all(
            any(True for one in excuses for _ in one.search(Words(source))) for source in plain
        ):
            what = "can never be found: its own words are among those that excuse it"
            yield _found("never-matches", number, what, "narrow unless-near or unless-topic")


def _repeated(glossary: Glossary) -> Iterator[Found]:
    """Yield the entries with a pattern and surroundings that an earlier entry has."""
    first: dict[tuple[str, ...], str] = {}
    for number, entry in enumerate(glossary.entries):
        if entry.draft:
            continue
        for source in entry.match:
            other = first.setdefault((source, *entry.surroundings), entry.id)
            if other != entry.id:
                what = f"has the pattern {shown(source)} of '{other}'"
                yield _found("duplicate", number, what, "leave it to one of them", source)


def _shadowed(ready: Compiled, known: Language) -> Iterator[Found]:
    """Yield the entries that lose all their own examples to another entry."""
    matcher = Matcher([ready])
    for number, entry in enumerate(ready.glossary.entries):
        winners = []
        passes = entry.draft or entry.confidence is Confidence.FREQUENT
        for sentence in () if passes else entry.flagged:
            found = matcher.find(Words(sentence, elision=known.elision))
            names = [match.phrase.entry.id for match in found]
            winners.append(names[0] if names and entry.id not in names else None)
        if winners and all(winners):
            what = f"never comes to the fore: '{winners[0]}' takes its examples"
            yield _found("shadowed", number, what, "narrow the other entry, or remove this one")


def _suggestions(ready: Compiled, known: Language) -> Iterator[Found]:
    """Yield the entries that suggest what another entry, or themselves, find."""
    matcher = Matcher([ready])
    entries = {entry.id: number for number, entry in enumerate(ready.glossary.entries)}
    graph: dict[str, list[str]] = {}
    for entry in ready.glossary.entries:
        for text in entry.suggest:
            found = matcher.find(_words(text, known))
            graph.setdefault(entry.id, []).extend(
                match.phrase.entry.id for match in found if _sure(match)
            )
    told = set()
    for circle in circles({name: [one for one in to if one != name] for name, to in graph.items()}):
        told.update(circle)
        chain = " → ".join((*circle, circle[0]))
        what = f"suggestions lead back to where they began: {chain}"
        yield _found("cycle", entries[circle[0]], what, "change one of the suggestions")
    for name in graph.keys() - told:
        for other in dict.fromkeys(graph[name]):
            whom = "it finds itself" if other == name else f"'{other}' finds"
            what = f"suggests what {whom}"
            yield _found("flagged-suggestion", entries[name], what, "suggest something else")


def _sure(match: Match) -> bool:
    return match.phrase.entry.confidence is Confidence.NEARLY_ALWAYS


def _words(suggestion: str, known: Language) -> Words:
    return Words(BRACES.sub(lambda brace: brace["word"], suggestion), elision=known.elision)


def _forbidden_suggestions(
    glossary: Glossary, concepts: Iterable[Concept], known: Language
) -> Iterator[Found]:
    """Yield the entries that suggest a term which a concept forbids or has given up."""
    letters = {key[:2] for one in glossary.entries for text in one.suggest
               for key in _words(text, known).keys}  # fmt: skip
    wanted = Terms(
        (
            (concept, term)
            for concept, term in retired(concepts, glossary.language)
            if all(key[:2] in letters for key in Words(term.text).keys)
        ),
        glossary.language,
    )
    for number, entry in enumerate(glossary.entries if wanted else ()):
        for text in entry.suggest:
            for one in wanted.find(_words(text, known)):
                what = f"suggests {shown(text)}; {shown(one.term)} is not to be used"
                fix = f"suggest the term that '{one.concept}' prefers"
                yield _found("forbidden-suggestion", number, f"{what} ('{one.concept}')", fix, text)


def _flagged_terms(ready: Compiled, uses: Uses, known: Language) -> Iterator[Found]:
    """Yield the preferred terms in which an entry is found."""
    matcher = Matcher([ready])
    for found in uses.get(primary(ready.glossary.language), {}).values():
        for use in found:
            if use.term.status is Status.PREFERRED:
                words = Words(use.term.text, elision=known.elision)
                yield from _flagged(use, filter(_sure, matcher.find(words)))


def _flagged(use: Use, matches: Iterable[Match]) -> Iterator[Found]:
    for match in matches:
        yield Found(
            "contradiction",
            use.number,
            f"{named(use.tag)} {shown(use.term.text)} is preferred, and the suspect phrase "
            f"'{match.phrase.entry.id}' finds it",
            "forbid the term, or excuse it in the entry (unless-after, unless-before)",
            use.term.text,
        )
