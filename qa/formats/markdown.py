"""Markdown: the prose of CommonMark with tables.

Front matter, code, addresses, link and image targets, HTML tags and comments are left out. Code
spans, images and addresses in a sentence leave a gap (U+FFFC); the description of an image is a
segment of its own.
"""

from qa.model import Document

SUFFIXES = (".md", ".markdown", ".mdown")


def read(content: str, path: str) -> Document:
    """Return the document in a decoded Markdown file."""
    # Worth importing only for a file of this format.
    from qa.formats.commonmark import front_matter, prose
    from qa.formats.markup import ignores

    front = front_matter.of(content)
    page = prose.read(content, front.end)
    found = ignores.collect(content, page.comments, page.segments)
    return Document(path, content, tuple(page.segments), found, front.language)
