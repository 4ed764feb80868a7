from qa.corpus import Kind, Sample
from qa.translationese import selection


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


def test_a_direction_holds_in_real_translations_and_in_round_trips() -> None:
    def kinds(kind: Kind, number: int) -> Sample:
        return Sample("", kind, kind, None, 2001 + number % 3, f"{number}", "s", "s")

    streams = {
        Kind.NATIVE: ["said", "said", "won't", "odd"],
        Kind.HUMAN: ["thus", "thus", "thus", "said", "odd", "odd"],
        Kind.ROUND_TRIP: ["thus", "thus", "said", "won't"],
    }
    samples = [kinds(kind, number) for kind in streams for number in range(60)]
    found = selection.evidence(samples, [streams[sample.kind] for sample in samples])
    assert {run[0]: one.direction for run, one in found.items() if len(run) == 1} == {
        "said": -1,
        "thus": 1,
        "won't": 0,
        "odd": 0,
    }
