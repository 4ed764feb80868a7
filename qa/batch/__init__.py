"""Many files into one report: on one core, on all, or from the results of an earlier run."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from msgspec import Struct, json

from qa import cache as tables
from qa import settings
from qa.batch import sources
from qa.batch.cache import Cache
from qa.batch.inspection import Inspector, Look, Outcome
from qa.batch.progress import Progress
from qa.batch.record import Record
from qa.batch.runner import Numbered, outcomes
from qa.batch.sources import Source
from qa.batch.walking import chosen
from qa.config import Config, Options
from qa.errors import QAError
from qa.findings import Failure, Report
from qa.gate.settling import settle


class Execution(Struct, frozen=True):
    """How to go about it; none of this changes a report.

    Attributes:
        jobs: how many processes; None for one a core where there are enough files.
        cache: folder of the results of earlier runs; None to look at everything again.
        listed: further files and folders, whose names are not patterns.
        lines: the files hold a document a line, as JSON objects with id, text, maybe language.
        progress: tell on standard error how far it has come.
        articles: the report has the texts, too.
    """

    jobs: int | None = 1
    cache: Path | None = None
    listed: tuple[str, ...] = ()
    lines: bool = False
    progress: bool = False
    articles: bool = False


def folder_of_results(told: str | None) -> Path:
    """Return where results are kept: the folder that the user names, else the usual one."""
    return Path(told) if told else tables.folder() / "results"


def check_paths(
    paths: Iterable[str], options: Options, execution: Execution | None = None
) -> Report:
    """Check files; one that cannot be read does not stop the others.

    Args:
        paths: files, folders, patterns, or ``-`` for standard input.
        options: settings that win over the configuration files'.
        execution: how to go about it; one after the other if not told.

    Raises:
        QAError: a configuration is wrong; then nothing is checked.
    """
    return _report(Look.CHECK, paths, options, execution or Execution())


def detect_paths(
    paths: Iterable[str], options: Options, execution: Execution | None = None
) -> Report:
    """Say how translated files read, and nothing else; otherwise as ``check_paths``."""
    return _report(Look.DETECT, paths, options, execution or Execution())


def _report(look: Look, paths: Iterable[str], options: Options, execution: Execution) -> Report:
    files = chosen(paths, execution.listed)
    if options.source and len(files) > 1:
        raise QAError(
            f"--source names what one file was translated from, and here are {len(files)}",
            hint='name a pattern in qa.toml: source = "../de/{stem}.txt"',
        )
    configs, numbers = _settings(files, options)
    signature = settings.signature(configs)
    cache = Cache(execution.cache, look, configs) if execution.cache else None
    read = sources.of_lines if execution.lines else sources.of_files
    record = Record()
    total = None if execution.lines else len(files)
    inspector = Inspector(look, configs, cache, execution.articles)
    stopped = _run(inspector, read(files, numbers), record, execution, total)
    report = Report(
        signature=signature,
        documents=record.documents,
        failures=record.failures + ((_stopped(record, files),) if stopped else ()),
        failed=record.failed,
        manuals=settings.manuals(),
        articles=record.articles,
    )
    return settle(report, [configs[one] for one in record.settings], options.changed_since)


def _settings(files: list[str | QAError], options: Options) -> tuple[tuple[Config, ...], list[int]]:
    """Return each different configuration once, and the number of each file's."""
    numbers: dict[bytes, int] = {}
    known: dict[str, Config] = {}
    of_files = []
    for file in files:
        path = "-" if isinstance(file, QAError) else file
        config = settings.configured(path, options)
        number = numbers.setdefault(json.encode(config), len(numbers))
        if number == len(known):
            known[path] = config
        of_files.append(number)
    settings.require_sound(known, options)
    return tuple(known.values()), of_files


def _run(
    inspector: Inspector,
    found: Iterator[Source | Failure],
    record: Record,
    execution: Execution,
    total: int | None,
) -> bool:
    """Fill the record; tell whether the user stopped that."""
    progress = Progress(sys.stderr, total) if execution.progress else None
    try:
        unknown = _unknown(found, inspector, record)
        with closing(outcomes(inspector.inspect, unknown, execution.jobs)) as answers:
            for number, outcome in answers:
                record.add(number, outcome)
                if progress:
                    progress.tell(record.done)
    except KeyboardInterrupt:
        return True
    finally:
        if progress:
            progress.close()
        if inspector.cache:
            inspector.cache.shrink()
    return False


def _unknown(
    found: Iterator[Source | Failure], inspector: Inspector, record: Record
) -> Iterator[Numbered]:
    """Yield the sources that no earlier run has looked at, and record the others."""
    for number, source in enumerate(found):
        record.expect(source.settings if isinstance(source, Source) else 0)
        if isinstance(source, Failure):
            record.add(number, Outcome(failure=source))
        elif outcome := inspector.known(source):
            record.add(number, outcome)
        else:
            yield number, source


def _stopped(record: Record, files: list[str | QAError]) -> Failure:
    return Failure(
        str(files[min(record.next, len(files) - 1)]),
        f"stopped when {record.done} files were checked, before all were",
        "the report has those; what is in the cache is not checked again",
    )
