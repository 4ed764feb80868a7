import pytest

from qa.corpus import Kind, Sample
from qa.errors import QAError
from qa.translationese import suitability


def sample(kind: Kind, text: str = "The boat sank.", source: str = "s") -> Sample:
    return Sample(text, kind, kind, None, 2001, "d", source, "o")


def test_both_kinds_in_the_right_script_will_do() -> None:
    suitability.require([sample(Kind.NATIVE), sample(Kind.ROUND_TRIP)], "en")


@pytest.mark.parametrize("kind", [Kind.NATIVE, Kind.HUMAN])
def test_one_kind_alone_is_refused(kind: Kind) -> None:
    with pytest.raises(QAError, match=f"only {kind} text"):
        suitability.require([sample(kind)] * 3, "en")


def test_a_source_in_another_script_is_named() -> None:
    samples = [sample(Kind.NATIVE), sample(Kind.HUMAN, "Лодка затонула.", "boats")]
    with pytest.raises(QAError, match="boats: its text is not in the script of 'en'"):
        suitability.require(samples, "en")


def test_a_few_foreign_letters_do_no_harm() -> None:
    foreign = sample(Kind.HUMAN, "Лодка")
    suitability.require([sample(Kind.NATIVE), *[sample(Kind.HUMAN)] * 9, foreign], "en")
