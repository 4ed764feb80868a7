import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import QAError
from qa.formats.office.archive import repacked

NAMES = st.sampled_from(["a.xml", "b/c.xml", "ü.xml", "d", "e.bin"])
METHODS = st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
# Python opens no package whose comment looks like the end of one.
COMMENTS = st.binary(max_size=9).filter(lambda comment: b"PK" not in comment)
FILES = st.dictionaries(NAMES, st.tuples(st.binary(max_size=99), METHODS), min_size=1)
SIZE = 30  # bytes of a local header before the name


def packed(files: dict[str, tuple[bytes, int]], comment: bytes = b"") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.comment = comment
        for number, (name, (content, method)) in enumerate(files.items()):
            info = zipfile.ZipInfo(name, (2020, 1, 2, 3, 4, 2 * number))
            info.compress_type = method
            info.external_attr, info.comment, info.extra = 5 << 16, b"kept", b"\x99\x99\x01\x00x"
            archive.writestr(info, content)
    return stream.getvalue()


def opened(data: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(data))


def stored(data: bytes, info: zipfile.ZipInfo) -> bytes:
    """Return the local header and the content as it is packed."""
    end = info.header_offset + SIZE + len(info.orig_filename.encode()) + len(info.extra)
    return data[info.header_offset : end + info.compress_size]


@given(FILES, st.dictionaries(NAMES, st.binary(max_size=99)), COMMENTS)
def test_only_what_changes_is_written_anew(
    files: dict[str, tuple[bytes, int]], changed: dict[str, bytes], comment: bytes
) -> None:
    data = packed(files, comment)
    found = repacked(data, changed, "x.docx")
    before, after = opened(data), opened(found)
    assert after.testzip() is None
    assert after.comment == comment
    new = [name for name in changed if name not in files]
    assert after.namelist() == [*files, *new]
    for info in before.infolist():
        same = after.getinfo(info.filename)
        assert (same.date_time, same.external_attr) == (info.date_time, info.external_attr)
        if info.filename in changed:
            assert after.read(same) == changed[info.filename]
        else:
            assert stored(found, same) == stored(data, info)
            assert (same.comment, same.extra) == (info.comment, info.extra)
    for name in new:
        assert after.read(name) == changed[name]
        assert after.getinfo(name).date_time == (1980, 1, 1, 0, 0, 0)
    assert repacked(found, changed, "x.docx") == found


def test_without_changes_every_byte_stays() -> None:
    data = packed({"a": (b"one", zipfile.ZIP_DEFLATED), "b": (b"two", zipfile.ZIP_STORED)}, b"end")
    assert repacked(data, {}, "x.docx") == data


def test_sizes_that_follow_their_content_stay() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

    stream = Pipe()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", b"one " * 99)
        archive.writestr("b", b"two " * 99)
    data = stream.getvalue()
    found = repacked(data, {"b": b"other"}, "x.docx")
    start = opened(data).getinfo("b").header_offset
    assert found[:start] == data[:start]
    assert opened(found).read("a") == b"one " * 99
    assert opened(found).read("b") == b"other"


def test_packages_of_another_shape_are_refused() -> None:
    data = packed({"a": (b"one", zipfile.ZIP_STORED)})
    wrong_count = data[:-14] + b"\x02\x00\x02\x00" + data[-10:]
    for unusual in (b"before" + data, wrong_count):
        with pytest.raises(QAError, match=r"x.docx: is packed in an unusual way"):
            repacked(unusual, {}, "x.docx")
