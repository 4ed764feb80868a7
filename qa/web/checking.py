"""A text that a client sent becomes a report, as a file does on the command line."""

from msgspec.structs import replace

from qa import display, formats, originals, pipeline, settings
from qa.article import Article
from qa.config import Config
from qa.errors import QAError
from qa.findings import DocumentReport, Report
from qa.gate.settling import settle
from qa.model import Document
from qa.web import dismissing
from qa.web.decisions import Dismissal, GlossaryQuery
from qa.web.messages import Text
from qa.web.service import Service
from qa.web.store import dismissed, proposed
from qa.web.store.connecting import UnavailableError

_UNKNOWN = "the database does not answer: {} were not looked up"


def checked(asked: Text, service: Service, *, shown: bool = False) -> Report:
    """Return the report on a text, what editors dismissed suppressed in it.

    Args:
        asked: the text.
        service: whose settings count.
        shown: whether the text is to be shown beside the findings.

    Raises:
        QAError: the text is empty, or the settings of the server are wrong.
    """
    config, notes = with_proposals(_config(asked, service), service)
    document = _document(asked.text, asked.name)
    if asked.source is not None:
        original = _document(asked.source, asked.source_name)
        document = originals.beside(document, original, config)
    found = pipeline.inspect(document, config)
    judged = _judged(replace(found, notes=found.notes + notes), service)
    return _report(judged, config, (display.article(document, judged),) if shown else ())


def detected(asked: Text, service: Service) -> Report:
    """Return how translated a text reads, and nothing else.

    Raises:
        QAError: the text is empty, or not in the script of its language.
    """
    config = _config(asked, service)
    found = pipeline.detect(_document(asked.text, asked.name), config)
    return _report(found, config)


def with_proposals(config: Config, service: Service) -> tuple[Config, tuple[str, ...]]:
    """Return settings with the proposals before all glossaries, which win over them, and notes."""
    try:
        with service.store.begin() as connection:
            found = proposed.current(connection, GlossaryQuery())
    except UnavailableError:
        return config, (_UNKNOWN.format("proposals"),)
    if not found:
        return config, ()
    return replace(config, glossaries=(service.shelf.file(found), *config.glossaries)), ()


def _report(document: DocumentReport, config: Config, articles: tuple[Article, ...] = ()) -> Report:
    fails = config.fail_on.fails
    report = Report(
        signature=settings.signature([config]),
        documents=(document,),
        failures=(),
        failed=any(one.suppressed is None and fails(one.severity) for one in document.findings),
        manuals=settings.manuals(),
        articles=articles,
    )
    return settle(report, [config])


def _config(asked: Text, service: Service) -> Config:
    told = replace(
        service.options,
        language=asked.language or service.options.language,
        origin=asked.origin or service.options.origin,
    )
    # The source comes with the text: a file beside one of its name would be another's.
    return replace(settings.configured(asked.name, told), source=None)


def _document(text: str, name: str) -> Document:
    if not text.strip():
        raise QAError(f"{name}: is empty", "there is nothing to check")
    return formats.read_text(text, name, formats.suffix_of(name))


def _judged(document: DocumentReport, service: Service) -> DocumentReport:
    def lookup(fingerprints: list[str], article: str) -> dict[str, Dismissal]:
        with service.store.begin() as connection:
            return dismissed.known(connection, fingerprints, article)

    try:
        return dismissing.without(document, lookup)
    except UnavailableError:
        return replace(document, notes=(*document.notes, _UNKNOWN.format("dismissals")))
