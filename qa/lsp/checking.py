"""The text in an editor, checked as ``qa check`` would check the file."""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from qa import config as configuration
from qa import formats, glossaries, settings, streaming
from qa.config import Config, Options
from qa.errors import QAError
from qa.findings import DocumentReport, Finding, Report
from qa.gate.settling import settle
from qa.glossary import rates
from qa.model import Document

# Code points. A check cannot be stopped half-way, and a book has one million.
LIMIT = 10_000_000
# What editors call the formats of texts whose names do not tell: a new one, or a mail.
_OF_LANGUAGE = {
    "plaintext": ".txt",
    "text": ".txt",
    "markdown": ".md",
    "html": ".html",
    "po": ".po",
}

_Stamp = tuple[int, int] | None


class Checked(Struct, frozen=True):
    """A text, read by the format of ``suffix``, and what was found in it by which settings."""

    document: Document
    suffix: str
    config: Config
    report: DocumentReport

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What nothing suppresses, in order."""
        return tuple(one for one in self.report.findings if one.suppressed is None)


def suffix_for(path: str, language: str) -> str | None:
    """Return the suffix of the format to read a text in; None for program text and the like.

    Args:
        path: of its file.
        language: what the editor takes it for, such as ``"markdown"``.
    """
    suffix = formats.suffix_of(path)
    reader = formats.readers().get(suffix)
    is_text = hasattr(reader, "read") or hasattr(reader, "rows")
    return suffix if is_text else _OF_LANGUAGE.get(language) if not suffix else None


class Checker:
    """Checks texts, each by what its settings and glossaries say now; not for several threads."""

    def __init__(self) -> None:
        self._stamps: dict[Path, _Stamp] = {}

    def check(self, content: str, path: str, suffix: str, options: Options) -> Checked:
        """Check a text.

        Args:
            content: the text.
            path: of its file, absolute.
            suffix: of its format.
            options: the editor's own settings.

        Raises:
            QAError: it is too large or malformed, or settings or a glossary cannot be read.
        """
        if len(content) > LIMIT:
            raise QAError(
                f"{path}: is larger than {LIMIT // 1_000_000} million characters",
                "check it with `qa check`",
            )
        config = self._settings(path, options)
        document = formats.read_text(content, path, suffix)
        report = streaming.inspect(iter([document]), config)
        return Checked(document, suffix, config, _settled(report, config))

    def _settings(self, path: str, options: Options) -> Config:
        configuration.find.cache_clear()
        configuration.read.cache_clear()
        config = settings.configured(path, options)
        self._refresh(map(Path, config.glossaries))
        settings.require_sound({path: config}, options)
        return config

    def _refresh(self, paths: Iterable[Path]) -> None:
        """Forget the glossaries if one has changed since it was read."""
        files = [file for path in paths for file in (path, rates.beside(path))]
        stamps = {file: _stamp(file) for file in files}
        if any(self._stamps.get(file, stamp) != stamp for file, stamp in stamps.items()):
            glossaries.matcher.cache_clear()
            glossaries.terms.cache_clear()
        self._stamps |= stamps


def _stamp(file: Path) -> _Stamp:
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def _settled(report: DocumentReport, config: Config) -> DocumentReport:
    """Return the report with what the baseline knows suppressed."""
    run = Report(signature="", documents=[report], failures=(), failed=False, manuals={})
    return settle(run, [config]).documents[0]
