from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from qa.translationese.features import ngrams

CLASSES = st.lists(st.sampled_from("abc^"), max_size=12)


def test_runs_of_one_to_three_neighbours_are_counted() -> None:
    counts = ngrams.count(["a", "b", "a", "b"])
    assert counts["a",] == 2
    assert counts["a", "b"] == 2
    assert counts["b", "a", "b"] == 1
    assert counts.total() == 4 + 3 + 2


def test_a_key_names_its_run() -> None:
    assert ngrams.gram(ngrams.name(("of", "the"))) == ("of", "the")


@given(CLASSES, st.frozensets(CLASSES.filter(bool).map(" ".join), max_size=20))
def test_known_runs_are_counted_as_all_runs_are(classes: list[str], known: frozenset[str]) -> None:
    everything = {ngrams.name(run): number for run, number in ngrams.count(classes).items()}
    expected = {key: number for key, number in everything.items() if key in known}
    found = ngrams.count_known(classes, known)
    assert found == expected
    assert list(found) == list(expected)


@given(CLASSES)
def test_a_run_is_found_wherever_it_begins(classes: list[str]) -> None:
    found = Counter(
        run
        for run in set(ngrams.runs(classes))
        for index in ngrams.find(classes, run)
        if tuple(classes[index : index + len(run)]) == run
    )
    assert found == ngrams.count(classes)
    assert list(ngrams.find(classes, ("z",))) == []
