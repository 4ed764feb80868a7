"""The scripts of terms: letters that do not belong to a language."""

import unicodedata
from collections import Counter
from functools import cache

from qa.language import primary
from qa.regex import lazy
from qa.text.identification import LANGUAGES

LATIN, CYRILLIC = "LATIN", "CYRILLIC"
_JAPANESE = ("KANA", "CJK")
_SYLLABARIES = ("HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "HALFWIDTH")
_WORD = lazy(r"[^\W\d_]+")
_SUBTAG = 4
# A few letters of another script in a word are slips of the keyboard, more are a word play.
_SLIPS = 2
_LEAST = 2


def foreign(text: str, tag: str) -> str | None:
    """Return the script that most letters of a term have, if its language is never written so.

    Latin letters are at home everywhere. Nothing is said of languages that identification does
    not know, of single letters, and where the tag itself names a script.
    """
    expected = _scripts(tag)
    if not expected:
        return None
    letters = Counter(script for sign in text if (script := _script(sign)))
    if not letters:
        return None
    script, count = letters.most_common(1)[0]
    return script if script not in (*expected, LATIN) and count >= _LEAST else None


def mixed(text: str) -> bool:
    """Tell whether a word has Latin and Cyrillic letters, but for a few all of one script."""
    if all(_script(sign) in (None, LATIN) for sign in text):
        return False
    words = (Counter(map(_script, word)) for word in _WORD.findall(text))
    return any(0 < min(word[LATIN], word[CYRILLIC]) <= _SLIPS for word in words)


@cache
def is_latin(tag: str) -> bool:
    """Tell whether a language may be written in Latin letters, or is not known."""
    expected = _scripts(tag)
    return not expected or LATIN in expected


def written_in(text: str, tag: str) -> bool:
    """Tell whether a text has letters of the script of a language."""
    expected = _scripts(tag)
    return any(_script(sign) in expected for sign in text)


@cache
def _scripts(tag: str) -> tuple[str, ...]:
    if any(len(part) == _SUBTAG and part.isalpha() for part in tag.split("-")[1:]):
        return ()
    name = primary(tag)
    if name in ("ja", "ko"):
        return _JAPANESE if name == "ja" else ("HANGUL", "CJK")
    return tuple(
        script for script, names in LANGUAGES.items() if name in (primary(one) for one in names)
    )


@cache
def _script(sign: str) -> str | None:
    if not sign.isalpha():
        return None
    name = unicodedata.name(sign, "").split(maxsplit=1)[0:1]
    script = "KANA" if name[0:1] and name[0] in _SYLLABARIES else "".join(name)
    return script if script in LANGUAGES else None
