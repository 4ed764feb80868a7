"""What clients send and get besides reports: the fields are the keys of the JSON."""

from typing import Annotated

from msgspec import Meta, Struct

Tag = Annotated[
    str,
    Meta(
        pattern=r"^[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8}){0,4}$",
        description="Tag of a language by BCP 47: en, de-AT.",
        examples=["en"],
    ),
]
Name = Annotated[
    str,
    Meta(
        min_length=1,
        max_length=200,
        pattern=r"^[^/\\\x00-\x1f\x7f]+$",
        description="Name of a file without its folder; its suffix tells the format.",
        examples=["article.txt"],
    ),
]


class Text(Struct, frozen=True, forbid_unknown_fields=True):
    """A text to look at.

    Attributes:
        text: what the file holds, decoded.
        name: of the file.
        language: of the text; None detects it, or takes what the server was told.
        origin: language that it was translated from.
        source: the text that it was translated from.
        source_name: name of the file with that.
    """

    text: str
    name: Name = "article.txt"
    language: Tag | None = None
    origin: Tag | None = None
    source: str | None = None
    source_name: Name = "source.txt"


class Problem(Struct, frozen=True):
    """Why there is no answer, and what to do about it."""

    error: str
    hint: str | None = None
