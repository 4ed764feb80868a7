"""Length and what is shared align sentences without a model."""

import pytest

from qa.alignment.lengths import Lengths
from qa.alignment.lexical import Lexical, Weights
from qa.alignment.search import MOVES, align
from qa.alignment.sentences import Sentence
from qa.model import Segment, Span, Text

RUSSIAN = [
    "Порт закрыт.",
    "На рейде ждут 17 судов.",
    "Лебедев обещал ответить до пятницы.",
    "Почему он молчит?",
]
ENGLISH = [
    "The port has been closed.",
    "There are 17 vessels waiting, and Lebedev promised an answer by Friday.",
    "Why is he silent?",
]


def sentences(lines: list[str], *, opens: bool = False) -> list[Sentence]:
    segment, found, start = Segment(0, Text.verbatim(" ".join(lines))), [], 0
    for line in lines:
        found.append(Sentence(segment, Span(start, start + len(line)), opens, False))
        start += len(line) + 1
    return found


def test_a_merged_sentence_is_found_across_scripts() -> None:
    found = align(Lexical(sentences(RUSSIAN), sentences(ENGLISH), ("ru", "en")))
    assert [(bead.m, bead.n) for bead in found] == [(1, 1), (2, 1), (1, 1)]


def test_a_row_has_a_cost_for_every_move_and_place() -> None:
    costs = Lexical(sentences(RUSSIAN), sentences(ENGLISH), ("ru", "en"))
    rows = costs.row(3, 0, 3)
    assert [len(row) for row in rows] == [4] * len(MOVES)
    assert rows[MOVES.index((2, 1))] == [float("inf")] * 4
    assert rows[0][2] < rows[0][0] < rows[0][3] == float("inf")


@pytest.mark.parametrize(("m", "n"), [(1, 1), (1, 2)])
def test_a_paragraph_that_opens_on_one_side_only_costs(m: int, n: int) -> None:
    weights = Weights(breach=2.0)
    move = MOVES.index((m, n))
    alike, inside = (
        Lexical(
            sentences(ENGLISH, opens=True),
            sentences(ENGLISH, opens=True),
            ("en", "en"),
            Weights(breach=breach),
        ).row(0, 0, 0)[move][0]
        for breach in (0.0, weights.breach)
    )
    assert inside - alike == pytest.approx(2.0 * (n - 1))


def test_the_ratio_of_long_texts_is_their_own_and_of_short_ones_nearly_1() -> None:
    long = Lengths(["a" * 5000], ["a" * 6000])
    assert long.targets[-1] == pytest.approx(long.sources[-1], rel=0.02)
    assert Lengths(["a" * 50], ["a" * 60]).ratio == pytest.approx(1, abs=0.03)


def test_half_an_article_does_not_pass_for_a_terse_language() -> None:
    assert Lengths(["a" * 9000], ["a" * 3000]).ratio == pytest.approx(1.33)
    assert Lengths(["a" * 3000], ["a" * 9000]).ratio == pytest.approx(0.75)
