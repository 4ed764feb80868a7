"""Cards say all that a finding knows, and never take its words for HTML."""

from msgspec.structs import replace

from qa.findings import Category, Confidence, Excerpt, Finding, Place, Severity
from qa.reports.html.cards import Setting, card

FOUND = Finding(
    check="suspect-phrase",
    entry="de-en/return-service",
    severity=Severity.WARNING,
    category=Category.ACCURACY,
    message="reads like German 'Gegenleistung'",
    why="A return service is a bus back, or a stroke in tennis.",
    start=12,
    end=26,
    line=3,
    column=5,
    end_line=3,
    end_column=19,
    byte_column=5,
    end_byte_column=19,
    text="return service",
    source_text="eine Gegenleistung",
    suggestions=("something in return",),
    confidence=Confidence.NEARLY_ALWAYS,
    native_per_million=0.2,
    translated_per_million=4.1,
    places=(Place(90, 104, 9, 1),),
    suppressed=None,
    fingerprint="abc",
    excerpt=Excerpt("asked for a ", "return service", " from them"),
)


def test_everything_that_is_known_is_on_the_card() -> None:
    made = card(FOUND, 0)
    for said in (
        "reads like German",
        "a bus back",
        '<q dir="auto">eine Gegenleistung</q>',
        "0.2 per million words in native news, 4.1 in translated",
        "See also line 9.",
        "nearly always right",
        "line 3",
    ):
        assert said in made
    assert 'data-start="12" data-end="26"' in made
    assert 'data-severity="warning" data-category="accuracy"' in made


def test_a_replacement_is_a_button_only_where_it_fits_the_words() -> None:
    assert 'data-suggestion="something in return"' in card(FOUND, 0)
    apart = replace(FOUND, excerpt=Excerpt("", "return <b>service</b>", ""))
    assert "data-suggestion" not in card(apart, 0)
    assert "<bdi>something in return</bdi>" in card(apart, 0)


def test_a_card_links_to_its_words_or_shows_them() -> None:
    assert 'href="#d2-mark-4"' in card(FOUND, 3, Setting("d2-"))
    apart = card(FOUND, 3, Setting("d2-"), marked=False)
    assert "href=" not in apart
    assert "asked for a <mark>return service</mark> from them" in apart


def test_what_is_suppressed_says_why_and_cannot_be_dismissed() -> None:
    made = card(replace(FOUND, suppressed="comment on line 7"), 0)
    assert "Not counted: ignored by comment on line 7." in made
    assert "Not a problem here" not in made
    assert 'data-suppressed="comment"' in made


def test_hostile_words_are_words() -> None:
    bad = "<img src=x onerror=alert(1)>\"'&"
    fields = dict.fromkeys(("message", "why", "text", "source_text", "check", "entry"), bad)
    made = card(replace(FOUND, **fields, suggestions=(bad,)), 0)
    assert "<img" not in made
    assert made.count("&lt;img") >= 6


def test_a_whole_paragraph_is_cut() -> None:
    made = card(replace(FOUND, text="word " * 100), 0)
    assert "…</bdi>" in made
    assert "word " * 50 not in made


def test_what_cannot_be_seen_has_its_name() -> None:
    blank = Excerpt("", "  ", "")
    made = card(replace(FOUND, text="  ", excerpt=blank, suggestions=("\u00a0", "")), 0)
    assert ">(space, space)</bdi>" in made
    assert 'data-suggestion="\u00a0"><bdi>(no-break space)</bdi>' in made
    assert "<bdi>(nothing)</bdi>" in made
