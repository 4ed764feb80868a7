"""Finding modules: ours by listing a package, other people's by entry point."""

import os
import sys
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

from qa.errors import QAError


def modules(package: ModuleType, group: str) -> Iterator[ModuleType]:
    """Yield the modules of ``package``, then those that entry points of ``group`` name.

    Args:
        package: one of ours, such as ``qa.checks``.
        group: the entry-point group, such as ``"qa.checks"``.
    """
    for found in sorted(iter_modules(package.__path__), key=lambda module: module.name):
        yield import_module(f"{package.__name__}.{found.name}")
    yield from others(group)


def others(group: str) -> Iterator[ModuleType]:
    """Yield the modules that entry points of ``group`` name, which are not ours."""
    if _installed(group):
        yield from _entry_points(group)


def named(name: str, package: ModuleType, group: str, what: str) -> ModuleType:
    """Return the module called ``name``.

    Args:
        name: without its package.
        package: one of ours.
        group: the entry-point group.
        what: a module of it is, for messages: ``"format"``.

    Raises:
        QAError: there is none; the hint has the nearest, or all.
    """
    if name in {found.name for found in iter_modules(package.__path__)}:
        return import_module(f"{package.__name__}.{name}")
    known = {found.__name__.rsplit(".", 1)[-1]: found for found in modules(package, group)}
    if name not in known:
        near = get_close_matches(name, known, n=1)
        hint = f"did you mean '{near[0]}'?" if near else f"there are {', '.join(known)}"
        raise QAError(f"there is no {what} '{name}'", hint)
    return known[name]


def _entry_points(group: str) -> Iterator[ModuleType]:
    from importlib.metadata import entry_points  # 50 ms that most runs can save

    for point in sorted(entry_points(group=group), key=lambda point: point.name):
        yield point.load()


def _installed(group: str) -> bool:
    """Tell whether any installed distribution has entry points of ``group``."""
    return f"[{group}]" in _declarations(tuple(sys.path))


@cache
def _declarations(folders: tuple[str, ...]) -> str:
    """Return what the distributions in ``folders`` declare as entry points."""
    places = (folder for folder in folders if os.path.isdir(folder))  # noqa: PTH112 - much faster
    return "\n".join(
        text
        for folder in places
        for name in os.listdir(folder)  # noqa: PTH208 - as above
        if name.endswith(".dist-info")
        for text in _text(Path(folder, name, "entry_points.txt"))
    )


def _text(declarations: Path) -> list[str]:
    try:
        return [declarations.read_text(encoding="utf-8", errors="replace")]
    except OSError:
        return []
