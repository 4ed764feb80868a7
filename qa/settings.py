"""The settings of a run, with every name in them known, and the signature of its results."""

from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

from msgspec import json

from qa import registry, resources
from qa.config import Config, Options, load
from qa.errors import QAError
from qa.version import __version__


def configured(path: str, options: Options) -> Config:
    """Return the settings for a file: those of its configuration, then ``options``."""
    config = load(path, options.config)
    named = (*config.select, *config.ignore, *config.severity)
    require_known(named, config.glossaries, f"the configuration for {path}")
    return options.over(config)


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
            if "/" in name:
                from qa.terminology import scoping  # few runs name entries

                scoping.require(name, [*map(Path, glossaries)])
            else:
                registry.find(name)
        except QAError as error:
            raise QAError(f"{where}: {error.message}", error.hint) from error


def signature(configs: list[Config]) -> str:
    """Return what a result depends on: version, checks, linguistic data, settings, glossaries."""
    checks = _digest(sorted(registry.all_checks()))
    data = _digest((resources.root() / "SOURCES.toml").read_bytes())
    settings = _digest(_distinct(configs))
    return f"qa:{__version__}|checks:{checks}|corpora:{data}|settings:{settings}"


def _distinct(configs: list[Config]) -> list[object]:
    """Return each different configuration once, with what stands in its glossary files."""
    encoded = {json.encode(config): config for config in configs}
    return [[text, *map(_contents, config.glossaries)] for text, config in encoded.items()]


def _contents(path: str) -> str:
    return blake2b(resources.content(Path(path)), digest_size=6).hexdigest()


def _digest(value: object) -> str:
    return blake2b(json.encode(value), digest_size=6).hexdigest()
