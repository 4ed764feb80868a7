"""How much a text says, whatever its script."""

from qa.regex import lazy

_IDEOGRAPH = lazy(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_SYLLABLE = lazy(r"[\u3041-\u30ff\uac00-\ud7af]")
# Letters of an alphabet that an ideograph or a syllable comes to, in articles of 2021.
_IDEOGRAPHS = 3.9
_SYLLABLES = 2.1


def size(content: str) -> float:
    """Return the length of a text in letters of an alphabet."""
    length = float(len(content))
    if content.isascii():
        return length
    length += (_IDEOGRAPHS - 1) * len(_IDEOGRAPH.findall(content))
    return length + (_SYLLABLES - 1) * len(_SYLLABLE.findall(content))
