"""What was made of a file, kept between runs in the user's cache folder.

Decoding TOML takes longer than checking a short article. A result is kept under a name made of all
that it depends on, so it need never be thrown away; a missing, foreign or damaged entry is made
anew, and a folder that cannot be written to costs time only. ``QA_CACHE_DIR`` moves the folder.
"""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

import msgspec

from qa import files
from qa.errors import QAError
from qa.version import __version__

T = TypeVar("T")


def kept(dependencies: bytes, shape: type[T], make: Callable[[], T]) -> T:
    """Return what ``make`` returned for the same ``dependencies`` and ``shape``, now or before.

    Args:
        dependencies: all that the result is made of.
        shape: its type, which msgspec can encode.
        make: returns it.
    """
    place = folder() / _name(dependencies, shape)
    try:
        return msgspec.msgpack.decode(place.read_bytes(), type=shape)
    except (OSError, msgspec.DecodeError):
        made = make()
    _keep(place, msgspec.msgpack.encode(made))
    return made


def folder() -> Path:
    """Return the folder in which results are kept, by the convention of the system."""
    if "QA_CACHE_DIR" in os.environ:
        return Path(os.environ["QA_CACHE_DIR"])
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", "~")).expanduser() / "qa" / "Cache"
    if sys.platform == "darwin":
        return Path("~/Library/Caches/qa").expanduser()
    return Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "qa"


def _name(dependencies: bytes, shape: type[T]) -> str:
    named = f"{__version__} {shape.__module__}.{shape.__qualname__} "
    return blake2b(named.encode() + dependencies, digest_size=16).hexdigest()


def _keep(place: Path, content: bytes) -> None:
    with suppress(OSError, QAError):
        place.parent.mkdir(parents=True, exist_ok=True)
        files.write(place, content)
