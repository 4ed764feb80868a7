"""What a translation hands through as it is: placeholders, tags and addresses."""

import re
from collections import Counter
from difflib import SequenceMatcher

from msgspec import Struct

from qa.regex import lazy

PLACEHOLDER = lazy(
    r"""
      \{\{[^{}\n]{1,60}\}\}
    | [$%\#]\{[^{}\n]{1,60}\}
    | \{(?:[A-Za-z_][\w.:-]{0,40}|\d{1,3})?\}
    | %(?<![\d%\w]%)(?:\d{1,2}\$|\([A-Za-z]\w{0,40}\))?(?:\.\d)?l?[sdiufxc@](?![\w'’])
    | \#[A-Z]{2,20}(?:_[A-Z]{1,20}){0,4}\#
    | <<\w[^<>\n]{0,60}>>
    """,
    re.VERBOSE,
)
TAG = lazy(
    r"</?[A-Za-z][\w:.-]{0,40}(?:\s+[\w:.-]{1,40}\s*=\s*(?:\"[^\"<>]{0,300}\"|'[^'<>]{0,300}'))*\s*/?>"
    r"|\[/?[a-z]{1,10}(?:=[^\[\]\s]{1,200})?\](?=[^\[\]\n]{0,300}\[/)|\[/[a-z]{1,10}\]"
)
# A full stop, a comma or a bracket at the end belongs to the sentence.
ADDRESS = lazy(
    r"(?:https?|ftp)://[!-~]{3,300}(?<![.,;:!?)\]}>'\"])"
    r"|(?<![\w.@/-])www\.[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}(?:/[!-~]{0,200}(?<![.,;:!?)\]}>'\"]))?"
    r"|(?<![\w.+-])[\w+-]{1,64}(?:\.[\w+-]{1,64}){0,4}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}"
    r"|(?<![\w/\\:.])[A-Za-z]:\\[\w.\\-]{2,200}(?<!\.)"
    r"|(?<![\w/<.~])~?/(?:[a-z][\w.-]{1,60}/){1,12}[\w.-]{1,60}(?<!\.)",
    re.ASCII,
)
_ALIKE = 0.6


class Difference(Struct, frozen=True):
    """A code that only one side has, or one of each side that look like one code changed.

    ``start`` and ``end`` are where the translation has ``added``; without it both are 0.
    """

    missing: str | None
    added: str | None
    start: int = 0
    end: int = 0

    def described(self, kind: str) -> str:
        """Say what happened to a code of that kind, such as "tag"."""
        if self.added is None:
            return f"the {kind} '{self.missing}' is missing"
        if self.missing is None:
            return f"the source has no {kind} '{self.added}'"
        return f"the {kind} '{self.missing}' became '{self.added}'"

    @property
    def correction(self) -> tuple[str, ...]:
        """What to write in the place of the added code, if that is known."""
        return (self.missing,) if self.missing and self.added else ()


def differences(source: str, target: str, codes: re.Pattern[str]) -> list[Difference]:
    """Return how the codes of a translation differ from those of its source, in any order."""
    wanted = Counter(codes.findall(source))
    missing = wanted - Counter(codes.findall(target))
    found: list[Difference] = []
    for match in codes.finditer(target):
        if wanted[match[0]]:
            wanted[match[0]] -= 1
        else:
            near = _nearest(match[0], missing)
            missing -= Counter([near] if near else [])
            found.append(Difference(near, match[0], *match.span()))
    return [*found, *(Difference(one, None) for one in missing.elements())]


def _nearest(code: str, missing: Counter[str]) -> str | None:
    """Return the missing code that another may have been made of, None if none is like it."""
    near = max(missing, key=lambda one: _likeness(code, one), default=None)
    return near if near and _likeness(code, near) >= _ALIKE else None


def _likeness(left: str, right: str) -> float:
    return SequenceMatcher(None, left, right, autojunk=False).ratio()
