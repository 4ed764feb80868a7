"""Many files, one after the other, into one report."""

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from qa import formats, registry, streaming
from qa.config import Config, Options
from qa.errors import QAError
from qa.findings import DocumentReport, Failure, Report
from qa.formats import jsonl
from qa.model import Document
from qa.pipeline import detect
from qa.settings import configured, require_known, signature

Look = Callable[[str, Config], tuple[DocumentReport, str]]


def check_paths(paths: Iterable[str], options: Options) -> Report:
    """Check files one after the other; one that cannot be read does not stop the others.

    Args:
        paths: files, or ``-`` for standard input.
        options: settings that win over the configuration files'.

    Raises:
        QAError: a configuration is wrong, or there is one source for several files; then nothing
            is checked.
    """
    paths = list(paths)
    if options.source and len(paths) > 1:
        raise QAError(
            f"--source names what one file was translated from, and here are {len(paths)}",
            hint='name a pattern in qa.toml: source = "../de/{stem}.txt"',
        )
    require_known((*options.select, *options.ignore), options.glossaries, "the command line")
    return _report(paths, options, streaming.inspect)


def detect_paths(paths: Iterable[str], options: Options) -> Report:
    """Say how translated files read, and nothing else; otherwise as ``check_paths``."""
    return _report(paths, options, _detect)


def detect_lines(paths: Iterable[str], options: Options) -> Report:
    """Say how each text of JSON lines reads: objects with ``id``, ``text``, maybe ``language``."""
    configs = [(path, configured(path, options)) for path in paths]
    outcomes = [one for path, config in configs for one in _lines(path, config)]
    return _gathered(outcomes, [config for _, config in configs])


def _report(paths: Iterable[str], options: Options, look: Look) -> Report:
    configs = [(path, configured(path, options)) for path in paths]
    outcomes = [_outcome(path, config, look) for path, config in configs]
    return _gathered(outcomes, [config for _, config in configs])


def _gathered(outcomes: list["_Outcome"], configs: list[Config]) -> Report:
    return Report(
        signature=signature(configs),
        documents=tuple(one.report for one in outcomes if one.report),
        failures=tuple(one.failure for one in outcomes if one.failure),
        failed=any(one.failed for one in outcomes),
        manuals={name: check.manual.summary for name, check in registry.all_checks().items()},
        contents={one.report.path: one.content for one in outcomes if one.report},
    )


def _lines(path: str, config: Config) -> Iterator["_Outcome"]:
    try:
        for found in jsonl.documents(path):
            yield _failure(path, found) if isinstance(found, QAError) else _seen(found, config)
    except QAError as error:
        yield _failure(path, error)


def _seen(document: Document, config: Config) -> "_Outcome":
    try:
        return _Outcome(detect(document, config), None, document.content)
    except QAError as error:
        return _failure(document.path, error)


def _failure(path: str, error: QAError) -> "_Outcome":
    return _Outcome(failure=Failure(path, error.message, error.hint))


class _Outcome(Struct, frozen=True):
    """What became of one file."""

    report: DocumentReport | None = None
    failure: Failure | None = None
    content: str = ""
    failed: bool = False


def _outcome(path: str, config: Config, look: Look) -> _Outcome:
    try:
        seen, content = look(path, config)
    except QAError as error:
        return _failure(path, error)
    return _Outcome(seen, None, content, _fails(seen, config))


def _detect(path: str, config: Config) -> tuple[DocumentReport, str]:
    document = formats.read(path)
    return detect(document, config), document.content


def _fails(document: DocumentReport, config: Config) -> bool:
    return any(
        config.fail_on.fails(finding.severity)
        for finding in document.findings
        if finding.suppressed is None
    )
