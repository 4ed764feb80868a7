"""``qa.toml`` or ``[tool.qa]`` of ``pyproject.toml``, found upwards from the checked file."""

import re
from collections.abc import Iterator
from enum import StrEnum
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec import Struct, field
from msgspec.structs import fields, replace

from qa import mistakes
from qa.budgets import Budgets
from qa.errors import QAError
from qa.findings import Severity


class FailOn(StrEnum):
    """The lowest severity of a finding that makes a run fail."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"
    NEVER = "never"

    def fails(self, severity: Severity) -> bool:
        """Tell whether a finding of ``severity`` makes the run fail."""
        return self is not FailOn.NEVER and severity.rank >= Severity(self.value).rank


class Override(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """Settings for the files whose path, relative to the configuration, matches a glob."""

    paths: tuple[str, ...]
    language: str | None = None
    origin: str | None = None
    source: str | None = None
    glossaries: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: dict[str, Severity] = field(default_factory=dict)


class Config(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """What to check, and how strictly.

    Attributes:
        language: tag of the text's language; None detects it.
        origin: tag of the language it was translated from; None is unknown.
        source: the file that it was translated from, relative to the configuration file;
            ``{stem}`` and ``{name}`` stand for those of the checked file.
        semantic: whether to compare meanings, with the encoder of the ``semantic`` extra.
        glossaries: further glossary files, relative to the configuration file.
        select: ids of the only checks to run; empty for all.
        ignore: ids of checks, or of glossary entries such as ``de-en/handy``, to leave out.
        severity: severities other than the checks' own, by check id or entry id.
        fail_on: the lowest severity that makes the exit status 1, or "never".
        baseline: file of known findings, relative to the configuration file.
        budgets: what a document may have before the exit status is 1.
        override: settings for some of the files; a later one wins.
    """

    language: str | None = None
    origin: str | None = None
    source: str | None = None
    semantic: bool = False
    glossaries: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: dict[str, Severity] = field(default_factory=dict)
    fail_on: FailOn = FailOn.ERROR
    baseline: str | None = None
    budgets: Budgets = Budgets()
    override: tuple[Override, ...] = ()


_Settings = TypeVar("_Settings", Config, Override)


class Options(Struct, frozen=True):
    """Settings of one run, which win over the configuration files'.

    Attributes:
        baseline: file of known findings; "" is none.
        changed_since: a revision of git; None reports on unchanged lines, too.
        source: the file that the only checked one was translated from.
        config: a configuration file to use in place of the nearest one.
    """

    language: str | None = None
    origin: str | None = None
    source: str | None = None
    semantic: bool = False
    glossaries: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: FailOn | None = None
    baseline: str | None = None
    budgets: Budgets = Budgets()
    changed_since: str | None = None
    config: str | None = None

    def over(self, config: Config) -> Config:
        """Return ``config`` with these settings; glossaries and ids to ignore add up."""
        return replace(
            config,
            language=self.language or config.language,
            origin=self.origin or config.origin,
            source=self.source or config.source,
            semantic=self.semantic or config.semantic,
            glossaries=config.glossaries + self.glossaries,
            select=self.select or config.select,
            ignore=config.ignore + self.ignore,
            fail_on=self.fail_on or config.fail_on,
            baseline=config.baseline if self.baseline is None else self.baseline,
            budgets=self.budgets.over(config.budgets),
        )


def load(path: str, explicit: str | None = None) -> Config:
    """Return the configuration for the file ``path``, its overrides applied.

    Args:
        path: the file to check, or ``-``.
        explicit: a configuration file to use in place of the nearest one.

    Raises:
        QAError: the configuration cannot be read, or has a key or value that it should not have.
    """
    start = Path.cwd() if path == "-" else Path(path).absolute().parent
    source = Path(explicit).absolute() if explicit else find(start)
    if source is None:
        return Config()
    return _named(_applied(read(source), Path(path).absolute(), source.parent), path)


@cache
def find(folder: Path) -> Path | None:
    """Return the nearest configuration file in ``folder`` or above it."""
    for place in (folder, *folder.parents):
        if (place / "qa.toml").is_file():
            return place / "qa.toml"
        if _has_table(place / "pyproject.toml"):
            return place / "pyproject.toml"
    return None


@cache
def read(source: Path) -> Config:
    """Read a configuration file strictly; glossary paths are made absolute."""
    try:
        text = source.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise QAError(f"{source}: cannot be read: {error}") from error
    config = _decoded(source, text)
    return _absolute(config, source.parent)


def _has_table(source: Path) -> bool:
    if not source.is_file():
        return False
    text = source.read_text(encoding="utf-8", errors="replace")
    return re.search(r"^\[tool\.qa[\].]", text, re.MULTILINE) is not None


def _decoded(source: Path, text: str) -> Config:
    import tomllib  # most runs have no settings

    try:
        return msgspec.convert(_table(source, tomllib.loads(text)), Config)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+)", str(error))
        line = int(place[1]) if place else len(text.splitlines())
        raise mistakes.shown(source, text, str(error), line) from error
    except msgspec.ValidationError as error:
        known = [one.encode_name for one in fields(_shape(str(error)))]
        raise mistakes.invalid(source, text, str(error), known) from error


def _table(source: Path, table: dict[str, Any]) -> Any:  # noqa: ANN401 - TOML of any shape
    return table["tool"]["qa"] if source.name == "pyproject.toml" else table


def _shape(message: str) -> type[Struct]:
    """Return the table that a message is about."""
    if "$.budgets" in message:
        return Budgets
    return Override if "override" in message else Config


def _absolute(config: Config, folder: Path) -> Config:
    overrides = tuple(_placed(override, folder) for override in config.override)
    return replace(
        _placed(config, folder),
        baseline=_below(folder, config.baseline),
        budgets=replace(config.budgets, no_worse_than=_below(folder, config.budgets.no_worse_than)),
        override=overrides,
    )


def _placed(settings: _Settings, folder: Path) -> _Settings:
    return replace(
        settings,
        glossaries=_under(folder, settings.glossaries),
        source=_below(folder, settings.source),
    )


def _below(folder: Path, name: str | None) -> str | None:
    return str(folder / name) if name else None


def _under(folder: Path, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(str(folder / name) for name in names)


def _applied(config: Config, path: Path, folder: Path) -> Config:
    for override in _matching(config, path, folder):
        config = replace(
            config,
            language=override.language or config.language,
            origin=override.origin or config.origin,
            source=override.source or config.source,
            glossaries=config.glossaries + override.glossaries,
            select=override.select or config.select,
            ignore=config.ignore + override.ignore,
            severity={**config.severity, **override.severity},
        )
    return config


def _named(config: Config, path: str) -> Config:
    stem, name = Path(path).stem, Path(path).name
    source = config.source and config.source.replace("{stem}", stem).replace("{name}", name)
    return replace(config, source=source)


def _matching(config: Config, path: Path, folder: Path) -> Iterator[Override]:
    if not path.is_relative_to(folder):
        return
    name = path.relative_to(folder).as_posix()
    for override in config.override:
        if any(fnmatch(name, glob) for glob in override.paths):
            yield override
