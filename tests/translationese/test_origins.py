import pytest

from qa.translationese.origins import Origins

ORIGINS = Origins(("cs", "de"), (0.0, 0.0), (1.0, 0.5, 0.0), {"thus": (-1.0, 1.0)})


def test_the_likeliest_language_comes_first() -> None:
    first, second = ORIGINS.guess({"thus": 2, "odd": 1}, 200)
    assert (first.language, second.language) == ("de", "cs")
    assert first.probability + second.probability == pytest.approx(1.0, abs=1e-3)


def test_a_longer_text_is_surer_at_the_same_rate() -> None:
    short, _ = ORIGINS.guess({"thus": 1}, 100)
    long, _ = ORIGINS.guess({"thus": 4}, 400)
    assert long.probability > short.probability
