"""What single values of requests may be."""

from typing import Annotated

from msgspec import Meta

_LINE = r"^[^\x00-\x1f\x7f]*$"
_ISO = {"format": "date-time"}

Tag = Annotated[
    str,
    Meta(
        pattern=r"^[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8}){0,4}$",
        description="Tag of a language by BCP 47.",
        examples=["en", "de-AT"],
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
Line = Annotated[str, Meta(min_length=1, max_length=200, pattern=_LINE)]
Words = Annotated[str, Meta(max_length=2000, pattern=r"^[^\x00]*$")]
Explanation = Annotated[str, Meta(min_length=1, max_length=1000, pattern=_LINE)]
Remark = Annotated[str, Meta(max_length=1000, pattern=_LINE)]
Person = Annotated[
    str, Meta(min_length=1, max_length=100, pattern=_LINE, description="Who says so.")
]
Time = Annotated[str, Meta(description="In UTC, by ISO 8601.", extra_json_schema=_ISO)]
Number = Annotated[int, Meta(ge=1, le=2**31 - 1)]
Fingerprint = Annotated[
    str, Meta(pattern=r"^[0-9a-f]{16}$", description="Of the finding, as in the report.")
]
