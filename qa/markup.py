"""HTML from strings that are escaped unless they are known to be HTML.

Hypotheses and file names are other people's text: whatever is not ``Markup`` is escaped, so that
forgetting to escape is not possible.
"""

from html import escape

from msgspec import json

from qa.regex import lazy

# Characters that HTML does not allow, and those that reorder what stands around them.
_FORBIDDEN = lazy(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_VOID = {"meta", "input", "br", "link"}
# What would end a script element, open a comment, or break a line inside of a string.
_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


def element(name: str, /, *content: str, **attributes: str | float | bool | None) -> Markup:
    """Return an element.

    Args:
        name: of the element.
        content: children; escaped unless they are ``Markup``.
        attributes: escaped; a closing underscore is dropped (``class_``), other underscores become
            hyphens; None and False leave an attribute out.
    """
    opening = f"<{name}{''.join(map(_attribute, attributes, attributes.values()))}>"
    return Markup(opening if name in _VOID else f"{opening}{joined(*content)}</{name}>")


def joined(*content: str) -> Markup:
    """Return ``content`` one after another; escaped unless it is ``Markup``."""
    return Markup("".join(one if isinstance(one, Markup) else escaped(one) for one in content))


def escaped(text: str) -> Markup:
    """Return ``text`` as HTML; forbidden characters become replacement characters."""
    return Markup(escape(_FORBIDDEN.sub("\ufffd", text)))


def data(value: object) -> Markup:
    """Return ``value`` as JSON that can stand inside of a script element."""
    encoded = json.encode(value).decode()
    for character, escape_sequence in _UNSAFE.items():
        encoded = encoded.replace(character, escape_sequence)
    return Markup(encoded)


def _attribute(name: str, value: str | float | bool | None) -> str:
    if value is None or value is False:
        return ""
    hyphenated = name.rstrip("_").replace("_", "-")
    return f" {hyphenated}" if value is True else f' {hyphenated}="{escaped(str(value))}"'
