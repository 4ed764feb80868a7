import io
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from conformance import assert_conforms
from conftest import ROOT, SHARED

from qa import formats, plugins
from qa.errors import QAError
from qa.formats import read, read_text
from qa.model import Document, Segment, SegmentKind, Text

DATA = SHARED / "data" / "file-formats"
SAMPLES = sorted(
    path for suffix in ("txt", "md", "html", "htm") for path in DATA.glob(f"{suffix}/*")
)
AWKWARD = sorted(path for path in DATA.glob("*/*") if path not in SAMPLES)
OWN = ROOT / "corpora" / "samples" / "bilingual"


@pytest.fixture
def fresh_readers() -> Iterator[None]:
    formats.readers.cache_clear()
    yield
    formats.readers.cache_clear()


def kinds(document: Document) -> list[SegmentKind]:
    return [segment.kind for segment in document.segments]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.md", "Some *words*.", "Some words."),
        ("a.MARKDOWN", "Some *words*.", "Some words."),
        ("a.html", "<p>Some <b>words</b>.", "Some words."),
        ("a.xhtml", "<p>Some <b>words</b>.", "Some words."),
        ("a.txt", "Some *words*.", "Some *words*."),
        ("a.unknown", "<p>Some words.", "<p>Some words."),
        ("README", "Some *words*.", "Some *words*."),
    ],
)
def test_the_suffix_chooses_the_reader(tmp_path: Path, name: str, content: str, words: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    document = read(str(path))
    assert document.path == str(path)
    assert document.content == content
    assert [segment.text.content for segment in document.segments] == [words]


@pytest.mark.parametrize(
    "content", ["\n<!DOCTYPE  HTML><p>Some <b>words</b>.", "<Html lang=en><p>Some <b>words</b>."]
)
def test_standard_input_that_starts_like_html_is_html(
    monkeypatch: pytest.MonkeyPatch, content: str
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    (segment,) = read("-").segments
    assert segment.text.content == "Some words."


@pytest.mark.parametrize("content", ["Some words.", "<p>Some words.", "<htmlish>Some words."])
def test_other_standard_input_is_plain_text(monkeypatch: pytest.MonkeyPatch, content: str) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    (segment,) = read("-").segments
    assert segment.text.content == content


def test_a_text_is_plain_unless_it_is_said_to_be_something_else() -> None:
    assert kinds(read_text("# One\n\nTwo three.")) == [SegmentKind.PARAGRAPH] * 2
    assert kinds(read_text("# One\n\nTwo three.", suffix=".md"))[0] is SegmentKind.HEADING
    assert read_text("Words.").path == "<text>"


def test_an_empty_text_has_no_segments() -> None:
    assert [read_text(" ", suffix=suffix).segments for suffix in (".txt", ".md", ".html")] == [
        ()
    ] * 3


@pytest.mark.usefixtures("fresh_readers")
def test_a_plug_in_adds_a_format_and_displaces_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def shout(content: str, path: str) -> Document:
        return Document(path, content, (Segment(0, Text.verbatim(content)),))

    plugin = ModuleType("plugin")
    vars(plugin).update(SUFFIXES=(".shout", ".md"), read=shout)
    listed = plugins.modules
    monkeypatch.setattr(plugins, "modules", lambda *given: [*listed(*given), plugin])
    assert read_text("# LOUD", suffix=".shout").segments[0].text.content == "# LOUD"
    assert read_text("# LOUD", suffix=".md").segments[0].text.content == "LOUD"


@pytest.mark.skipif(not SAMPLES, reason="the shared data is not beside the repository")
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_real_files_are_read_and_every_run_points_at_its_text(path: Path) -> None:
    document = read(str(path))
    assert document.segments
    assert_conforms(document)


@pytest.mark.skipif(not AWKWARD, reason="the shared data is not beside the repository")
@pytest.mark.parametrize("path", AWKWARD, ids=lambda path: path.name)
def test_awkward_files_are_read_or_refused_with_their_place(path: Path) -> None:
    error = refusal(path)
    if error:
        assert error.message.startswith(str(path))
        assert error.hint


def refusal(path: Path) -> QAError | None:
    try:
        for part in formats.parts(str(path)):
            assert_conforms(part)
            assert part.segments
    except QAError as error:
        return error
    return None


@pytest.mark.skipif(not AWKWARD, reason="the shared data is not beside the repository")
def test_few_awkward_files_are_refused_for_what_they_are() -> None:
    errors = {path.name: refusal(path) for path in AWKWARD}
    untranslated = ("has no segment with a translation", "has no translation; its languages: en")
    refused = [
        name for name, error in errors.items() if error and not error.message.endswith(untranslated)
    ]
    assert sorted(refused) == [
        "computer_science_article.csv",  # not in UTF-8
        "corrupt.html_test.xlf",  # a package of Java
        "potest.po.generic.csv",  # its columns are not named, as in the next
        "potest.po.normal.csv",
        "test01.tsv",
        "test02_utf16be.tsv",
        "test2cols.csv",
    ]


@pytest.mark.parametrize("path", sorted(OWN.iterdir()), ids=lambda path: path.name)
def test_our_samples_say_the_same_in_every_format(path: Path) -> None:
    (document,) = formats.parts(str(path))
    assert_conforms(document)
    words = " ".join(" ".join(segment.text.content.split()) for segment in document.segments)
    if path.suffix == ".po":
        assert document.segments[1].text.content == "%d container on the hook"
    else:
        assert "The Ukraine ordered twelve cranes" in words
        assert "shipped in in May." in words
    assert document.language == (None if path.suffix == ".srt" else "en")


def test_a_file_that_cannot_be_read_is_a_users_error(tmp_path: Path) -> None:
    with pytest.raises(QAError):
        read(str(tmp_path))
