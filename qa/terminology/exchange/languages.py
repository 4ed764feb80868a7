"""Language tags as other tools write them: ``de_DE``, ``es_XX``, ``German (Austria)``."""

from functools import cache

from qa.language import known, language
from qa.regex import lazy

_TAG = lazy(r"(?P<language>[A-Za-z]{2,3})(?P<rest>(?:[-_][A-Za-z0-9]{2,8})*)")
# ISO 639-1, and languages that have only a code of three letters but often a glossary.
_TWO = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy "
    "da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu "
    "hy hz ia id ie ig ii ik io is it iu iw ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la "
    "lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj "
    "om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su "
    "sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
_CODES = frozenset((*_TWO.split(), "ast", "cmn", "fil", "gsw", "hsb", "dsb", "sco", "yue", "und"))
_ANY_REGION = "XX"


@cache
def tag(text: str) -> str | None:
    """Return the BCP 47 tag that a code or an English name stands for, if it is one.

    >>> tag("de_at"), tag("es_XX"), tag("zh-hans-cn"), tag("German"), tag("note")
    ('de-AT', 'es', 'zh-Hans-CN', 'de', None)
    """
    stripped = text.strip()
    found = _TAG.fullmatch(stripped)
    if not found or found["language"].lower() not in _CODES:
        return _names().get(stripped.lower())
    rest = [_subtag(part) for part in found["rest"].replace("_", "-").split("-") if part]
    kept = [part for part in rest if part != _ANY_REGION]
    return "-".join([found["language"].lower(), *kept])


def given(text: str) -> str:
    """Return the tag for what a file says is a language, in its own spelling where unknown."""
    return tag(text) or text.strip().replace("_", "-")


def _subtag(part: str) -> str:
    if len(part) == 2:  # noqa: PLR2004 - a region
        return part.upper()
    return part.title() if len(part) == 4 else part  # noqa: PLR2004 - a script


@cache
def _names() -> dict[str, str]:
    return {language(one).name.lower(): one for one in known()}
