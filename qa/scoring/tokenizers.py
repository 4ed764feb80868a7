"""The tokenizer of BLEU that suits a language, as sacrebleu recommends it."""

from collections.abc import Sequence
from importlib.util import find_spec

from qa.errors import QAError, needs

DEFAULT = "13a"
BY_LANGUAGE = {"zh": "zh", "ja": "ja-mecab", "ko": "ko-mecab"}
# Scripts that put no spaces between words, for which sacrebleu names no tokenizer of its own.
BY_CHARACTER = frozenset({"th", "lo", "km", "my", "bo", "dz", "yue"})
SUBWORDS = frozenset({"spm", "flores101", "flores200", "spbleu-1k"})
PACKAGES = {"ja-mecab": "MeCab", "ko-mecab": "mecab_ko"}
NAMES = ("13a", "char", "flores101", "flores200", "intl", "ja-mecab", "ko-mecab", "none", "zh")
TOKENIZED = 100


def recommended(language: str | None) -> str:
    """Return the name of the tokenizer for a language; ``13a`` if nothing is known of it."""
    primary = _primary(language)
    return "char" if primary in BY_CHARACTER else BY_LANGUAGE.get(primary, DEFAULT)


def tokenizer(language: str | None, asked: str | None) -> str:
    """Return the tokenizer asked for, or else the recommended one.

    Raises:
        QAError: there is no such tokenizer, or its dictionary is not installed.
    """
    name = asked or recommended(language)
    if name not in NAMES:
        raise QAError(f"there is no tokenizer '{name}'", f"there are {', '.join(NAMES)}")
    if name in PACKAGES and find_spec(PACKAGES[name]) is None:
        raise needs("cjk")
    return name


def doubts(language: str | None, name: str, metrics: Sequence[str]) -> list[str]:
    """Say where the words of a language are not what a metric takes them for.

    Args:
        language: BCP 47 tag of the hypotheses' language, if known.
        name: the tokenizer of BLEU.
        metrics: names of the metrics in reports.
    """
    found = []
    best = recommended(language)
    if "BLEU" in metrics and best not in {DEFAULT, name} and name not in SUBWORDS:
        found.append(
            f"BLEU with the tokenizer {name} does not suit '{language}': {best} is recommended"
        )
    if best != DEFAULT and best != BY_LANGUAGE["ko"]:
        found += [
            f"{metric} counts words between spaces, which '{language}' does not write"
            for metric in metrics
            if metric in {"TER", "chrF2++"}
        ]
    return found


def tokenized(hypotheses: Sequence[str]) -> bool:
    """Tell whether many hypotheses end in a full stop apart, as tokenized text does."""
    return sum(hypothesis.endswith((" .", " 。")) for hypothesis in hypotheses) >= TOKENIZED


def _primary(language: str | None) -> str:
    return (language or "").replace("_", "-").split("-")[0].casefold()
