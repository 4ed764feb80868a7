import pytest

from qa.errors import QAError
from qa.formats import annotate
from qa.formats.notes import Note
from qa.formats.xliff import annotated

FIRST = """<?xml version="1.0"?>
<xliff version="1.2"><file source-language="de" target-language="en"><body>
  <trans-unit id="1">
    <source>Tür</source>
    <target>first <g id='>'>door</g></target>
    <alt-trans><source>Tor</source><target>gate</target></alt-trans>
  </trans-unit>
  <trans-unit id="2"><source>Rad</source>
      <target>second</target>
      <note from="Ann" priority="1">Careful</note></trans-unit>
  <trans-unit id="3"><source>third</source><target/></trans-unit>
</body></file></xliff>
"""
SECOND = """<x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="de"
 trgLang="en"><x:file id="f"><x:notes><x:note>On all of it</x:note></x:notes>
  <x:unit id="1">
    <x:originalData><x:data id="d">x</x:data></x:originalData>
    <x:segment><x:source>Tür</x:source><x:target>first</x:target></x:segment>
  </x:unit>
  <x:unit id="2"><x:notes><x:note id="n">Careful</x:note></x:notes>
    <x:segment><x:source>Rad</x:source><x:target>second</x:target></x:segment></x:unit>
  <x:unit id="3"><x:segment><x:source>Ei</x:source><x:target>third</x:target></x:segment></x:unit>
</x:file></x:xliff>
"""


def noted(content: str, **texts: str) -> str:
    """Return a file with a note on what stands at each word."""
    starts = {content.index(word): text for word, text in texts.items()}
    notes = [Note(start, start + 1, 1, text, "", ()) for start, text in starts.items()]
    return annotated(content, notes, "x.xlf")


@pytest.mark.parametrize("content", [FIRST, SECOND, FIRST.replace("\n", "\r\n")])
@pytest.mark.parametrize("words", ["", "first", "second third", "first second third"])
def test_only_notes_come_and_go(content: str, words: str) -> None:
    texts = dict.fromkeys(words.split(), "a <b> & “c”\x00")
    once = noted(content, **texts)
    assert once.count("a &lt;b&gt; &amp; “c”</") == len(texts)
    assert noted(once, **texts) == once
    assert annotated(once, [], "x.xlf") == content


def test_a_note_of_the_first_version_stands_below_the_target() -> None:
    changed = noted(FIRST, first="one", second="two", third="three")
    note = '<note from="qa" priority="2">{}</note>'
    assert f"</target>\n    {note.format('one')}\n    <alt-trans>" in changed
    assert f"Careful</note>\n      {note.format('two')}</trans-unit>" in changed
    assert f"<target/>{note.format('three')}</trans-unit>" in changed


def test_a_note_of_the_second_version_stands_with_those_of_its_unit() -> None:
    changed = noted(SECOND, first="one", second="two", third="three")
    note = '<x:note category="qa" appliesTo="target" priority="2">{}</x:note>'
    start = '<x:unit id="1">\n    <x:notes>\n      '
    assert f"{start}{note.format('one')}\n    </x:notes>\n    <x:originalData>" in changed
    assert f"Careful</x:note>{note.format('two')}</x:notes>" in changed
    assert f'id="3"><x:notes>{note.format("three")}</x:notes><x:segment>' in changed


def test_a_format_without_notes_is_named_with_those_that_have_them() -> None:
    with pytest.raises(QAError, match="notes are not written") as caught:
        annotate(b"<tmx/>", [], "x.tmx")
    assert {".xlf,", ".docx,"} <= set((caught.value.hint or "").split())
