"""Text made safe for the markup of reports."""

from html import escape

from qa.regex import lazy

# What XML 1.0 has no way to write.
_UNWRITABLE = lazy(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# What GitHub's Markdown would take for markup, for HTML, or for somebody's name.
_MARKUP = lazy(r"[\\`*_{}\[\]#|~@$]")


def xml(text: str) -> str:
    """Return ``text`` for an element or an attribute of XML."""
    return escape(_UNWRITABLE.sub("\ufffd", text)).replace("\n", "&#10;")


def markdown(text: str) -> str:
    """Return ``text`` as one line of Markdown that shows it as it is."""
    return _MARKUP.sub(r"\\\g<0>", escape(" ".join(text.split()), quote=False))
