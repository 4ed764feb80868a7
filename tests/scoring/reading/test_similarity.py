from qa.scoring.reading.similarity import Similarity


def alike(left: str, right: str) -> float:
    return Similarity([left], [right]).of(0, 0)


def test_forms_and_cognates_of_a_word_are_alike() -> None:
    assert alike("The programmers slept", "A programmer sleeps") > alike(
        "The bakers ran", "A dog sat"
    )


def test_figures_survive_translation() -> None:
    kept = alike("Im Jahr 1987 kamen 300", "In 1987, 300 came")
    assert kept > alike("Im Jahr 1987 kamen 300", "In 1988, 301 came")


def test_scripts_without_spaces_are_compared_by_pairs_of_characters() -> None:
    assert alike("今日は雨が降る", "今日は雨だった") > alike("今日は雨が降る", "魚を三匹食べた")


def test_a_line_that_is_not_there_is_like_nothing() -> None:
    assert Similarity(["one"], ["one"]).of(0, 1) == 0
    assert alike("", "") > 0
