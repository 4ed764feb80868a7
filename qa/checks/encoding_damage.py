"""Characters that were read in the wrong encoding.

What it finds
: UTF-8 that was taken for Windows-1252, Latin-1, Windows-1251 or Mac Roman ("fÃ¼r" for "für"),
  control characters in place of quotation marks, and the sign � for what could not be read.

Why it matters
: The text is damaged, and � cannot even be repaired without the original.

Flagged
: The cafÃ© in MÃ¼nchen serves crÃªpes.
: Itâ€™s a â€œvictory, he said.
: The pl�ne left at 5.
: It costs 5 â‚¬ â€” or 6.
: The caf√© is Erdoƒüan‚Äôs.
: [de] Der BÃ¤cker grÃ¼ÃŸt die KÃƒÂ¶chin.
: [ru] РџСЂРёРІРµС‚, сказал он. ÐŸÑ€Ð¸Ð²ÐµÑ‚!

Clean
: He ate crêpes in São Paulo – “à la carte” – for 5 €.
: [pt] NÃO À VENDA, disse a “IRMÔ.
: [de] Das „Ö“ und das „Ä“ sind im „CAFÉ“ und an der „UNIVERSITÄT“…
: [uk] Різні країни, Ірина з Рівного, «Вісті».
: [fr] « À bientôt », dit-il à « Râ », à 20 °C. «Été…»
: [es] «Ya está»… y «¿qué?».

Sources
: ftfy, fixes text for you (https://ftfy.readthedocs.io)
: The Unicode Standard, 5.22, U+FFFD substitution in conversion
"""

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import category

from msgspec import Struct

from qa.check import Context, check
from qa.findings import Category, Mark, Severity
from qa.model import Segment
from qa.regex import lazy

# Code points that a single damaged sequence may stand for; others need company.
_ALONE = lazy(
    "[\u00a0-\u017f\u0218-\u021b\u0391-\u03ce\u1e00-\u1eff\u2000-\u209f\u20a0-\u20cf\u2116"
    "\u2122\u2190-\u22ff\u2600-\u27bf\ufb00-\ufb06\ufeff\ufffd\U0001f000-\U0001faff]"
)
# Signs that may stand beside a capital letter in sound text and look like a damaged letter.
_SIGNS = "‘’“”„‚‹›«»–—…•±"
_NOT_TEXT = {"Cc", "Cn", "Co", "Cs"}


class _Misreading(Struct, frozen=True):
    """A code page that UTF-8 is taken for.

    ``leads`` are the characters that may begin a damaged sequence, ``least`` is how many
    sequences in a row are needed where sound text has some that look alike.
    """

    codec: str
    leads: str
    least: int = 1


_WESTERN = "".join(map(chr, range(0xC2, 0xF5)))
_MISREADINGS = {
    "western": _Misreading("cp1252", _WESTERN),
    "mac": _Misreading("mac_roman", "√ƒ≈¬‚"),
    "cyrillic": _Misreading("cp1251", "ВРСв", least=3),
}
_LEADS = f"[{''.join(one.leads for one in _MISREADINGS.values())}\x80-\x84\x86-\x9f�]"
_LEAD = lazy(_LEADS)


@check("encoding-damage", Category.FLUENCY, Severity.ERROR)
def encoding_damage(segment: Segment, _context: Context) -> Iterator[Mark]:
    """Mark every damaged sequence, with what it was."""
    content = segment.text.content
    if content.isascii() or not _LEAD.search(content):
        return
    found = [(match, _repaired(match)) for match in _damage().finditer(content)]
    certain = {match.lastgroup for match, repaired in found if _is_damage(match, repaired)}
    for match, repaired in found:
        if repaired is not None and match.lastgroup in certain:
            yield _mark(match, repaired)


def _mark(match: re.Match[str], repaired: str) -> Mark:
    if not repaired or "�" in repaired:
        return Mark(*match.span(), "a character was lost here", why="Look it up in the original.")
    message = f"damaged characters, probably '{repaired}'"
    return Mark(*match.span(), message, suggestions=(repaired,))


@cache
def _table(codec: str) -> dict[str, int]:
    """Return the byte for every character of a code page; for one that it lacks, as in Latin-1."""
    page = {bytes([byte]).decode(codec, "ignore"): byte for byte in range(0x80, 0x100)}
    latin = {chr(byte): byte for byte in range(0x80, 0xA0)}
    return {one: byte for one, byte in {**latin, **page}.items() if one}


@cache
def _damage() -> re.Pattern[str]:
    """Return the pattern of all that may be damage, one group a kind."""
    kinds = "|".join(f"(?P<{name}>{_sequences(one)})" for name, one in _MISREADINGS.items())
    control = "[\x80-\x84\x86-\x9f]"
    return re.compile(
        f"{_LEADS}(?:{kinds}|(?P<control>(?<={control}){control}*)|(?P<lost>(?<=�)�*))"
    )


def _sequences(misreading: _Misreading) -> str:
    """Return the pattern of UTF-8 sequences as they show in a code page, after the first lead."""
    table = _table(misreading.codec)
    following = re.escape(_characters(table, range(0x80, 0xC0)))
    rests = [
        f"(?<=[{leads}])[{following}]{{{length}}}"
        for length, lead in ((1, range(0xC2, 0xE0)), (2, range(0xE0, 0xF0)), (3, range(0xF0, 0xF5)))
        if (leads := "".join(set(_characters(table, lead)) & set(misreading.leads)))
    ]
    rest = f"(?:{'|'.join(rests)})"
    return f"{rest}(?:[{misreading.leads}]{rest})*"


def _characters(table: dict[str, int], wanted: range) -> str:
    return "".join(one for one, byte in table.items() if byte in wanted)


def _repaired(match: re.Match[str]) -> str | None:
    """Return what a damaged sequence stands for: nothing if it is lost, None if it is sound."""
    if match.lastgroup not in _MISREADINGS:
        return match[0].replace("�", "").encode("latin-1").decode("cp1252", "ignore")
    table = _table(_MISREADINGS[match.lastgroup].codec)
    repaired = _decoded(match[0], table)
    if repaired and _damage().fullmatch(repaired):
        # Damaged twice, unless the letters fit together by chance.
        again = _decoded(repaired, table)
        return again if again and all(map(_ALONE.match, again)) else repaired
    return repaired


def _decoded(damaged: str, table: dict[str, int]) -> str | None:
    try:
        return bytes(table[one] for one in damaged).decode()
    except (KeyError, UnicodeDecodeError):
        return None


def _is_damage(match: re.Match[str], repaired: str | None) -> bool:
    """Tell damage from sound text that happens to look like it."""
    if match.lastgroup not in _MISREADINGS or repaired is None:
        return repaired is not None
    if any(category(one) in _NOT_TEXT for one in repaired):
        return False
    least = _MISREADINGS[match.lastgroup].least
    if len(repaired) > 1:
        return len(repaired) >= least
    is_usual = _ALONE.match(repaired) and (least == 1 or repaired >= "\u2000")
    return bool(is_usual) and not _may_be_sound(match, repaired)


def _may_be_sound(match: re.Match[str], repaired: str) -> bool:
    """Tell whether a letter and a sign may stand here, such as the end of a quotation in capitals.

    Inside a word no sign would stand; a no-break space may follow a capital letter.
    """
    before = match.string[match.start() - 1 : match.start()]
    after = match.string[match.end() : match.end() + 1]
    if match[0].endswith("\u00a0"):
        return before.isupper()
    if match[0][-1] not in _SIGNS or "\u2000" <= repaired < "\u2fff":
        return False
    return not after.islower() and not (before.islower() and repaired < "\u0800")
