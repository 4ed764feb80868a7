"""BLEU, chrF2, chrF++ and TER are sacrebleu's, to the last digit."""

from typing import Any

import pytest
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF
from sacrebleu.metrics.ter import TER
from sacrebleu.tokenizers.tokenizer_13a import Tokenizer13a
from sacrebleu.tokenizers.tokenizer_ter import TercomTokenizer
from translations import SEGMENTS, translated

from qa.scoring.metrics import Remembering, Settings, Setup, metrics
from qa.scoring.options import Options
from qa.scoring.sacre import METRICS
from qa.scoring.scoring import score

LANGUAGES = sorted(SEGMENTS)


def peers(language: str, *, of_segments: bool = False) -> dict[str, Any]:
    return {
        "BLEU": BLEU(trg_lang=language, effective_order=of_segments, force=True),
        "chrF2": CHRF(),
        "chrF2++": CHRF(word_order=2),
        "TER": TER(),
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_scores_of_a_corpus_and_signatures_are_those_of_sacrebleu(language: str) -> None:
    test_set, systems = translated(language)
    scored = score(test_set, systems, Options(confidence=False, paired=None))
    for system, result in zip(systems, scored.systems, strict=True):
        for name, peer in peers(language).items():
            theirs = peer.corpus_score(system.hypotheses, test_set.references)
            ours = next(one for one in result.scores if one.metric == name)
            assert (ours.score, ours.signature) == (theirs.score, str(peer.get_signature()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_scores_of_segments_are_those_of_sacrebleu(language: str) -> None:
    test_set, systems = translated(language)
    scored = score(test_set, systems, Options(confidence=False, paired=None))
    for result in scored.systems:
        for segment in result.segments:
            known = [stream[segment.number - 1] for stream in test_set.references]
            for name, peer in peers(language, of_segments=True).items():
                theirs = peer.sentence_score(segment.hypothesis, known)
                assert segment.scores[name] == theirs.score


def test_scores_of_documents_are_those_of_corpora() -> None:
    test_set, systems = translated("en")
    first = score(test_set, systems, Options(confidence=False, paired=None)).systems[1].documents[0]
    references = [stream[:2] for stream in test_set.references]
    assert (first.document, first.segments) == ("document 1", 2)
    for name, peer in peers("en").items():
        theirs = peer.corpus_score(systems[1].hypotheses[:2], references)
        assert first.scores[name] == theirs.score


def test_a_signature_names_what_was_drawn() -> None:
    (metric,) = metrics(["chrf"], Settings())
    drawn = metric.signature(Setup(2, bootstrap=1000, randomisation=10000, seed=12345))
    assert drawn.startswith("nrefs:2|bs:1000|ar:10000|seed:12345|case:mixed|")


def test_metrics_say_whether_more_is_better() -> None:
    made = metrics(list(METRICS), Settings())
    assert [one.higher_is_better for one in made] == [True, True, True, False]


@pytest.mark.parametrize(("name", "tokenizer"), [("bleu", Tokenizer13a), ("ter", TercomTokenizer)])
def test_words_of_earlier_segments_are_forgotten(name: str, tokenizer: Any) -> None:
    metric = metrics([name], Settings("en"))[0]
    assert isinstance(metric, Remembering)
    before = metric.statistics("A ferry leaves.", ("The ferry leaves.",))
    assert tokenizer.__call__.cache_info().currsize
    metric.forget()
    assert not tokenizer.__call__.cache_info().currsize
    assert metric.statistics("A ferry leaves.", ("The ferry leaves.",)) == before
