"""HTML: the text that a reader of the page sees.

Block elements end a segment, inline elements do not. Scripts, styles, program text and the
furniture of the page (``nav``, ``footer``, ``aside``) are left out; inline code, images and words
marked as another language leave a gap (U+FFFC). White space stays as it is.
"""

from qa.model import Document, SegmentKind

SUFFIXES = (".html", ".htm", ".xhtml")


def read(content: str, path: str) -> Document:
    """Return the document in a decoded HTML file; malformed markup is read as browsers do."""
    # Worth importing only for a file of this format.
    from qa.formats.markup import elements, ignores
    from qa.formats.markup.assembly import Source

    page = elements.Page()
    elements.read(Source.whole(content), content, page, SegmentKind.PARAGRAPH)
    found = ignores.collect(content, page.comments, page.segments)
    return Document(path, content, tuple(page.segments), found, page.language)
