"""The settings of a run, with every name in them known, and the signature of its results."""

from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import blake2b
from pathlib import Path

from msgspec import json
from msgspec.structs import replace

from qa import cache as tables
from qa import installation, resources
from qa.budgets import Budgets
from qa.config import Config, FailOn, Options, load
from qa.errors import QAError
from qa.version import __version__


def configured(path: str, options: Options) -> Config:
    """Return the settings for a file: those of its configuration, then ``options``."""
    return options.over(load(path, options.config))


def require_sound(configs: Mapping[str, Config], options: Options) -> None:
    """Refuse settings that name a check or an entry that does not exist.

    Args:
        configs: each different configuration, by one of the files that it is for.
        options: those of the command line, which are among them.

    Raises:
        QAError: there is no such check or entry.
    """
    require_known((*options.select, *options.ignore), options.glossaries, "the command line")
    for path, config in configs.items():
        named = (*config.select, *config.ignore, *config.severity)
        require_known(named, config.glossaries, f"the configuration for {path}")


def require_known(names: Iterable[str], glossaries: Iterable[str], where: str) -> None:
    """Refuse ids that no check and no entry has.

    Args:
        names: ids of checks, and of entries with a slash.
        glossaries: the files to look for entries in, besides the built-in ones.
        where: the names stand, for messages.

    Raises:
        QAError: there is no such check or entry.
    """
    for name in names:
        try:
            _find(name, glossaries)
        except QAError as error:
            raise QAError(f"{where}: {error.message}", error.hint) from error


@cache
def manuals() -> Mapping[str, str]:
    """Return every check's manual page by its id."""
    known = installation.digest().encode() + b"manuals"
    return tables.kept(known, dict[str, str], _manuals)


def signature(configs: Iterable[Config]) -> str:
    """Return what a result depends on: version, checks, linguistic data, settings, glossaries."""
    checks = _digest(json.encode(sorted(manuals())))
    data = _digest((resources.root() / "SOURCES.toml").read_bytes())
    settings = _digest(b"\0".join(sorted({essence(config) for config in configs})))
    return f"qa:{__version__}|checks:{checks}|corpora:{data}|settings:{settings}"


def essence(config: Config) -> bytes:
    """Return all that the findings in a document depend on in its settings, glossaries included.

    It is the same on every machine: what stands in the files counts, not where they are.

    Raises:
        QAError: a glossary cannot be read.
    """
    bare = replace(
        config,
        glossaries=(),
        source=None,
        fail_on=FailOn.ERROR,
        baseline=None,
        budgets=Budgets(),
        override=(),
    )
    glossaries = [_contents(Path(path)) for path in config.glossaries]
    original = [_original(Path(config.source))] if config.source else []
    return json.encode([bare, glossaries, original], order="deterministic")


def _original(path: Path) -> str:
    """Return what stands in the source; one that cannot be read is said where it is needed."""
    try:
        return _digest(path.read_bytes())
    except OSError:
        return ""


def _contents(glossary: Path) -> list[bytes]:
    """Return what stands in a glossary and in the figures beside it."""
    from qa.glossary import rates  # most runs have no glossaries of their own

    measured = rates.beside(glossary)
    figures = [resources.content(measured)] if measured.is_file() else []
    return [resources.content(glossary), *figures]


def _find(name: str, glossaries: Iterable[str]) -> None:
    if "/" in name:
        from qa.glossary import terms  # few runs name entries
        from qa.terminology import scoping

        scoping.require(name, [*terms.without_tables(map(Path, glossaries))])
    elif name not in manuals():
        from qa import registry

        registry.find(name)


def _manuals() -> dict[str, str]:
    from qa import registry

    return {name: check.manual.docstring.strip() for name, check in registry.all_checks().items()}


def _digest(value: bytes) -> str:
    return blake2b(value, digest_size=6).hexdigest()
