"""A made-up run of three systems on forty segments, and one whose every text is hostile."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache
from itertools import product
from math import nan, tanh
from statistics import fmean

from qa.scoring.model import (
    Bucket,
    Change,
    Comparison,
    Difference,
    DocumentScore,
    Gate,
    Habit,
    Phrase,
    Score,
    ScoreReport,
    SegmentScore,
    SystemScores,
)
from qa.scoring.reliability import Agreement, Correlation, Disagreement

HOSTILE = (
    "</script><script>alert(1)</script> <!--<img src=x onerror=alert(2)> & \"quotes\" 'single' "
    "\\end{tabular} $x^2$ 50% #1 a_b ~ | `code` **bold** [link](javascript:alert(3)) "
    "\t\n\r\x00\x1b]0;owned\x07\u2028\u202e ]]> &amp; {{7*7}} =cmd()"
)
NAMES = ("harbour-large", "harbour-small", "baseline-2021")
METRICS = ("BLEU", "chrF2", "TER")
# Each line with the words that the middle and the weakest system put in place of some of its own.
_LINES: tuple[tuple[str, dict[str, str], dict[str, str]], ...] = (
    ("The ferry to {} leaves {} because of the storm.",
     {"leaves": "departs"}, {"because": "for", "of": "reason", "storm": "tempest of wind"}),
    ("Nobody in {} had expected the bridge to reopen {}.",
     {"expected": "awaited"}, {"reopen": "be again open", "had": "have"}),
    ("The council of {} will vote on the new water tax {}.",
     {"vote": "decide"}, {"will": "wants", "tax": "duty", "vote": "make a vote"}),
    ("A baker from {} won the regional prize {}.",
     {}, {"won": "has gained", "regional": "region"}),
    ("Two schools in {} share one gymnasium {}, and parents are tired of it.",
     {"tired": "weary"}, {"gymnasium": "sport hall", "tired": "full", "it": "this thing"}),
)  # fmt: skip
# Which wording each system has, over and over: 0 for the reference's own.
_KINDS = ((0, 1, 0, 2, 1), (1, 0, 1, 1, 2, 0, 2), (2, 2, 1, 2, 0, 2, 1, 2, 2))
_PLACES = ("Brenmark", "Old Tolvik", "Saint Aurel", "Vessing")
_TIMES = ("on Tuesday morning", "before 4 o'clock")
_DOCUMENTS = ("ferries", "bridges", "taxes", "schools", "prizes")


def _words(text: str) -> list[tuple[str, int, int]]:
    found, at = [], 0
    for word in text.split():
        at = text.index(word, at)
        found.append((word, at, at + len(word)))
        at += len(word)
    return found


def _differing(left: str, right: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of the words of ``left`` that ``right`` does not have."""
    words, others = _words(left), _words(right)
    matcher = SequenceMatcher(None, [one[0] for one in words], [one[0] for one in others])
    return tuple(
        (words[start][1], words[end - 1][2])
        for tag, start, end, *_ in matcher.get_opcodes()
        if tag in {"replace", "delete"}
    )


def _weakened(line: str, *replaced: dict[str, str]) -> str:
    swapped = {key: value for one in replaced for key, value in one.items()}
    words = [(word, word.rstrip(".,")) for word in line.split()]
    return " ".join(swapped.get(bare, bare) + word[len(bare) :] for word, bare in words)


def _references() -> list[tuple[str, str, str]]:
    """Return the reference's, the middling and the weak wording of each segment."""
    made = []
    for (line, some, more), place, time in product(_LINES, _PLACES, _TIMES):
        weak = _weakened(line, some, more).format(place.split()[-1], time.replace("on ", "at "))
        made.append((line.format(place, time), _weakened(line, some).format(place, time), weak))
    return made


def _scores(hypothesis: str, reference: str, number: int) -> dict[str, float]:
    alike = SequenceMatcher(None, hypothesis, reference, autojunk=False).ratio()
    wobble = ((number * 37) % 23 - 11) / 2
    chrf = max(0.0, min(100.0, 100 * alike**2 - 22 + wobble))
    bleu = max(0.0, 100 * alike**5 - 34 + 1.4 * wobble)
    return {"BLEU": bleu, "chrF2": chrf, "TER": 150 * (1 - alike) + 12 - wobble}


def _hypotheses() -> list[list[str]]:
    made = _references()
    return [[made[n][kind[n % len(kind)]] for n in range(40)] for kind in _KINDS]


def _system(name: str, texts: list[str], rank: int) -> SystemScores:
    references = [one[0] for one in _references()]
    segments = tuple(
        SegmentScore(n + 1, _DOCUMENTS[n // 8], text, _scores(text, references[n], n))
        for n, text in enumerate(texts)
    )
    documents = tuple(
        DocumentScore(name, 8, _mean([one for one in segments if one.document == name]))
        for name in _DOCUMENTS
    )
    scores = tuple(
        Score(metric, value, value - 2.1, value + 1.9, _signature(metric), metric != "TER")
        for metric, value in _mean(segments).items()
    )
    return SystemScores(name, scores, documents, segments, dict.fromkeys(METRICS, rank))


def _signature(metric: str) -> str:
    return f"{metric}|nrefs:1|case:mixed|tok:13a|version:2.6.0"


def _mean(segments: Sequence[SegmentScore]) -> dict[str, float]:
    return {metric: fmean(one.scores[metric] for one in segments) for metric in METRICS}


def _change(number: int, left: SystemScores, right: SystemScores) -> Change:
    one, other = left.segments[number].hypothesis, right.segments[number].hypothesis
    delta = left.segments[number].scores["chrF2"] - right.segments[number].scores["chrF2"]
    return Change(
        number=number + 1, document=left.segments[number].document, delta=delta,
        left=one, right=other, reference=_references()[number][0],
        source=f"Quellsatz {number + 1}",
        left_spans=_differing(one, other), right_spans=_differing(other, one),
    )  # fmt: skip


def _comparison(left: SystemScores, right: SystemScores) -> Comparison:
    changes = sorted((_change(n, left, right) for n in range(40)), key=lambda one: one.delta)
    return Comparison(
        left.name, right.name, "chrF2",
        gains=tuple(changes[::-1][:6]), losses=tuple(one for one in changes[:6] if one.delta < 0),
        only_left=(Phrase("of the storm", 8, 2, 8), Phrase("the new water tax", 8, 3, 8)),
        only_right=(Phrase("will decide", 0, 1, 1),),
    )  # fmt: skip


def _differences(left: SystemScores, right: SystemScores) -> tuple[Difference, ...]:
    return tuple(
        Difference(left.name, right.name, one.metric, test, one.score - other.score,
                   0.3 * (1 - tanh(abs(one.score - other.score) / 4)))
        for one, other in zip(left.scores, right.scores, strict=True)
        for test in ("bootstrap", "randomisation")
    )  # fmt: skip


def _buckets(systems: list[SystemScores]) -> tuple[Bucket, ...]:
    parts = [
        ("length", "up to 9 words", 0, 12), ("length", "10 to 14", 12, 30),
        ("length", "15 and more", 30, 40), ("domain", "news", 0, 25), ("domain", "speech", 25, 40),
        ("names", "with names", 3, 33), ("names", "without names", 33, 40),
    ]  # fmt: skip
    return tuple(
        Bucket(kind, name, end - start,
               {one.name: _mean(one.segments[start:end]) for one in systems})
        for kind, name, start, end in parts
    )  # fmt: skip


@cache
def made_up() -> ScoreReport:
    """Return the report of three systems on forty segments in five documents."""
    systems = [
        _system(name, texts, rank)
        for rank, (name, texts) in enumerate(zip(NAMES, _hypotheses(), strict=True), start=1)
    ]
    pairs = [(systems[0], systems[1]), (systems[0], systems[2]), (systems[1], systems[2])]
    return ScoreReport(
        systems=tuple(systems),
        differences=tuple(one for pair in pairs for one in _differences(*pair)),
        comparisons=tuple(_comparison(*pair) for pair in pairs),
        buckets=_buckets(systems),
        habits=(
            Habit(NAMES[0], 1.012, 0.0, 0.0, 0.0, {"exact": 0.91, "inflected": 0.95}),
            Habit(NAMES[1], 0.988, 0.025, 0.0, 0.0, {"exact": 0.84, "inflected": 0.93}),
            Habit(NAMES[2], 1.104, 0.075, 0.05, 0.025, {"exact": 0.62, "inflected": 0.71}),
        ),
        agreements=(
            Agreement("BLEU", "chrF2", 0.88, 0.71, 120),
            Agreement("BLEU", "TER", -0.83, -0.66, 120),
            Agreement("chrF2", "TER", -0.41, -0.28, 120),
        ),
        warnings=("40 segments are few: differences below two points will not show",),
        disagreements=(
            Disagreement("BLEU", "TER", NAMES[1], 7, 61.5, 48.0, 0.92, 0.31),
            Disagreement("BLEU", "chrF2", NAMES[2], 12, 8.25, 71.0, 0.07, 0.88),
            Disagreement("chrF2", "TER", NAMES[1], 7, 70.0, 48.0, 0.9, 0.31),
        ),
        correlations=(
            Correlation("BLEU", 3, 0.667, 0.81, 0.333, 120, 0.39, 0.29, 0.24, 0.511, 0.5),
            Correlation("chrF2", 3, 1.0, 0.93, 1.0, 120, 0.47, 0.4, 0.33, 0.587, 0.25),
        ),
        gates=(
            Gate(f"{NAMES[0]}: chrF2 at least 40", passed=True, message="chrF2 is 46.67"),
            Gate(f"{NAMES[2]}: chrF2 at least 40", passed=False, message="a < b & c"),
        ),
        references=tuple(one[0] for one in _references()),
        sources=tuple(f"Quellsatz {number}" for number in range(1, 41)),
    )


def empty() -> ScoreReport:
    """Return a report in which nothing was measured."""
    return ScoreReport((), (), (), (), (), (), ())


def hostile() -> ScoreReport:
    """Return a report in which every text is hostile."""
    text = HOSTILE
    segment = SegmentScore(1, text, text, {text: 50.0})
    change = Change(1, text, -3.0, text, text, text, text, ((0, 9),), ((2, 4), (9, len(text))))
    system = SystemScores(
        text, (Score(text, 50.0, None, None, text),), (DocumentScore(text, 1, {text: 50.0}),),
        (segment,), {},
    )  # fmt: skip
    phrases = (Phrase(text, 1, 2, 3),)
    return ScoreReport(
        systems=(system, system),
        differences=(Difference(text, text, text, text, 0.0, 1.0),),
        comparisons=(Comparison(text, text, text, (change,), (change,), phrases, phrases),),
        buckets=(Bucket(text, text, 1, {text: {text: 50.0}}),),
        habits=(Habit(text, 1.0, None, 0.0, 0.0, {text: 0.5}),),
        agreements=(Agreement(text, text, 0.1, 0.1, 1),),
        warnings=(text,),
        disagreements=(Disagreement(text, text, text, 1, 0.0, 1.0, 0.0, 1.0),),
        correlations=(Correlation(text, 1, nan, nan, nan, 1, 0.5, nan, nan, nan, nan),),
        gates=(Gate(text, passed=False, message=text),),
        references=(text,),
        sources=(text,),
    )
