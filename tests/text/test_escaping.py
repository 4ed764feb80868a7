"""Any text comes back from markup as it was."""

import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from qa.text.escaping import markdown, xml

WRITABLE = st.text(
    st.characters(min_codepoint=0x20, max_codepoint=0xD7FF, exclude_categories=["Cc", "Cs"])
    | st.sampled_from("\t\n😀")
)


@given(WRITABLE)
def test_text_comes_back_from_an_attribute_of_xml(text: str) -> None:
    read = ET.fromstring(f'<a b="{xml(text)}"/>').attrib["b"]  # noqa: S314 - our own output
    assert read == text.replace("\t", " ")


@given(st.text())
def test_any_text_makes_well_formed_xml(text: str) -> None:
    assert ET.fromstring(f"<a>{xml(text)}</a>").tag == "a"  # noqa: S314


@given(st.text(st.sampled_from("ab \\`*_{}[]()#+-.!|~@$<>&\n\"'")))
def test_markdown_shows_no_markup_of_the_text(text: str) -> None:
    html = MarkdownIt("gfm-like", {"linkify": False}).renderInline(f"x{markdown(text)}x")
    assert "<" not in html
    assert " ".join(text.split()) in (
        html[1:-1]
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", '"')
        .replace("&amp;", "&")
    )
