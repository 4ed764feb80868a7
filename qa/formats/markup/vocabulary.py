"""What the elements of HTML mean to someone who reads the page.

After the HTML standard, sections "Rendering" and "Optional tags" (https://html.spec.whatwg.org/).
"""

from qa.model import SegmentKind


def _elements(names: str) -> frozenset[str]:
    return frozenset(names.split())


VOID = _elements(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track"
    " wbr"
)
# Neither end a sentence nor are seen.
INVISIBLE = _elements("datalist noembed noframes noscript rp rt script style template")
# Stand in a sentence but are not words of it.
OPAQUE = _elements(
    "audio canvas code embed iframe img input kbd math meter object progress samp select svg"
    " textarea video"
)
# Furniture of the page and quoted program text.
SKIPPED = _elements("aside footer listing nav plaintext pre xmp")
BLOCKS = SKIPPED | _elements(
    "address article blockquote body button caption center dd details dialog dir div dl dt fieldset"
    " figcaption figure form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main"
    " menu ol optgroup option p search section summary table tbody td tfoot th thead title tr ul"
)
KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "title"), SegmentKind.HEADING),
    **dict.fromkeys(("td", "th"), SegmentKind.CELL),
    **dict.fromkeys(("caption", "figcaption"), SegmentKind.CAPTION),
    "blockquote": SegmentKind.QUOTATION,
    "li": SegmentKind.ITEM,
}
_ROWS = frozenset(("td", "th", "tr"))
# Elements that a start tag ends without an end tag of their own, if they are the innermost block.
IMPLIED_ENDS = {
    **{block: frozenset(("p",)) for block in BLOCKS},
    "li": frozenset(("p", "li")),
    "dt": frozenset(("p", "dt", "dd")),
    "dd": frozenset(("p", "dt", "dd")),
    "option": frozenset(("option",)),
    "td": frozenset(("p", "td", "th")),
    "th": frozenset(("p", "td", "th")),
    "tr": _ROWS | {"p"},
    "tbody": _ROWS | {"p", "thead", "tbody"},
    "tfoot": _ROWS | {"p", "thead", "tbody"},
    "body": frozenset(("head", "title")),
}
