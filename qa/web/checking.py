"""A text that a client sent becomes a report, as a file does on the command line."""

from msgspec.structs import replace

from qa import formats, originals, pipeline, settings
from qa.config import Config, Options
from qa.errors import QAError
from qa.findings import Report
from qa.gate.settling import settle
from qa.model import Document
from qa.web.messages import Text


def checked(asked: Text, options: Options) -> Report:
    """Return the report on a text.

    Raises:
        QAError: the text is empty, or the settings of the server are wrong.
    """
    config = _config(asked, options)
    document = _document(asked.text, asked.name)
    if asked.source is not None:
        original = _document(asked.source, asked.source_name)
        document = originals.beside(document, original, config)
    report = Report(
        signature=settings.signature([config]),
        documents=(pipeline.inspect(document, config),),
        failures=(),
        failed=False,
        manuals=settings.manuals(),
    )
    return settle(report, [config])


def _config(asked: Text, options: Options) -> Config:
    told = replace(
        options,
        language=asked.language or options.language,
        origin=asked.origin or options.origin,
    )
    # The source comes with the text: a file beside one of its name would be another's.
    return replace(settings.configured(asked.name, told), source=None)


def _document(text: str, name: str) -> Document:
    if not text.strip():
        raise QAError(f"{name}: is empty", "there is nothing to check")
    return formats.read_text(text, name, formats.suffix_of(name))
