"""The verdict is drawn, and said in words as well."""

import re

from qa.article import Sentence
from qa.findings import Contribution, OriginGuess, Verdict
from qa.reports.html.verdict import chance, leaning, step, verdict

TRANSLATED = Verdict(
    kind="translated",
    probability=0.93,
    interval=(0.88, 0.96),
    log_odds=2.6,
    machine=0.71,
    origins=(OriginGuess("de", 0.8), OriginGuess("ha", 0.1), OriginGuess("cs", 0.01)),
    abstained=None,
    contributions=(
        Contribution("according to", 0.4, ((10, 22), (50, 62)), 136.0, 1033.0),
        Contribution("<b>", -0.1, (), None, None),
    ),
)


def test_the_gauge_says_what_it_draws() -> None:
    made = verdict(TRANSLATED)
    assert 'aria-label="Probability of translation 0.93, 95 % interval 0.88 to 0.96"' in made
    assert 'cx="279.0"' in made
    assert "Reads translated" in made


def test_likely_origins_have_their_names() -> None:
    assert "Likely from German (0.80), ha (0.10)</p>" in verdict(TRANSLATED)


def test_bars_grow_to_the_side_that_they_speak_for() -> None:
    made = verdict(TRANSLATED)
    bars = re.findall(r'<rect class="(\w+)" x="([\d.]+)" y="2" width="([\d.]+)"', made)
    assert bars == [("translated", "100.0", "100.0"), ("native", "75.0", "25.0")]
    assert 'data-spans="10-22 50-62"' in made
    assert "&lt;b&gt;" in made


def test_no_verdict_says_why() -> None:
    silent = Verdict("unsure", None, None, None, None, (), "too short: 12 words", ())
    made = verdict(silent)
    assert "too short: 12 words" in made
    assert "<svg" not in made


def test_certainty_is_never_claimed() -> None:
    assert [chance(one) for one in (0.9954, 0.5, 0.0001)] == ["over 0.99", "0.50", "under 0.01"]


def test_each_sentence_is_a_link_that_says_how_it_reads() -> None:
    sentences = [Sentence(0, 30, 6.2), Sentence(31, 400, -1.3), Sentence(401, 410, 0.01)]
    made = verdict(TRANSLATED, sentences, "d1-")
    assert [step(one.share, 3) for one in sentences] == [3, -1, 0]
    assert 'href="#d1-sentence-1" class="leans3 wide2"' in made
    assert 'class="leans-1 wide10"' in made
    assert 'aria-label="Sentence 2 reads slightly native (−1.30)"' in made
    assert leaning(0.01, 3) == "says little (+0.01)"


def test_a_sentence_of_a_long_text_leans_as_far_as_one_of_a_short_text() -> None:
    assert step(0.5, 20) == step(0.05, 200) == 2
