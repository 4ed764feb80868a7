"""Intervals and p-values are sacrebleu's; clusters part where everything differs."""

from typing import Any

import pytest
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF
from sacrebleu.metrics.ter import TER
from sacrebleu.significance import PairedTest as Peer
from translations import SEGMENTS, translated

from qa.scoring import significance
from qa.scoring.options import Options, PairedTest
from qa.scoring.scoring import score


def peers(references: Any, language: str) -> dict[str, Any]:
    return {
        "BLEU": BLEU(trg_lang=language, references=references),
        "chrF2": CHRF(references=references),
        "chrF2++": CHRF(word_order=2, references=references),
        "TER": TER(references=references),
    }


@pytest.mark.parametrize(("test", "kind"), [("bootstrap", "bs"), ("randomisation", "ar")])
@pytest.mark.parametrize("language", sorted(SEGMENTS))
def test_p_values_are_those_of_sacrebleu(language: str, test: str, kind: str) -> None:
    test_set, systems = translated(language)
    options = Options(paired=PairedTest(test), resamples=200, trials=200)
    scored = score(test_set, systems, options)
    streams: Any = [(one.name, one.hypotheses) for one in systems]
    made = peers(test_set.references, language)
    found: Any = Peer(streams, made, None, test_type=kind, n_samples=200)()[1]
    for one in scored.differences:
        if one.left == systems[0].name:
            place = [system.name for system in systems].index(one.right)
            assert one.p == found[one.metric][place].p_value


def test_the_interval_is_the_one_that_sacrebleu_prints() -> None:
    test_set, systems = translated("de")
    scored = score(test_set, systems[:1], Options(resamples=300))
    for ours in scored.systems[0].scores:
        peer = peers(test_set.references, "de")[ours.metric]
        theirs = peer.corpus_score(systems[0].hypotheses, None, n_bootstrap=300)
        low, high = ours.low or 0, ours.high or 0
        assert (low + high) / 2 == pytest.approx(theirs._mean, abs=1e-4)  # noqa: SLF001
        assert (high - low) / 2 == pytest.approx(theirs._ci, abs=1e-4)  # noqa: SLF001
        assert ours.signature == str(peer.get_signature())


def test_a_cluster_ends_where_all_before_differ_from_all_after() -> None:
    p = {
        frozenset("ab"): 0.3,
        frozenset("ac"): 0.01,
        frozenset("bc"): 0.02,
        frozenset("ad"): 0.01,
        frozenset("bd"): 0.01,
        frozenset("cd"): 0.2,
    }
    assert significance.clusters("abcd", p) == {"a": 1, "b": 1, "c": 2, "d": 2}
    assert significance.clusters("abcd", {**p, frozenset("bc"): 0.2}) == dict.fromkeys("abcd", 1)


def test_a_small_set_is_said_to_be_small() -> None:
    assert "40 segments" in (significance.too_small(40) or "")
    assert significance.too_small(1000) is None
