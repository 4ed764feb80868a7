"""Whether text can be learnt from or measured on: of both kinds, and in the language's script."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from qa.corpus import Kind, Sample
from qa.errors import QAError
from qa.text import identification

_TEXTS = 40
_CHARACTERS = 500


def require(samples: Sequence[Sample], language: str) -> None:
    """Refuse text of one kind only, and sources in another script.

    Raises:
        QAError: there is no native or no translated text, or a source cannot be in the language.
    """
    if len({sample.kind is Kind.NATIVE for sample in samples}) == 1:
        raise QAError(
            f"only {samples[0].kind} text: native and translated text are needed",
            hint="add <year>.native.txt, or records with the label 'native'",
        )
    for source, excerpt in _excerpts(samples):
        if not identification.possible(excerpt, language):
            raise QAError(
                f"{source}: its text is not in the script of '{language}'",
                hint="leave it out, or name its language with --language",
            )


def _excerpts(samples: Sequence[Sample]) -> Iterator[tuple[str, str]]:
    """Yield the openings of some texts of every kind of every source."""
    texts: dict[tuple[str, Kind], list[str]] = defaultdict(list)
    for sample in samples:
        texts[sample.source, sample.kind].append(sample.text)
    for (source, _), found in texts.items():
        yield source, " ".join(text[:_CHARACTERS] for text in islice(found, _TEXTS))
