import codecs
import io
import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import QAError
from qa.formats import decoding
from qa.formats.decoding import decode


def load(path: str) -> str:
    return decode(decoding.raw(path), path)


def error_of(data: bytes) -> QAError:
    with pytest.raises(QAError) as caught:
        decode(data, "some file.txt")
    assert caught.value.hint
    return caught.value


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_no_part_of_the_text(mark: bytes, encoding: str) -> None:
    assert decode(mark + "Größe 𝄞\r\n".encode(encoding), "x") == "Größe 𝄞\r\n"


def test_without_a_mark_text_is_utf_8() -> None:
    assert decode("naïve \u0301".encode(), "x") == "naïve \u0301"


@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="windows-1251">',
        "<html><head><META name=a content=b><meta   charset = windows-1251 >",
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
        '<?xml version="1.0" encoding="windows-1251"?><html>',
        "\n <!-- <meta charset='utf-8'> --><meta charset='windows-1251'>",
    ],
)
def test_html_and_xml_may_declare_their_encoding(head: str) -> None:
    assert decode((head + "дом").encode("windows-1251"), "x") == head + "дом"


def test_latin_1_means_what_browsers_take_it_for() -> None:
    assert decode(b"<meta charset=iso-8859-1>\x93a\x94", "x").endswith("“a”")


def test_a_byte_order_mark_outweighs_a_declaration() -> None:
    data = codecs.BOM_UTF8 + "<meta charset=iso-8859-1>ä".encode()
    assert decode(data, "x").endswith("ä")


def test_a_readable_declaration_of_utf_16_is_wrong_and_means_utf_8() -> None:
    assert decode("<meta charset=utf-16>ä".encode(), "x").endswith("ä")


def test_a_declaration_counts_only_near_the_start_of_markup() -> None:
    late = "<p>" + " " * 1100 + "<meta charset=iso-8859-1>ä"
    assert decode(late.encode(), "x") == late
    quoted = "Write <meta charset=iso-8859-1>, ä"
    assert decode(quoted.encode(), "x") == quoted


@pytest.mark.parametrize("label", ["klingon", "hex", "idna", "unicode_escape", "utf-8\0x"])
def test_an_unknown_declaration_is_an_error_that_names_it(label: str) -> None:
    error = error_of(f'<meta charset="{label}">x'.encode())
    assert error.message.startswith("some file.txt: declares the unknown encoding")


def test_bytes_that_do_not_decode_are_an_error_with_their_place_and_a_way_out() -> None:
    error = error_of(b"one\ntwo \xe4 three")
    assert error.message.startswith("some file.txt:2: is not valid UTF-8: byte 0xe4 at offset 8")
    assert error.hint is not None
    assert "iconv" in error.hint
    assert "'some file.txt'" in error.hint


def test_half_a_character_at_the_end_of_utf_16_is_an_error() -> None:
    assert "UTF-16-LE" in error_of(codecs.BOM_UTF16_LE + b"a\0b").message


@pytest.mark.parametrize("data", [b"", b" \r\n\t", codecs.BOM_UTF8, codecs.BOM_UTF16_LE + b"\n\0"])
def test_a_file_with_nothing_in_it_is_empty(data: bytes) -> None:
    assert error_of(data).message == "some file.txt: is empty"


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04\0\0", bytes(range(1, 32)) * 9, "no mark".encode("utf-16-le")]
)
def test_a_binary_file_is_no_text(data: bytes) -> None:
    assert error_of(data).message == "some file.txt: is a binary file, not text"


def test_a_few_control_characters_are_text() -> None:
    text = "\x1b[1mloud\x1b[0m and a \x0c page, " + "words " * 20 + "\x07"
    assert decode(text.encode(), "x") == text


def test_a_file_may_be_too_large(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(decoding, "LIMIT", 1_000_000)
    path = tmp_path / "large.txt"
    path.write_bytes(b"a" * 1_000_001)
    with pytest.raises(QAError, match=r"large\.txt: is larger than 1 MB"):
        load(str(path))


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(QAError, match=r"nothing\.txt: there is no such file"):
        load(str(tmp_path / "nothing.txt"))


def test_a_directory_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(QAError, match="is a directory"):
        load(str(tmp_path))


def test_a_path_that_cannot_be_one_is_an_error() -> None:
    with pytest.raises(QAError, match="cannot be read"):
        load("a\0b")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read every file")
def test_a_file_that_may_not_be_read_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("words", encoding="utf-8")
    path.chmod(0)
    with pytest.raises(QAError, match="no permission"):
        load(str(path))


def test_no_permission_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(QAError, match=r"secret\.txt: no permission to read it"):
        load("secret.txt")


def test_standard_input_is_read_as_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("é\r\n".encode()), "ascii"))
    assert load("-") == "é\r\n"


def test_standard_input_is_named_in_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    with pytest.raises(QAError, match="standard input: is empty"):
        load("-")


@given(st.binary(max_size=200))
def test_any_bytes_decode_or_are_a_users_error(data: bytes) -> None:
    with suppress(QAError):
        assert decode(data, "x").strip()


@given(st.text().filter(str.strip).filter(lambda text: "\0" not in text))
def test_utf_16_keeps_every_character(content: str) -> None:
    assert decode(codecs.BOM_UTF16_LE + content.encode("utf-16-le"), "x") == content
