"""One source becomes one outcome: the same on one core, on many and on many machines."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from traceback import extract_tb
from typing import NamedTuple

from msgspec import Struct, msgpack

from qa.article import Article
from qa.batch.cache import Cache
from qa.batch.sources import Source, failure
from qa.config import Config
from qa.errors import QAError
from qa.findings import DocumentReport, Failure
from qa.model import Document


class Look(StrEnum):
    """What is asked about each document."""

    CHECK = "check"
    DETECT = "detect"


class Outcome(Struct, frozen=True, array_like=True):
    """What became of one source.

    Attributes:
        report: a ``DocumentReport`` in MessagePack; empty if there is none.
        failed: whether a finding reached the severity that fails the run.
        failure: why there is no report.
        article: an ``Article`` in MessagePack; empty if none was asked for.
    """

    report: bytes = b""
    failed: bool = False
    failure: Failure | None = None
    article: bytes = b""


class Inspector(NamedTuple):
    """Inspects sources for one run.

    ``configs`` are the settings of the run, each different one once: sources have their numbers.
    With ``articles`` the outcomes have those, which are in no cache.
    """

    look: Look
    configs: tuple[Config, ...]
    cache: Cache | None = None
    articles: bool = False

    def inspect(self, source: Source) -> Outcome:
        """Return what becomes of a source; nothing that is in a file makes this raise."""
        try:
            return self._reported(source, *self._inspected(source, source.read()))
        except QAError as error:
            return Outcome(failure=failure(source.name, error))
        except Exception as error:  # noqa: BLE001 - one article must not cost the others' results
            return Outcome(failure=_broken(source.name, error))

    def known(self, source: Source) -> Outcome | None:
        """Return the outcome if it is in the cache, without a look at the document."""
        if self.cache is None or self.articles:
            return None
        try:
            content = source.read()
        except QAError as error:
            return Outcome(failure=failure(source.name, error))
        found = self.cache.find(source, content) if content is not None else None
        return self._reported(source, found) if found else None

    def _inspected(
        self, source: Source, content: bytes | None
    ) -> tuple[DocumentReport, Article | None]:
        config = self.configs[source.settings]
        report, article = self._looked(source.parts(content, config.language), config)
        if self.cache is not None and content is not None:
            self.cache.keep(source, content, report)
        return report, article

    def _looked(
        self, parts: Iterator[Document], config: Config
    ) -> tuple[DocumentReport, Article | None]:
        from qa import pipeline, streaming  # which import all checks; the cache needs none

        if self.look is Look.DETECT:
            document = next(parts)
            report = pipeline.detect(document, config)
            return report, _article(document, report) if self.articles else None
        if self.articles:
            return streaming.inspect_to_show(parts, config)
        return streaming.inspect(parts, config), None

    def _reported(
        self, source: Source, report: DocumentReport, article: Article | None = None
    ) -> Outcome:
        fails = self.configs[source.settings].fail_on.fails
        failed = any(fails(one.severity) for one in report.findings if one.suppressed is None)
        shown = msgpack.encode(article) if article else b""
        return Outcome(msgpack.encode(report), failed, article=shown)


def _article(document: Document, report: DocumentReport) -> Article:
    from qa import display  # few runs show the text

    return display.article(document, report)


def _broken(name: str, error: Exception) -> Failure:
    """Return the failure for an exception that nobody expected, with the place it came from."""
    last = extract_tb(error.__traceback__)[-1]
    notes = "".join(f", {note}" for note in getattr(error, "__notes__", ()))
    what = f"{type(error).__name__}: {error}{notes} ({Path(last.filename).name}:{last.lineno})"
    return Failure(
        name, f"{name}: could not be checked: {what}", "this is a mistake in qa or in a plug-in"
    )
