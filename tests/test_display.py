"""The text that outputs show, and where it stands in the file."""

from hypothesis import given
from hypothesis import strategies as st

from qa import formats, streaming
from qa.article import Article, Passage
from qa.config import Config
from qa.display import article, joined
from qa.findings import DocumentReport
from qa.model import Document, Segment, SegmentKind, Start, Text
from qa.pipeline import inspect

HTML = "<h1>The Ukraine &amp; more</h1><p>Since five years <b>the Uk</b>raine builds ships.</p>"


def shown(document: Document, **settings: str) -> tuple[Article, DocumentReport]:
    report = inspect(document, Config(**settings))  # type: ignore[arg-type]
    return article(document, report), report


def test_findings_are_found_again_in_the_passages() -> None:
    document = formats.read_text(HTML, "a.html", ".html")
    made, report = shown(document, language="en", origin="de")
    assert [one.text.content for one in made.passages] == [
        "The Ukraine & more",
        "Since five years the Ukraine builds ships.",
    ]
    flagged = set()
    for finding in report.findings:
        for passage in made.passages:
            if passage.start <= finding.start < passage.end:
                found = slice(passage.find(finding.start), passage.find(finding.end))
                words = passage.text.content[found]
                assert words == finding.text
                flagged.add(words)
    assert {"The Ukraine", "the Ukraine", "Since five years"} <= flagged


def test_the_source_stands_beside_its_passage() -> None:
    po = 'msgid ""\nmsgstr "Language: en\\n"\n\nmsgid "Eins"\nmsgstr "One"\n'
    made, _ = shown(formats.read_text(po, "a.po", ".po"))
    assert [(one.source, one.text.content) for one in made.passages] == [("Eins", "One")]


def test_sentences_have_shares_where_there_is_a_verdict_only() -> None:
    paragraph = "The company said on Tuesday that it would close two of its plants next year. "
    long, _ = shown(formats.read_text(paragraph * 8), language="en")
    short, _ = shown(formats.read_text(paragraph), language="en")
    assert len(long.sentences) == 8
    assert short.sentences == ()


def test_of_a_very_long_text_later_passages_are_left_out_unless_flagged() -> None:
    paragraphs = ["All is well here."] * 3000
    paragraphs[2500] = "It was the the end."
    made, _ = shown(formats.read_text("\n\n".join(paragraphs)), language="en", origin="de")
    assert len(made.passages) == 2001
    assert made.passages[-1].text.content == "It was the the end."
    assert made.left_out == 999


def test_parts_of_a_file_become_one_article_with_places_in_the_file() -> None:
    first = Document("a.po", "One\n", (Segment(0, Text.verbatim("One")),))
    report, made = streaming.inspect_to_show(
        iter(
            [
                first,
                Document(
                    "a.po",
                    "See the the two.\n",
                    (Segment(0, Text.verbatim("See the the two.")),),
                    start=Start().after(first.content),
                ),
            ]
        ),
        Config(language="en"),
    )
    assert [one.start for one in made.passages] == [0, 4]
    assert [one.start for one in report.findings] == [8]
    assert joined([made, made]).left_out == 0


@given(st.lists(st.text(min_size=1, max_size=5), min_size=1, max_size=5), st.integers(0, 9))
def test_find_turns_locate_around(words: list[str], origin: int) -> None:
    text = Text.verbatim(" ".join(words), origin)
    passage = Passage(text, SegmentKind.PARAGRAPH)
    for offset in range(len(text.content)):
        assert passage.find(text.locate(offset)) == offset
    assert passage.find(passage.end) == len(text.content)
