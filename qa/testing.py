"""What every check must keep to, ours and those of plug-ins: ``conforms(check)``."""

from collections.abc import Iterator

from qa import formats, resources
from qa.check import Check, Context, Example, Scope
from qa.config import Config
from qa.findings import Finding, Mark
from qa.glossary.matching import Matcher
from qa.glossary.reading import built_in
from qa.language import language
from qa.model import Document, Segment, Text
from qa.pipeline import inspect
from qa.terminology import scoping

# The glossary of the house in the examples.
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
    if check.scope is Scope.DOCUMENT:
        return [mark for _, mark in check.run(context.document, context)]
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
    for example in check.manual.flagged:
        if not check.covers(language(example.language)):
            yield f"{check.id}: has an example in a language that it does not cover: {example}"
        if not marks(check, example):
            yield f"{check.id}: does not flag {example}"
    for example in check.manual.clean:
        if marks(check, example):
            yield f"{check.id}: flags {example}"


def _of_comments(check: Check, example: Example) -> Iterator[Finding]:
    """Yield the findings of a check of comments, which needs all others to have run."""
    document = formats.read_text("\n\n".join(example.paragraphs), "<example>", ".md")
    findings = inspect(document, Config(language=example.language)).findings
    return (finding for finding in findings if finding.check == check.id)


def _context(example: Example) -> Context:
    segments = tuple(
        Segment(number, Text.verbatim(paragraph))
        for number, paragraph in enumerate(example.paragraphs)
    )
    known = language(example.language)
    matcher = Matcher([*built_in(example.language), *scoping.sources([_HOUSE], example.language)])
    return Context(Document("<example>", "", segments), known, matcher=matcher)
