"""Text becomes HTML in one place, and cannot become anything else."""

import json

from score_reports import HOSTILE

from qa.markup import Markup, data, element, escaped, joined


def test_text_is_escaped_and_markup_is_not() -> None:
    inner = element("b", "a < b")
    assert inner == "<b>a &lt; b</b>"
    assert element("p", "x & ", inner) == "<p>x &amp; <b>a &lt; b</b></p>"
    assert isinstance(joined("x", inner), Markup)


def test_attributes_are_escaped_named_and_left_out() -> None:
    made = element("p", class_="a b", aria_label='say "x"', hidden=True, title=None, lang=False)
    assert made == '<p class="a b" aria-label="say &quot;x&quot;" hidden></p>'
    assert element("input", type="search") == '<input type="search">'


def test_forbidden_characters_are_replaced() -> None:
    assert escaped("a\x00\x1b\u202eb\ud800") == "a\ufffd\ufffd\ufffdb\ufffd"
    assert escaped("tab\tline\n") == "tab\tline\n"


def test_data_cannot_end_its_script() -> None:
    written = data({"text": HOSTILE})
    assert not set("<>&\u2028").intersection(written)
    assert json.loads(written) == {"text": HOSTILE}
