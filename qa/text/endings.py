"""How a segment ends, in terms that hold for any language."""

from enum import StrEnum

from qa.language import primary


class Ending(StrEnum):
    """What the last mark of a segment says."""

    STOP = "a full stop"
    QUESTION = "a question mark"
    EXCLAMATION = "an exclamation mark"
    COLON = "a colon"
    SEMICOLON = "a semicolon"
    COMMA = "a comma"
    ELLIPSIS = "an ellipsis"
    NONE = "no mark"


# Behind the last mark, and between marks, in any convention.
_CLOSING = " \t\r\n\u00a0\u202f\u3000\"'”’“‘»«›‹」』)]}）】》〉*_"
_MARKS = {
    **dict.fromkeys(".。．।॥۔։።｡᙮", Ending.STOP),
    **dict.fromkeys("?？؟՞⸮፧", Ending.QUESTION),
    **dict.fromkeys("!！՜", Ending.EXCLAMATION),
    **dict.fromkeys(":：", Ending.COLON),
    **dict.fromkeys(";；؛", Ending.SEMICOLON),
    **dict.fromkeys(",，、،", Ending.COMMA),
    "…": Ending.ELLIPSIS,
    "⋯": Ending.ELLIPSIS,
}
# The Greek question mark looks like a semicolon, and is mostly typed as one.
_GREEK = {";": Ending.QUESTION, "\u037e": Ending.QUESTION, "·": Ending.SEMICOLON}
_INTERROBANG = {Ending.QUESTION, Ending.EXCLAMATION}


def ending(content: str, tag: str) -> Ending:
    """Return how a text in the language ``tag`` ends; quotation marks and brackets are left out."""
    text = content.rstrip(_CLOSING)
    if text.endswith(("..", "。。")):
        return Ending.ELLIPSIS
    last = text[-1:]
    if primary(tag) == "el" and last in _GREEK:
        return _GREEK[last]
    found = _MARKS.get(last, Ending.NONE)
    if found in _INTERROBANG and _MARKS.get(text[-2:-1]) in _INTERROBANG:
        return Ending.QUESTION if set(text[-2:]) & set("?？؟") else found
    return found
