"""The markup of XML as text: where a tag ends, and words that become none."""

from html import escape

from qa.regex import lazy

_TAG = lazy(r"<(?:(?>[^\"'>]++|\"[^\"]*+\"|'[^']*+'))*+>")
# What XML 1.0 cannot have, not even as a reference.
_INVALID = lazy("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def after_tag(content: str, start: int) -> int:
    """Return the offset after the tag that starts at an offset."""
    tag = _TAG.match(content, start)
    return tag.end() if tag else len(content)


def escaped(text: str) -> str:
    """Return words as they stand between tags, without what XML cannot have."""
    return escape(_INVALID.sub("", text), quote=False)


def after_element(content: str, start: int, last: int) -> int:
    """Return the offset after an element.

    Args:
        content: of the file.
        start: of the element.
        last: where its end tag starts, if it has one.
    """
    first = after_tag(content, start)
    return first if content.startswith("/>", first - 2) else after_tag(content, last)
