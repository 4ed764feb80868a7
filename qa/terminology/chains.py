"""Replacements that lead back to where they began: a gives way to b, and b to a."""

from collections.abc import Hashable, Iterator, Mapping
from typing import TypeVar

from qa.terminology.loading import Contents
from qa.terminology.model import Concept, Status
from qa.terminology.surveying import Found, Use, Uses
from qa.terminology.term_phrases import RETIRED
from qa.terminology.wording import named, shown

T = TypeVar("T", bound=Hashable)
# A term of a concept: its language without region, and its key.
Node = tuple[str, str]


def cycles(uses: Uses) -> tuple[list[Found], frozenset[Node]]:
    """Return the terms that give way to each other in a circle, and which terms those are."""
    graph, places = _replacements(uses)
    found, told = [], set()
    for circle in circles(graph):
        told.update(circle)
        use, tag = places[circle[0]], circle[0][0]
        chain = " → ".join(shown(places[node].term.text) for node in (*circle, circle[0]))
        where = ", ".join(f"'{places[node].concept.id}'" for node in circle)
        found.append(
            Found(
                "cycle",
                use.number,
                f"{named(tag)} replacements lead back to where they began: {chain} ({where})",
                "decide which of them is preferred",
                use.term.text,
            )
        )
    return found, frozenset(told)


def _replacements(uses: Uses) -> tuple[dict[Node, list[Node]], dict[Node, Use]]:
    """Return for every retired term what to write instead, and where it is retired.

    Only a term that is preferred in another concept can be part of a circle.
    """
    places = dict(_disputed(uses))
    preferred: dict[int, list[Node]] = {}
    for node in places:
        for use in uses[node[0]][node[1]]:
            if use.term.status is Status.PREFERRED:
                preferred.setdefault(use.number, []).append(node)
    graph = {
        node: [
            other
            for use in uses[node[0]][node[1]]
            if use.retired
            for other in preferred.get(use.number, ())
            if other[0] == node[0] and other != node
        ]
        for node in places
    }
    return graph, places


def _disputed(uses: Uses) -> Iterator[tuple[Node, Use]]:
    """Yield the terms that are retired here and preferred there, and where they are retired."""
    for tag, by_key in uses.items():
        for name, found in by_key.items():
            bad = next((use for use in found if use.retired), None)
            if bad and any(use.term.status is Status.PREFERRED for use in found):
                yield (tag, name), bad


def circles(graph: Mapping[T, list[T]]) -> Iterator[list[T]]:
    """Yield one circle for every part of a graph that has any (depth-first search, iterative)."""
    done: set[T] = set()
    for start in graph:
        path: dict[T, Iterator[T]] = {}
        pending = [] if start in done else [start]
        while pending:
            node = pending[-1]
            following = path.setdefault(node, iter(graph.get(node, ())))
            further = next((one for one in following if one not in done), None)
            if further is None:
                done.add(node)
                del path[node]
                pending.pop()
            elif further in path:
                yield pending[pending.index(further) :]
                done.add(further)
            else:
                pending.append(further)


def without_successor(contents: Contents) -> Iterator[Found]:
    """Yield the languages of a concept that say what not to write, and not what to write."""
    for number, concept in contents.accepted:
        for tag, terms in concept.terms.items():
            if terms and not any(term.status is Status.PREFERRED for term in terms):
                yield _without(number, concept, tag)


def _without(number: int, concept: Concept, tag: str) -> Found:
    terms = concept.terms[tag]
    usable = any(term.status not in RETIRED for term in terms)
    living = next(
        (
            (other, term)
            for other, found in concept.terms.items()
            for term in found
            if other != tag and term.status is Status.PREFERRED
        ),
        None,
    )
    if usable or living is None:
        what = f"{named(tag)} has no preferred term"
        return Found("no-preferred-term", number, what, "prefer one", terms[0].text)
    what = (
        f"{named(tag)} has given up all its terms, {named(living[0])} still prefers "
        f"{shown(living[1].text)}"
    )
    fix = f"add the {named(tag)} term to use, or retire the concept in all its languages"
    return Found("contradicting-status", number, what, fix, terms[0].text)
