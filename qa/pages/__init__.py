"""The shell of a page that is one file: styles and scripts inside, nothing fetched.

Styles and scripts are allowed by their hashes alone, so that no text of an article can run as one.
"""

from base64 import b64encode
from collections.abc import Iterable, Sequence
from hashlib import sha256
from importlib.resources import files
from typing import TextIO

from msgspec import Struct

from qa.markup import Markup, element

_ALONE = "default-src 'none'; base-uri 'none'; form-action 'none'"


def asset(package: str, name: str) -> str:
    """Return the text of a style sheet or script that lies in a package."""
    return files(package).joinpath(name).read_text(encoding="utf-8")


def policy(styles: Sequence[str], scripts: Sequence[str], *, attributes: bool = False) -> str:
    """Return the content security policy that allows these styles and scripts and nothing else.

    Args:
        styles: texts of the style sheets.
        scripts: texts of the scripts.
        attributes: whether elements of the page may have ``style`` attributes.
    """
    inline = " style-src-attr 'unsafe-inline';" if attributes else ""
    return f"{_ALONE};{inline} style-src {_hashes(styles)}; script-src {_hashes(scripts)}"


class Shell(Struct, frozen=True):
    """What stands around the content of a page.

    Attributes:
        title: of the page.
        styles: texts of its style sheets; the palette of all pages comes before them.
        scripts: texts of its scripts, which run when the whole content is there.
        attributes: whether elements of the content may have ``style`` attributes.
    """

    title: str
    styles: tuple[str, ...]
    scripts: tuple[str, ...] = ()
    attributes: bool = False


def write(shell: Shell, content: Iterable[Markup], out: TextIO) -> None:
    """Write a page, part after part of its content."""
    styles = (asset(__package__, "palette.css"), *shell.styles)
    allowed = policy(styles, shell.scripts, attributes=shell.attributes)
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", http_equiv="Content-Security-Policy", content=allowed),
        element("title", shell.title),
        *(element("style", Markup(style)) for style in styles),
    )
    out.write(f'<!DOCTYPE html>\n<html lang="en">{head}<body>\n')
    out.writelines(content)
    out.writelines(element("script", Markup(script)) for script in shell.scripts)
    out.write("</body></html>\n")


def _hashes(texts: Sequence[str]) -> str:
    digests = (b64encode(sha256(text.encode()).digest()).decode() for text in texts)
    return " ".join(f"'sha256-{digest}'" for digest in digests) or "'none'"
