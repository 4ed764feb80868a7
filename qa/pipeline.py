"""The straight line from a document to its report, written once.

``read → segments → checks → marks → findings → report``
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from qa import glossaries, originals, registry, translationese
from qa.check import Check, Context, Scope, source_context
from qa.config import Config
from qa.errors import QAError
from qa.findings import DocumentReport, Finding, Mark, Verdict
from qa.language import Language, language, primary
from qa.model import Document, Pair, Segment
from qa.placement import Placer
from qa.text.identification import possible

_EXCERPT = 200


def detect(document: Document, config: Config) -> DocumentReport:
    """Say how translated a document reads, without looking for anything else in it.

    Raises:
        QAError: it is not in the script of the language that was told, or a model is damaged.
    """
    tag, unsure = originals.language_of(document, config)
    if tag and not possible(_excerpt(document), tag):
        raise QAError(
            f"{document.path}: its text is not in the script of '{tag}'",
            hint="name its language with --language",
        )
    known = language(tag or "und")
    context = Context(document, known, config.origin)
    return DocumentReport(
        path=document.path,
        language=tag,
        origin=config.origin,
        words=_count(context),
        covered=(),
        notes=(f"language unsure: {unsure}",) if unsure else (),
        verdict=translationese.detect(document, known, context.words),
        findings=(),
    )


@dataclass(slots=True)
class Earlier:
    """What the parts of a file before this one told: the verdict, and findings by their looks."""

    verdict: Verdict | None = None
    alike: Counter[tuple[str, ...]] = field(default_factory=Counter)


def inspect(document: Document, config: Config, earlier: Earlier | None = None) -> DocumentReport:
    """Check one document.

    Args:
        document: a file, or a part of one.
        config: the settings for the file.
        earlier: for a part; what this part tells is added to it.

    Raises:
        QAError: a glossary cannot be read.
    """
    earlier = earlier or Earlier()
    tag, unsure = originals.language_of(document, config)
    known = language(tag or "und")
    document = originals.told(document, config)
    origin = config.origin or (document.source.language if document.source else None)
    context = Context(
        document,
        known,
        origin,
        glossaries.matcher(tag or known.tag, origin, config.glossaries),
        source=source_context(document),
        terms=glossaries.terms(origin, known.tag, config.glossaries) if document.source else None,
    )
    first = document.start.offset == 0
    earlier.verdict = context.verdict = (
        translationese.detect(document, known, context.words) if first else earlier.verdict
    )
    selected = [check for check in _selected(config) if _has_matter(check, document)]
    checks = [check for check in selected if check.covers(known)]
    findings = sorted(_findings(context, checks, config, earlier), key=lambda found: found.start)
    return DocumentReport(
        path=document.path,
        language=tag,
        origin=origin,
        words=_count(context),
        covered=tuple(check.id for check in checks),
        notes=tuple(_notes(known, unsure, context, len(checks), len(selected))),
        verdict=context.verdict,
        findings=tuple(findings),
    )


def _has_matter(check: Check, document: Document) -> bool:
    return check.scope not in {Scope.PAIR, Scope.SOURCE} or document.source is not None


def _excerpt(document: Document) -> str:
    """Return enough of the text to know its script."""
    return " ".join(segment.text.content[:_EXCERPT] for segment in document.segments[:_EXCERPT])


def _count(context: Context) -> int:
    return sum(len(context.words(segment)) for segment in context.document.segments)


def _selected(config: Config) -> list[Check]:
    return [
        check
        for name, check in registry.all_checks().items()
        if name not in config.ignore and _is_wanted(check, config)
    ]


def _is_wanted(check: Check, config: Config) -> bool:
    """Tell whether a check was asked for: what needs the encoder is too slow for every run."""
    if config.select:
        return check.id in config.select
    return config.semantic or not check.semantic


def _findings(
    context: Context, checks: list[Check], config: Config, earlier: Earlier
) -> Iterator[Finding]:
    placer = Placer(context.document, config, earlier.alike)
    for check, segment, mark in _marks(context, checks):
        yield placer.place(check, segment, mark)
    ran = {check.id for check in checks}
    context.unused_ignores = tuple(
        ignore
        for ignore in context.document.ignores
        if ignore not in placer.used and _could_have_been_used(ignore.checks, ran)
    )
    for check in _of(checks, Scope.IGNORES):
        for segment, mark in _run(check, context.document, context):
            yield placer.place(check, segment, mark)


_Found = Iterator[tuple[Check, Segment, Mark]]


def _marks(context: Context, checks: list[Check]) -> _Found:
    yield from _of_segments(context, _of(checks, Scope.SEGMENT))
    yield from _of_pairs(context, _of(checks, Scope.PAIR))
    for check in _of(checks, Scope.DOCUMENT, Scope.SOURCE):
        for segment, mark in _run(check, context.document, context):
            yield check, segment, mark


def _of_segments(context: Context, checks: list[Check]) -> _Found:
    for segment in _in_language(context):
        for check in checks:
            for mark in _run(check, segment, context):
                yield check, segment, mark


def _of_pairs(context: Context, checks: list[Check]) -> _Found:
    for pair in context.document.source.pairs if context.document.source else ():
        for check in checks:
            for mark in _run(check, pair, context):
                yield check, pair.target, mark


def _run(check: Check, subject: Segment | Pair | Document, context: Context) -> Iterator[Any]:
    """Run a check; if it breaks, say which one it was, since it may be somebody else's."""
    try:
        yield from check.run(subject, context)
    except Exception as error:
        error.add_note(f"in the check '{check.id}' of {check.run.__module__}")
        raise


def _of(checks: list[Check], *scopes: Scope) -> list[Check]:
    return [check for check in checks if check.scope in scopes]


def _in_language(context: Context) -> list[Segment]:
    """Return the segments that do not say that they are in another language."""
    tag = primary(context.language.tag)
    return [
        segment
        for segment in context.document.segments
        if segment.language is None or primary(segment.language) == tag
    ]


def _could_have_been_used(names: tuple[str, ...], ran: set[str]) -> bool:
    """Tell whether the checks that a comment names ran, or do not exist."""
    known = registry.all_checks()
    return not names or any(name in ran or name not in known for name in names)


def _notes(
    known: Language, unsure: str | None, context: Context, ran: int, selected: int
) -> Iterator[str]:
    if unsure:
        yield (
            f"language unsure: {unsure}; only the {ran} checks that hold for any language ran"
            " (--language tells it)"
        )
    elif ran < selected:
        yield f"{ran} of {selected} checks hold for {known.name}"
    if context.matcher is None and not unsure:
        yield f"no suspect phrases are known for {_pair(known, context.origin)}"


def _pair(known: Language, origin: str | None) -> str:
    return f"{known.name} from {language(origin).name}" if origin else known.name
