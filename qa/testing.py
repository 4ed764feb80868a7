"""What every check must keep to, ours and those of plug-ins: ``conforms(check)``."""

from collections.abc import Iterator

from qa import embeddings, formats, resources
from qa.check import Check, Context, Scope, source_context
from qa.config import Config
from qa.docstring import Example
from qa.findings import Finding, Mark
from qa.glossary import terms
from qa.glossary.matching import Matcher
from qa.glossary.reading import built_in
from qa.language import language
from qa.model import Document, Omission, Pair, Segment, Source, Text
from qa.pipeline import inspect
from qa.terminology import scoping

# The glossaries that the examples of manual pages are checked with.
TERMS = "samples/terms.tsv"
_HOUSE = resources.root() / "samples/house.toml"
SECTIONS = ("What it finds", "Why it matters", "Flagged", "Clean", "Sources")


def conforms(check: Check) -> list[str]:
    """Return what is wrong with a check, one sentence each; empty if nothing is.

    A check flags what its manual says it flags, passes what it says is clean, cites a source and
    stands in the file of its name.
    """
    return [*_page(check), *_place(check), *_examples(check)]


def marks(check: Check, example: Example) -> list[Mark] | list[Finding]:
    """Run a check over one example and return what it says."""
    if check.scope is Scope.IGNORES:
        return list(_of_comments(check, example))
    context = _context(example)
    if check.scope in {Scope.DOCUMENT, Scope.SOURCE}:
        return [mark for _, mark in check.run(context.document, context)]
    if check.scope is Scope.PAIR:
        return [mark for pair in _pairs(context) for mark in check.run(pair, context)]
    return [mark for segment in context.document.segments for mark in check.run(segment, context)]


def _page(check: Check) -> Iterator[str]:
    for section in SECTIONS:
        if not check.manual.sections.get(section):
            yield f"{check.id}: the manual page has nothing under '{section}'"


def _place(check: Check) -> Iterator[str]:
    module = check.run.__module__.rsplit(".", 1)[-1]
    if module != check.id.replace("-", "_"):
        yield f"{check.id}: stands in {module}.py"


def _examples(check: Check) -> Iterator[str]:
    """Try the examples, where what the check needs is installed."""
    if not check.semantic or embeddings.installed():
        yield from _unflagged(check)
        yield from (f"{check.id}: flags {one}" for one in check.manual.clean if marks(check, one))


def _unflagged(check: Check) -> Iterator[str]:
    for example in check.manual.flagged:
        if not check.covers(language(example.language)):
            yield f"{check.id}: has an example in a language that it does not cover: {example}"
        if not marks(check, example):
            yield f"{check.id}: does not flag {example}"


def _of_comments(check: Check, example: Example) -> Iterator[Finding]:
    """Yield the findings of a check of comments, which needs all others to have run."""
    document = formats.read_text("\n\n".join(example.paragraphs), "<example>", ".md")
    findings = inspect(document, Config(language=example.language)).findings
    return (finding for finding in findings if finding.check == check.id)


def _pairs(context: Context) -> tuple[Pair, ...]:
    return context.document.source.pairs if context.document.source else ()


def _context(example: Example) -> Context:
    segments = _segments(example.paragraphs)
    known = language(example.language)
    matcher = Matcher([*built_in(example.language), *scoping.sources([_HOUSE], example.language)])
    source = _source(example, segments) if example.origin else None
    document = Document("<example>", "", segments, source=source)
    listed = terms.of_sources(terms.read(resources.root() / TERMS), example.origin or "und")
    return Context(
        document, known, example.origin, matcher, source=source_context(document), terms=listed
    )


def _segments(paragraphs: tuple[str, ...]) -> tuple[Segment, ...]:
    return tuple(
        Segment(number, Text.verbatim(paragraph)) for number, paragraph in enumerate(paragraphs)
    )


def _source(example: Example, targets: tuple[Segment, ...]) -> Source:
    """Return the sources of an example; an empty one means an addition, and the reverse."""
    sources = _segments(example.sources)
    pairs = list(zip(sources, targets, strict=True))
    return Source(
        path="<example>",
        content="",
        segments=sources,
        pairs=tuple(Pair(*pair) for pair in pairs if all(one.text.content for one in pair)),
        omitted=tuple(
            Omission(one, targets[0]) for one, target in pairs if not target.text.content
        ),
        added=tuple(target for one, target in pairs if not one.text.content),
        language=example.origin,
    )
