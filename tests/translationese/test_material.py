import pytest

from qa.corpus import Kind, Sample
from qa.errors import QAError
from qa.language import language
from qa.translationese import material
from qa.translationese.material import Piece


def sample(kind: Kind, source: str = "s", document: str = "d", text: str = "A boat.") -> Sample:
    return Sample(text, kind, kind, None, 2001, document, source, document)


def test_text_of_one_kind_makes_no_model() -> None:
    with pytest.raises(QAError, match="only native text"):
        material.prepare([sample(Kind.NATIVE)], language("en"))


def test_pieces_are_as_long_as_asked_and_short_texts_are_whole() -> None:
    samples = [sample(Kind.NATIVE, text="word " * size) for size in (250, 60, 10)]
    prepared = material.prepare([*samples, sample(Kind.HUMAN)], language("en"))
    assert [len(piece.stream) for piece in material.cut(prepared, [100])] == [100, 100, 61]


def test_native_and_translated_text_of_a_source_weigh_the_same() -> None:
    kinds = [Kind.NATIVE] * 5 + [Kind.HUMAN] * 2 + [Kind.MACHINE] * 3
    pieces = [Piece(sample(kind), ["a"]) for kind in kinds]
    pieces += [Piece(sample(Kind.NATIVE, source="t"), ["a"])] * 7
    weights = material.weights(pieces)
    total = dict.fromkeys((True, False), 0.0)
    for piece, weight in zip(pieces, weights, strict=True):
        total[piece.sample.kind is not Kind.NATIVE] += weight
    assert total[True] == pytest.approx(total[False])
    assert sum(weights) == pytest.approx(len(pieces))
    assert weights[5] * 2 == pytest.approx(weights[7] * 3)


def test_an_outlet_is_in_one_fold() -> None:
    assert {material.fold(sample(kind), 5) for kind in Kind} <= set(range(5))
    assert len({material.fold(sample(kind), 5) for kind in Kind}) == 1
