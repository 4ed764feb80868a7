"""Announcing a file to its package: what it contains and what refers to it (ECMA-376, part 2)."""

from itertools import count

from qa.formats.notes import edited
from qa.formats.office.roots import Root

TYPES = "[Content_Types].xml"
NO_RELATIONSHIPS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships'
    ' xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)


class _Types(Root):
    """The types of content, by the names of files, in lower case, which is how names compare."""

    def __init__(self, path: str, content: str) -> None:
        super().__init__(path, content)
        self.names: set[str] = set()
        self.feed(content, final=True)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take a start tag."""
        super().start(name, attributes)
        if name == "Override":
            self.names.add(attributes.get("PartName", "").lower())


class _Relationships(Root):
    """What a file refers to, by their identifiers."""

    def __init__(self, path: str, content: str) -> None:
        super().__init__(path, content)
        self.identifiers: set[str] = set()
        self.feed(content, final=True)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take a start tag."""
        super().start(name, attributes)
        self.identifiers.add(attributes.get("Id", ""))


def typed(content: str, name: str, content_type: str, path: str) -> str:
    """Return the list of types of content with that of a file, if it has none yet."""
    types = _Types(path, content)
    if f"/{name}".lower() in types.names:
        return content
    told = f'PartName="/{name}" ContentType="{content_type}"'
    return edited(content, [types.appended(f"<{types.prefix}Override {told}/>")])


def related(content: str, target: str, kind: str, path: str) -> str:
    """Return what a file refers to with one more.

    Args:
        content: of the file of relationships.
        target: seen from the file that refers to it.
        kind: the type of the relationship.
        path: of the package, for messages.
    """
    found = _Relationships(path, content)
    identifier = next(
        name for name in map("rId{}".format, count(1)) if name not in found.identifiers
    )
    told = f'Id="{identifier}" Type="{kind}" Target="{target}"'
    return edited(content, [found.appended(f"<{found.prefix}Relationship {told}/>")])
