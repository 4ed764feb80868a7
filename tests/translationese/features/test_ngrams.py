from qa.translationese.features import ngrams


def test_runs_of_one_to_three_neighbours_are_counted() -> None:
    counts = ngrams.count(["a", "b", "a", "b"])
    assert counts["a",] == 2
    assert counts["a", "b"] == 2
    assert counts["b", "a", "b"] == 1
    assert counts.total() == 4 + 3 + 2


def test_a_key_names_its_run() -> None:
    assert ngrams.gram(ngrams.name(("of", "the"))) == ("of", "the")
