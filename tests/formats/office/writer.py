"""What LibreOffice Writer sees in a document."""

import shutil
import subprocess
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from pathlib import Path

import pytest

_OPEN_DOCUMENT = "urn:oasis:names:tc:opendocument:xmlns"
_OFFICE, _TEXT = (f"{{{_OPEN_DOCUMENT}:{name}:1.0}}" for name in ("office", "text"))
_NAME = f"{_OFFICE}name"
# What stands beside the text, in the place where that refers to it.
_ASIDE = {f"{_TEXT}{name}" for name in ("note", "ruby-text", "tracked-changes")}


def converted(path: Path, suffix: str) -> Path:
    """Return a document in another format, with a profile of its own; skip without LibreOffice."""
    program = shutil.which("soffice")
    # LibreOffice comes in parts; this is Writer.
    if program is None or not Path(program).resolve().with_name("libswlo.so").exists():
        pytest.skip("LibreOffice Writer is not installed")
    profile = (path.parent / "profile").as_uri()
    asked = ["--headless", "--convert-to", suffix, "--outdir", str(path.parent), str(path)]
    subprocess.run(
        [program, f"-env:UserInstallation={profile}", *asked],
        capture_output=True,
        check=True,
        timeout=300,
    )
    return path.with_suffix(f".{suffix}")


@dataclass(slots=True)
class _Comments:
    """The comments of a document: the first line of each and the words that it is about."""

    found: list[tuple[str, str]] = field(default_factory=list)
    _open: dict[str, tuple[str, list[str]]] = field(default_factory=dict)

    def walk(self, element: ET.Element) -> None:
        for child in element:
            name = child.get(_NAME, "")
            if child.tag == f"{_OFFICE}annotation":
                first = child.find(f"{_TEXT}p")
                said = "" if first is None else "".join(first.itertext())
                self._open[name] = (said, [])
            elif child.tag == f"{_OFFICE}annotation-end":
                said, words = self._open.pop(name)
                self.found.append((said, "".join(words)))
            elif child.tag not in _ASIDE:
                self._read(" " if child.tag == f"{_TEXT}s" else child.text)
                self.walk(child)
            self._read(child.tail)

    def _read(self, words: str | None) -> None:
        for _, heard in self._open.values():
            heard.append(words or "")


def comments_in_writer(path: Path) -> list[tuple[str, str]]:
    """Return the comments of a document with the words that they are about."""
    tree = ET.parse(converted(path, "fodt"))  # noqa: S314 - LibreOffice wrote it
    comments = _Comments()
    comments.walk(tree.getroot())
    return [(said, " ".join(words.split())) for said, words in comments.found]
