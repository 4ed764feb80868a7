"""Identifiers as XML names: what an xml:id may not hold is written as ``_x0020_``.

The convention is that of XmlConvert.EncodeName in .NET, which term tools for Windows follow.
"""

import re

from qa.regex import lazy

_START = r"A-Za-z_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u2c00-\u2fef"
_START += r"\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
_NAME = lazy(rf"[{_START}][{_START}0-9.\u00b7\u0300-\u036f-]*+")
_OUTSIDE = lazy(rf"^[^{_START}]|[^{_START}0-9.\u00b7\u0300-\u036f-]|_(?=x[0-9A-F]{{4,6}}_)")
_ENCODED = lazy(r"_x(?P<code>[0-9A-F]{4,6})_")
_LAST = 0x10FFFF


def encoded(text: str) -> str:
    """Return an identifier as an XML name.

    >>> encoded("12 a"), encoded("c12")
    ('_x0031_2_x0020_a', 'c12')
    """
    if _NAME.fullmatch(text) and "_x" not in text:
        return text
    return _OUTSIDE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def decoded(name: str) -> str:
    """Return what ``encoded`` was given."""
    return _ENCODED.sub(_character, name) if "_x" in name else name


def _character(found: re.Match[str]) -> str:
    code = int(found["code"], 16)
    return chr(code) if code <= _LAST else found[0]
