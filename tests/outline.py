"""Pages as a browser would read them: elements, attributes and scripts, all of them closed."""

from collections import Counter
from html.parser import HTMLParser

VOID = {"meta", "input", "br"}


class Outline(HTMLParser):
    """Reads a page, and checks that its elements close in order.

    Attributes:
        elements: how often each occurs.
        attributes: names and values, in order.
        scripts: texts of the scripts, in order.
        text: what is read, without styles and scripts.
    """

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: Counter[str] = Counter()
        self.attributes: list[tuple[str, str]] = []
        self.scripts: list[str] = []
        self.text = ""
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements[tag] += 1
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "script":
            self.scripts.append(data)
        elif self.open and self.open[-1] != "style":
            self.text += data
