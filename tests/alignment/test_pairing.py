"""Aligned articles: every text stands at its place, every number is one segment's."""

import pytest
from conftest import ROOT
from msgspec.structs import replace

from qa import alignment, formats
from qa.model import Document, Segment, Source

SAMPLES = ROOT / "corpora/samples"
MARKUP = {
    ".html": (
        "<p>Der <b>Hafen</b> &amp; die Stadt ruhen. Niemand arbeitet.</p><p>Freitag um 17 Uhr.</p>",
        "<p>The <b>port</b> &amp; the town rest; nobody is working.</p><p>On Friday at 17:00.</p>",
    ),
    ".md": (
        "Der *Hafen* & die Stadt ruhen. Niemand arbeitet.\n\n- Am Freitag fahren 17 Schiffe.\n",
        "The *port* & the town are at rest; nobody works.\n\n- On Friday 17 ships will sail.\n",
    ),
}


def aligned(original: Document, document: Document) -> tuple[Document, Source]:
    found = alignment.beside(replace(document, language="en"), replace(original, language="de"))
    assert found.source
    return found, found.source


def sample() -> tuple[Document, Source]:
    return aligned(*(formats.read(str(SAMPLES / f"strike.{tag}.txt")) for tag in ("de", "en")))


def stands(segment: Segment, content: str) -> bool:
    """Tell whether the words of a segment stand in the file where it says, but for line breaks."""
    text = segment.text
    return all(
        content[text.span(at, at + 1).start] == character
        for at, character in enumerate(text.content)
        if character.isalnum()
    )


def test_two_sentences_for_one_are_a_pair() -> None:
    _, source = sample()
    merged = next(pair for pair in source.pairs if "Schlichtung" in pair.source.text.content)
    assert merged.source.text.content.startswith('"Wir haben')
    assert merged.target.text.content.endswith("arbitration failed in March.")
    assert all(0 < pair.confidence <= 1 for pair in source.pairs)


def test_what_has_no_partner_is_told_once_with_its_place() -> None:
    _, source = sample()
    (omission,), (added,) = source.omitted, source.added
    assert omission.source.text.content.startswith("Auch der Bürgermeister")
    assert omission.source.text.content.endswith("Nachtschichten.")
    assert omission.near
    assert omission.near.text.content.endswith("in March.")
    assert added.text.content.startswith("Insurers")


def test_a_number_is_that_of_one_segment_only() -> None:
    document, source = sample()
    targets = [*document.segments, *(pair.target for pair in source.pairs), *source.added]
    sources = [
        *source.segments,
        *(pair.source for pair in source.pairs),
        *(one.source for one in source.omitted),
    ]
    for side in (targets, sources):
        assert len({one.number for one in side}) == len({one.text for one in side})


@pytest.mark.parametrize("suffix", MARKUP)
def test_pairs_of_marked_up_text_stand_at_their_places(suffix: str) -> None:
    original, translation = (
        formats.read_text(content, f"{tag}{suffix}", suffix)
        for content, tag in zip(MARKUP[suffix], ("de", "en"), strict=True)
    )
    document, source = aligned(original, translation)
    assert len(source.pairs) == 2
    assert source.pairs[0].source.text.content.endswith("Niemand arbeitet.")
    for pair in source.pairs:
        assert stands(pair.target, document.content)
        assert stands(pair.source, source.content)


def test_a_pair_may_reach_over_the_end_of_a_paragraph() -> None:
    original = formats.read_text("Der Hafen ruht, und 17 Schiffe warten auf Lena Kessler.")
    document, source = aligned(
        original, formats.read_text("The port is at rest.\n\n17 ships wait for Lena Kessler.")
    )
    (pair,) = source.pairs
    assert pair.target.text.content == "The port is at rest.\n17 ships wait for Lena Kessler."
    assert stands(pair.target, document.content)


def test_nothing_beside_something_is_an_omission_without_a_place() -> None:
    _, source = aligned(formats.read_text("Der Hafen ruht."), formats.read_text(""))
    assert [one.near for one in source.omitted] == [None]
    assert not source.pairs
