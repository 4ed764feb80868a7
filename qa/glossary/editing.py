"""Changes to glossary files; what people wrote in them stays as it is."""

import re
from collections.abc import Iterable
from pathlib import Path

import msgspec

from qa.errors import QAError
from qa.glossary import termbase
from qa.glossary.mining import Candidate
from qa.glossary.saving import Edit

_NOT_IN_ID = re.compile(r"[^a-z0-9]+")


def with_drafts(path: Path, candidates: Iterable[Candidate], origin: str, language: str) -> Edit:
    """Append drafts of entries to a glossary, which is made if it is not there.

    Args:
        path: the glossary.
        candidates: the phrases; those whose id the glossary has already are left out.
        origin: the language behind the phrases, for a new glossary.
        language: the language of the phrases, for a new glossary.

    Raises:
        QAError: the file is no glossary of that language.
    """
    before = path.read_bytes() if path.exists() else b""
    content = before or _head(path, origin, language).encode()
    glossary = termbase.decode(path, content)
    if glossary.language != language:
        raise QAError(
            f"{path}: is for '{glossary.language}', not '{language}'", "name another file"
        )
    known = {entry.id for entry in glossary.entries}
    drafts = [_draft(one) for one in candidates if _id(one) not in known]
    return Edit(path, before, content + "".join(drafts).encode())


def _head(path: Path, origin: str, language: str) -> str:
    name = _NOT_IN_ID.sub("-", path.stem.lower()).strip("-")
    return f'name = "{name}"\norigin = "{origin}"\nlanguage = "{language}"\n'


def _draft(candidate: Candidate) -> str:
    pattern = " ".join(f'"{word}"' for word in candidate.phrase.split())
    quoted = msgspec.json.encode(pattern).decode()
    return f"""
# {candidate.translated_per_million:g} per million words in translated text, \
{candidate.native_per_million:g} in native; {candidate.documents} documents
[[entry]]
id = "{_id(candidate)}"
match = [{quoted}]
origin = ""
why = ""
suggest = []
confidence = "depends on context"
flagged = []
clean = []
draft = true
"""


def _id(candidate: Candidate) -> str:
    return _NOT_IN_ID.sub("-", candidate.phrase.lower()).strip("-") or "phrase"
