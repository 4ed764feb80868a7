"""A page allows its own styles and scripts, and nothing else."""

import io
from base64 import b64encode
from hashlib import sha256

from qa import pages
from qa.markup import element


def written(*scripts: str, attributes: bool = False) -> str:
    out = io.StringIO()
    shell = pages.Shell("a <b>", ("p { margin: 0 }",), scripts, attributes)
    pages.write(shell, (element("p", text) for text in ("one", "two")), out)
    return out.getvalue()


def digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def test_scripts_and_styles_are_allowed_by_hash() -> None:
    page = written("go()").replace("&#x27;", "'")
    assert f"script-src 'sha256-{digest('go()')}'" in page
    assert f"'sha256-{digest('p { margin: 0 }')}'; script-src" in page
    assert "default-src 'none'" in page
    assert "unsafe-inline" not in page


def test_attributes_for_style_are_allowed_where_asked_for() -> None:
    page = written(attributes=True).replace("&#x27;", "'")
    assert "style-src-attr 'unsafe-inline'; style-src 'sha256-" in page
    assert "script-src 'none'" in page


def test_parts_stand_in_order_with_the_title_escaped() -> None:
    page = written()
    assert "<title>a &lt;b&gt;</title>" in page
    assert page.index("one") < page.index("two") < page.index("</body>")
