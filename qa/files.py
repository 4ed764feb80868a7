"""Files written whole or not at all."""

import os
from pathlib import Path

from qa.errors import QAError


def write(path: Path, content: bytes) -> None:
    """Put ``content`` in the place of a file; a half-written one would pass for a short one.

    Raises:
        QAError: the file cannot be written; what was there is still there.
    """
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise QAError(
            f"{path}: cannot be written: {error.strerror}", "name a file in a folder that is there"
        ) from error
