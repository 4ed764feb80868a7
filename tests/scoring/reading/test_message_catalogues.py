from pathlib import Path

import pytest

from qa.errors import QAError
from qa.scoring.packed import Packed
from qa.scoring.reading.message_catalogues import read

CATALOGUE = r"""# A comment.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=CHARSET\n"
"Language: pt_BR\n"

#: window.c:12
msgctxt "menu"
msgid "Open the \"%s\" folder\n"
"or another"
msgstr "Abrir a pasta \"%s\"\n"
"ou outra"

#, fuzzy
msgid "%d nail"
msgid_plural "%d nails"
msgstr[0] "%d prego"
msgstr[1] "%d pregos é"
#~ msgid "gone"
#~ msgstr "fora"
"""


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1"])
def test_every_form_of_every_message_is_a_segment(tmp_path: Path, charset: str) -> None:
    path = tmp_path / "pt.po"
    path.write_bytes(CATALOGUE.replace("CHARSET", charset).encode(charset))
    table = read(str(path))
    assert table.columns == {
        "source": Packed(('Open the "%s" folder or another', "%d nail", "%d nails")),
        "target": Packed(('Abrir a pasta "%s" ou outra', "%d prego", "%d pregos é")),
    }
    assert list(table.lines) == [8, 15, 15]
    assert table.target_language == "pt-BR"


def test_a_line_that_is_none_of_a_catalogue_is_named(tmp_path: Path) -> None:
    path = tmp_path / "bad.po"
    path.write_text('msgid "one"\nmsgstr "two\n', encoding="utf-8")
    with pytest.raises(QAError, match=r"bad.po:2: is no line"):
        read(str(path))


def test_a_long_line_without_an_end_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "long.po"
    path.write_text('msgid "' + "\\" * 1_000_001 + '"', encoding="utf-8")
    with pytest.raises(QAError, match=r"long.po:1"):
        read(str(path))
