from qa.translationese import selection
from qa.translationese.corpus import Kind, Sample


def sample(text: str, year: int, document: str, source: str = "s") -> Sample:
    return Sample(text, Kind.NATIVE, "native", None, year, document, source, document)


def test_the_vocabulary_is_common_words_that_are_no_names() -> None:
    samples = [sample("The tall Marland isn't dry.", 2001, str(number)) for number in range(3)]
    rare = [sample("many words", 2001, str(number), "large") for number in range(300)]
    assert selection.vocabulary([*samples, *rare, sample("odd", 2001, "odd", "large")]) == [
        "dry", "isn't", "many", "tall", "words",
    ]  # fmt: skip


def test_a_run_counts_in_eight_documents_of_three_years() -> None:
    years = [2001, 2002, 2003] * 3
    samples = [sample("", year, str(number)) for number, year in enumerate(years)]
    found = selection.evidence(samples, [["a", "b"]] * 8 + [["a"]])
    assert {run: one.documents for run, one in found.items()} == {
        ("a",): 9,
        ("a", "b"): 8,
        ("b",): 8,
    }


def test_versions_of_one_document_count_once() -> None:
    samples = [sample("", 2001 + number, "same") for number in range(9)]
    assert selection.evidence(samples, [["a"]] * 9) == {}
