import codecs
from pathlib import Path

import pytest

from qa.errors import QAError
from qa.formats import decoding
from qa.formats.incremental import read

TEXT = 'é𝄞 "so"\r\n' * 20_000


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(b"", "utf-8"), (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_BE, "utf-16-be")],
)
def test_blocks_are_the_file(tmp_path: Path, mark: bytes, encoding: str) -> None:
    path = tmp_path / "a.tsv"
    path.write_bytes(mark + TEXT.encode(encoding))
    blocks = list(read(str(path)))
    assert len(blocks) > 1
    assert "".join(blocks) == TEXT == decoding.decode(path.read_bytes(), str(path))


@pytest.mark.parametrize("after", [b"\xff", b"\xc3"])
def test_what_does_not_decode_is_told_as_for_a_whole_file(tmp_path: Path, after: bytes) -> None:
    path = tmp_path / "a.tsv"
    path.write_bytes(TEXT.encode() + after)
    messages = []
    for load in (
        lambda name: decoding.decode(path.read_bytes(), name),
        lambda name: list(read(name)),
    ):
        with pytest.raises(QAError) as caught:
            load(str(path))
        messages.append(caught.value.message)
    assert messages[0] == messages[1]
    assert ":20001: is not valid UTF-8: byte 0x" in messages[0]


@pytest.mark.parametrize(("data", "message"), [(b" \n", "is empty"), (b"a\0b", "is a binary")])
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "a.tsv"
    path.write_bytes(data)
    with pytest.raises(QAError, match=message):
        list(read(str(path)))


def test_a_file_that_is_not_there_is_a_users_error() -> None:
    with pytest.raises(QAError, match="there is no such file"):
        list(read("/nowhere/a.tsv"))
