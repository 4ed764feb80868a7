"""Notes as comments of a text document, in place of those of another time."""

import posixpath
from collections.abc import Collection, Iterator, Sequence
from itertools import count
from typing import NamedTuple

from qa.errors import QAError
from qa.formats import rewriting
from qa.formats.notes import Annotated, Note, edited
from qa.formats.office import archive, comments, dates, documents, registration
from qa.formats.office.comments import Answers, Comments, Form
from qa.formats.office.documents import Outline
from qa.formats.office.locating import BECAUSE, Located, located
from qa.formats.office.package import Package, relationships_of
from qa.formats.office.ranges import Marks, Range, inserted
from qa.formats.office.roots import Dialect
from qa.formats.rewriting import TextFile

_MOST = 32_767  # comments in a document that Word opens (MS-OI29500, 2.1.315)
_SIGNATURES = "digital-signature/origin"
_HINT = "save it again with a word processor"


class _Edited(NamedTuple):
    """A file of the package, and its content from now on."""

    name: str
    file: TextFile
    content: str


class _Commented(NamedTuple):
    """The file of comments; one that is new is still to be announced."""

    name: str
    file: TextFile
    found: Comments
    is_new: bool = False


def annotated(data: bytes, notes: Sequence[Note], path: str) -> Annotated:
    """Return a document with comments for notes on the text that ``documents.read`` finds in it.

    Raises:
        QAError: it cannot be read, is signed, is packed or written in an unusual way, or would have
            more comments than Word opens.
    """
    package = Package(data, path)
    if any(one.type.endswith(_SIGNATURES) for one in package.relationships()):
        raise QAError(f"{path}: is signed, which no change leaves valid", "take the signature off")
    document = _Document(package, documents.outline(package, path), path)
    places = document.places(sorted(notes))
    changed = {
        one.name: one.file.written(one.content)
        for one in document.edits(places)
        if one.content != one.file.content or one.name not in package
    }
    left_out = [one.note for one in places if not one.is_found]
    return Annotated(archive.repacked(data, changed, path), left_out, BECAUSE)


class _Document:
    """A text document without comments of another time."""

    def __init__(self, package: Package, outline: Outline, path: str) -> None:
        self._package = package
        self._outline = outline
        self._path = path
        self._main = self._opened(outline.main.target)
        if "<![CDATA[" in self._main.content:
            raise QAError(f"{path}: has CDATA sections, which are not divided", _HINT)
        present = self._present()
        marks = Marks(path, self._main.content, present.found.own if present else ())
        self._dialect = marks.dialect()
        self._comments = present or self._new(self._dialect)
        self._taken = marks.others | self._comments.found.others
        self._content = edited(self._main.content, marks.removals)

    def places(self, notes: Sequence[Note]) -> Sequence[Located]:
        """Return where notes can stand."""
        return list(located(notes, self._content, self._outline, self._package, self._path))

    def edits(self, places: Sequence[Located]) -> Iterator[_Edited]:
        """Yield the files that have to do with comments, with one for every place that was found.

        Raises:
            QAError: there are more than Word opens.
        """
        ranges = list(_ranges(places, self._taken))
        if len(self._taken) + len(ranges) > _MOST:
            raise QAError(
                f"{self._path}: would have more than {_MOST:,} comments", "leave out some checks"
            )
        marked = inserted(self._content, ranges, self._dialect)
        yield _Edited(self._outline.main.target, self._main, marked)
        present = self._comments
        if ranges or not present.is_new:
            date = dates.changed(self._package, self._path)
            yield _Edited(present.name, present.file, _written(present, ranges, date))
        if ranges and present.is_new:
            yield from self._announced(present.name)

    def _opened(self, name: str) -> TextFile:
        return rewriting.opened(self._package.read(name), f"{self._path}/{name}")

    def _present(self) -> _Commented | None:
        related = {one.kind: one.target for one in self._outline.related}
        name = related.get("comments")
        if name is None:
            return None
        answers = Answers(self._path)
        self._package.scan(related.get("commentsExtended", ""), answers)
        file = self._opened(name)
        return _Commented(name, file, Comments(self._path, file.content, answers.answered))

    def _new(self, dialect: Dialect) -> _Commented:
        folder = posixpath.dirname(self._outline.main.target)
        names = (posixpath.join(folder, f"comments{number or ''}.xml") for number in count())
        file = TextFile(b"", "utf-8", comments.empty(dialect.namespace))
        name = next(name for name in names if name not in self._package)
        return _Commented(name, file, Comments(self._path, file.content), is_new=True)

    def _announced(self, name: str) -> Iterator[_Edited]:
        types = self._opened(registration.TYPES)
        typed = registration.typed(types.content, name, comments.CONTENT_TYPE, self._path)
        yield _Edited(registration.TYPES, types, typed)
        main = self._outline.main
        listed = relationships_of(main.target)
        if listed in self._package:
            file = self._opened(listed)
        else:
            file = TextFile(b"", "utf-8", registration.NO_RELATIONSHIPS)
        kind = f"{main.type.rpartition('/')[0]}/comments"
        target = posixpath.basename(name)
        yield _Edited(listed, file, registration.related(file.content, target, kind, self._path))


def _ranges(places: Sequence[Located], taken: Collection[str]) -> Iterator[Range]:
    numbers = (number for number in count() if str(number) not in taken)
    for one in places:
        if one.first and one.last:
            yield Range(next(numbers), one.note, one.first, one.last)


def _written(present: _Commented, ranges: Sequence[Range], date: str) -> str:
    """Return the content of the file of comments."""
    edits = list(present.found.removals)
    if ranges:
        form = Form(present.found.dialect(), date)
        written = "".join(
            comments.comment(one.number, one.note, form, exact=one.exact) for one in ranges
        )
        edits.append(present.found.appended(written))
    return edited(present.file.content, edits)
