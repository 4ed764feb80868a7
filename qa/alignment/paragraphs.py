"""Where paragraphs open; in a translation they often open at the same places."""

from collections.abc import Sequence

from qa.alignment.sentences import Sentence

# Texts whose numbers of paragraphs differ by more than this factor are divided differently.
_FACTOR = 1.5


class Paragraphs:
    """Where the paragraphs of two texts open: 1 for a sentence that opens one, else 0.

    All are 0 where the texts are divided differently, or one of them is hardly divided.
    """

    def __init__(self, sources: Sequence[Sentence], targets: Sequence[Sentence]) -> None:
        openings = [[one.opens for one in side] for side in (sources, targets)]
        few, many = sorted(map(sum, openings))
        alike = few > 1 and many <= _FACTOR * few
        self.sources, self.targets = ([int(alike and one) for one in side] for side in openings)
