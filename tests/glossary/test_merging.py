"""Phrases that are nearly the same are proposed once."""

from qa.glossary.merging import merged


def test_a_phrase_speaks_for_its_parts_and_its_continuations() -> None:
    hits = {
        ("view",): 41, ("view", "of"): 40, ("in", "view", "of"): 40,
        ("in", "view", "of", "the"): 25, ("view", "of", "the"): 25, ("of", "the", "rain"): 3,
    }  # fmt: skip
    telling = {gram: float(count) for gram, count in hits.items()}
    first, second = merged(telling, hits)
    assert first == (
        ("in", "view", "of"),
        ["in view of the", "view", "view of", "view of the"],
    )
    assert second == (("of", "the", "rain"), [])


def test_what_mostly_stands_alone_is_its_own_phrase() -> None:
    hits = {("according", "to"): 100, ("according", "to", "police"): 10}
    found = merged({gram: float(count) for gram, count in hits.items()}, hits)
    assert [gram for gram, _ in found] == [("according", "to"), ("according", "to", "police")]
