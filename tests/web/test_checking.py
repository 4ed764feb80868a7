"""Many at once get the answers that each would get alone."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from clients import serving
from conftest import ROOT

TEXTS = [
    (ROOT / "corpora/samples" / name).read_text(encoding="utf-8")
    for name in ("article.txt", "strike.en.txt", "strike.de.txt", "newsroom/articles/summit.txt")
]


def test_texts_checked_at_once_are_checked_as_alone(tmp_path: Path) -> None:
    with serving(tmp_path) as client:

        def checked(text: str) -> object:
            return client.post("/api/check", json={"text": text, "language": None}).json()

        alone = [checked(text) for text in TEXTS]
        with ThreadPoolExecutor(4) as threads:
            assert list(threads.map(checked, TEXTS * 3)) == alone * 3
