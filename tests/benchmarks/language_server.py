"""How soon ``qa lsp`` answers: at the start, after a key, and while it is busy.

    python tests/benchmarks/language_server.py [FILE]

FILE is an English text; by default the sample article. It is repeated and cut to the sizes below.
"After a key" is from the end of the pause that the server waits for to the findings of the text as
it is then. "While busy" is how long a question about one text takes while another, the largest, is
being checked. Nothing is asserted: this measures.
"""

import asyncio
import statistics
import sys
import time
from itertools import cycle, islice
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS))

from editors import SERVER, Client, Editor, visual_studio_code  # noqa: E402
from lsprotocol import types  # noqa: E402

from qa.lsp.server import DELAY  # noqa: E402

SAMPLE = TESTS.parent / "corpora/samples/article.txt"
SIZES = (200, 2_000, 20_000)
KEYS = 7
SETTINGS = {"language": "en", "origin": "de"}


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE
    asyncio.run(measured(path.read_text(encoding="utf-8")))


def sized(text: str, words: int) -> str:
    """Return paragraphs of a text, from the start again where they end, of about so many words."""
    paragraphs, count = [], 0
    for paragraph in islice(cycle(filter(str.strip, text.splitlines())), words):
        paragraphs.append(paragraph)
        count += len(paragraph.split())
        if count >= words:
            break
    return "\n\n".join(paragraphs)


async def measured(text: str) -> None:
    client = Client()
    begun = time.perf_counter()
    await client.start_io(*SERVER)
    params = types.InitializeParams(
        capabilities=visual_studio_code(), initialization_options=SETTINGS
    )
    await client.initialize_session(params)
    print(f"ready after {time.perf_counter() - begun:.2f} s")
    editor = Editor(client)
    for words in SIZES:
        await typed(editor, words, sized(text, words))
    await busy(editor, sized(text, SIZES[0]), sized(text, 5 * SIZES[-1]))
    await client.shutdown_session()


async def typed(editor: Editor, words: int, text: str) -> None:
    begun = time.perf_counter()
    uri = editor.open(Path(f"/nowhere/{words}.md"), text, "markdown")
    await editor.diagnostics(uri)
    opened, after, asked = time.perf_counter() - begun, [], []
    for _ in range(KEYS):
        begun = time.perf_counter()
        editor.type(uri, " the ", " thee ")
        found = await editor.diagnostics(uri)
        after.append(time.perf_counter() - begun - DELAY)
        begun = time.perf_counter()
        await editor.actions(uri, editor.text_in(uri, found[0].range))
        asked.append(time.perf_counter() - begun)
    print(
        f"{words:6,} words: findings {opened:.2f} s after opening,"
        f" {statistics.median(after):.3f} s after a key ({max(after):.3f} at most),"
        f" actions {statistics.median(asked):.3f} s"
    )


async def busy(editor: Editor, small: str, large: str) -> None:
    uri = editor.open(Path("/nowhere/small.md"), small, "markdown")
    found = await editor.diagnostics(uri)
    words = editor.text_in(uri, found[0].range)
    other = editor.open(Path("/nowhere/large.md"), large, "markdown")
    asked = []
    for _ in range(KEYS):
        await asyncio.sleep(0.05)
        begun = time.perf_counter()
        await editor.hover(uri, words)
        asked.append(time.perf_counter() - begun)
    is_checking = not editor.last(other)
    print(
        f"while busy ({is_checking}): an answer after {statistics.median(asked):.3f} s"
        f" ({max(asked):.3f} at most)"
    )


if __name__ == "__main__":
    main()
