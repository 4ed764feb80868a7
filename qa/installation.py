"""What is installed: the code, the linguistic data and the packages that results depend on."""

import os
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

from qa import plugins, resources
from qa.cache import kept

# Measurements and examples, which no check reads.
_UNREAD = {"evaluation", "samples", "__pycache__"}
_PACKAGES = (
    "langdetect",
    "langdetect_rs",
    "markdown_it_py",
    "msgspec",
    "sentencex",
    "simplemma",
)
_GROUPS = ("qa.checks", "qa.formats")


@cache
def digest() -> str:
    """Return a hash that is the same wherever the same code and data are installed.

    The contents of the files decide; they are read again only when a size or a time has changed.
    """
    stamps = "\n".join(f"{path} {_stamp(path)}" for _, path in _files())
    surroundings = _surroundings()
    return kept((stamps + surroundings).encode(), str, lambda: _hashed(surroundings))


def _hashed(surroundings: str) -> str:
    hashed = blake2b(surroundings.encode(), digest_size=16)
    for name, path in _files():
        content = Path(path).read_bytes()
        hashed.update(f"\0{name}\0{len(content)}\0".encode() + content)
    return hashed.hexdigest()


def _files() -> Iterator[tuple[str, str]]:
    """Yield the files by a name that does not depend on the machine, in a fixed order."""
    package = str(Path(__file__).parent)
    for root in (package, str(resources.root())):
        for folder, inner, names in os.walk(root):
            inner[:] = sorted(_entered(inner, root == package))
            within = folder[len(root) :].replace(os.sep, "/")
            yield from ((f"{within}/{name}", f"{folder}{os.sep}{name}") for name in sorted(names))
    yield from _plugins()


def _entered(folders: list[str], ours: bool) -> set[str]:
    # In a wheel the data are inside the package, and have their turn afterwards.
    return {*folders} - _UNREAD - ({"corpora"} if ours else set())


def _plugins() -> Iterator[tuple[str, str]]:
    """Yield the files of other people's checks and formats, which must be imported for it."""
    for module in (module for group in _GROUPS for module in plugins.others(group)):
        own = Path(module.__file__ or "")
        family = sorted(own.parent.glob("*.py")) if "." in module.__name__ else [own]
        yield from ((f"{module.__name__}/{path.name}", str(path)) for path in family)


def _stamp(path: str) -> str:
    status = os.stat(path)  # noqa: PTH116 - half of this module's time
    return f"{status.st_size} {status.st_mtime_ns}"


def _surroundings() -> str:
    """Return the versions of Python and of the packages whose answers end up in results."""
    versions = {
        name
        for folder in filter(os.path.isdir, sys.path)
        for name in os.listdir(folder)  # noqa: PTH208 - a tenth of the time of a glob for each
        if name.startswith(_PACKAGES) and name.endswith(".dist-info")
    }
    return " ".join([*map(str, sys.version_info[:2]), *sorted(versions)])
