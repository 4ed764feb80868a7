"""What language streams are in, told from a sample of their lines."""

from collections.abc import Iterator, Sequence
from functools import partial

from qa.language import fallbacks, primary
from qa.scoring.reading.opening import named
from qa.scoring.reading.tables import Cells, Stream
from qa.text.identification import LANGUAGES, identify

_LINES = 60
_LONGEST = 200
_SAMPLES = 2


def detected(cells: Cells) -> str | None:
    """Return the tag of the language of lines; None where two samples of them do not agree."""
    tags = {identify(_sample(cells, start)).tag for start in range(_SAMPLES)}
    return tags.pop() if len(tags) == 1 else None


def remarks(
    systems: Sequence[Stream], references: Sequence[Stream], target_language: str | None
) -> Iterator[str]:
    """Yield what to know of streams in another language than they should be in.

    Args:
        systems: the hypotheses.
        references: of which the first is what systems are compared with, where no language is
            given.
        target_language: BCP 47 tag of the language given; one that cannot be told from others is
            compared with nothing.
    """
    if target_language:
        if _is_known(target_language):
            judge = partial(_differs, expected=target_language, because="the target language is")
            yield from filter(None, map(judge, (*references, *systems)))
        return
    expected = detected(references[0].cells)
    if expected:
        because = f"{named(references[0].table.path)} looks like"
        judge = partial(_differs, expected=expected, because=because)
        yield from filter(None, map(judge, (*references[1:], *systems)))


def _sample(cells: Cells, start: int) -> str:
    step = max(_SAMPLES, len(cells) // _LINES)
    lines = (cell[:_LONGEST] for cell in cells[start * step // _SAMPLES :: step] if cell)
    return "\n".join(lines)


def _differs(stream: Stream, expected: str, because: str) -> str | None:
    found = detected(stream.cells)
    if not found or _wider(found) == _wider(expected):
        return None
    return f"{stream.said} looks like {found}; {because} {expected}"


def _wider(tag: str) -> str:
    """Return the language of a tag, ``no`` for both standards of Norwegian."""
    return primary(fallbacks(tag)[0]).lower()


def _is_known(tag: str) -> bool:
    return any(_wider(tag) == primary(name) for names in LANGUAGES.values() for name in names)
