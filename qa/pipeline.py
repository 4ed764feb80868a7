"""The straight line from a document to its report, written once.

``read → segments → checks → marks → findings → report``
"""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from qa import registry, translationese
from qa.check import Check, Context, Scope
from qa.config import Config
from qa.errors import QAError
from qa.findings import DocumentReport, Finding, Mark
from qa.glossary import reading
from qa.glossary.compiled import Compiled
from qa.glossary.matching import Matcher
from qa.glossary.termbase import Glossary
from qa.language import Language, language, primary
from qa.model import Document, Segment
from qa.placement import Placer
from qa.text.identification import identify, possible

_EXCERPT = 200


def detect(document: Document, config: Config) -> DocumentReport:
    """Say how translated a document reads, without looking for anything else in it.

    Raises:
        QAError: it is not in the script of the language that was told, or a model is damaged.
    """
    tag, unsure = _language_of(document, config)
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


def inspect(document: Document, config: Config) -> DocumentReport:
    """Check one document.

    Raises:
        QAError: a glossary cannot be read.
    """
    tag, unsure = _language_of(document, config)
    known = language(tag or "und")
    context = Context(document, known, config.origin, _matcher(tag or known.tag, config))
    context.verdict = translationese.detect(document, known, context.words)
    checks = [check for check in _selected(config) if check.covers(known)]
    findings = sorted(_findings(context, checks, config), key=lambda found: found.start)
    return DocumentReport(
        path=document.path,
        language=tag,
        origin=config.origin,
        words=_count(context),
        covered=tuple(check.id for check in checks),
        notes=tuple(_notes(known, unsure, context, len(checks), len(_selected(config)))),
        verdict=context.verdict,
        findings=tuple(findings),
    )


def _excerpt(document: Document) -> str:
    """Return enough of the text to know its script."""
    return " ".join(segment.text.content[:_EXCERPT] for segment in document.segments[:_EXCERPT])


def _count(context: Context) -> int:
    return sum(len(context.words(segment)) for segment in context.document.segments)


def _language_of(document: Document, config: Config) -> tuple[str | None, str | None]:
    """Return the document's language and, where it has none, why."""
    told = config.language or document.language
    if told:
        return told, None
    found = identify("\n\n".join(segment.text.content for segment in document.segments))
    return found.tag, found.reason


def _selected(config: Config) -> list[Check]:
    return [
        check
        for name, check in registry.all_checks().items()
        if name not in config.ignore and (not config.select or name in config.select)
    ]


def _findings(context: Context, checks: list[Check], config: Config) -> Iterator[Finding]:
    placer = Placer(context.document, config)
    for check, segment, mark in _marks(context, checks):
        if mark.entry not in config.ignore:
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


def _marks(context: Context, checks: list[Check]) -> Iterator[tuple[Check, Segment, Mark]]:
    of_segments = _of(checks, Scope.SEGMENT)
    for segment in _in_language(context):
        for check in of_segments:
            for mark in _run(check, segment, context):
                yield check, segment, mark
    for check in _of(checks, Scope.DOCUMENT):
        for segment, mark in _run(check, context.document, context):
            yield check, segment, mark


def _run(check: Check, subject: Segment | Document, context: Context) -> Iterator[Any]:
    """Run a check; if it breaks, say which one it was, since it may be somebody else's."""
    try:
        yield from check.run(subject, context)
    except Exception as error:
        error.add_note(f"in the check '{check.id}' of {check.run.__module__}")
        raise


def _of(checks: list[Check], scope: Scope) -> list[Check]:
    return [check for check in checks if check.scope is scope]


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


def _matcher(tag: str, config: Config) -> Matcher | None:
    return _compiled(tag, config.origin, config.glossaries)


@lru_cache(maxsize=16)
def _compiled(tag: str, origin: str | None, further: tuple[str, ...]) -> Matcher | None:
    known = [*reading.built_in(tag), *_further(further, tag)]
    used = [one for one in known if _applies(one.glossary, tag, origin)]
    return Matcher(used) if used else None


def _further(paths: tuple[str, ...], tag: str) -> list[Compiled]:
    if not paths:
        return []
    from qa.terminology import scoping  # most runs have no glossary of their own

    return scoping.sources([*map(Path, paths)], tag)


def _applies(glossary: Glossary, tag: str, origin: str | None) -> bool:
    said = origin and glossary.origin
    told = not said or primary(origin or "") in map(primary, glossary.origins)
    return told and primary(glossary.language) == primary(tag)


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
