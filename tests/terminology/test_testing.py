"""A glossary tried on its own examples and on clean text."""

from pathlib import Path

from glossaries import entry, loaded

from qa.terminology.model import Concept, Term
from qa.terminology.testing import clean_corpus, examples, failures, hits


def test_examples_that_fail_are_named() -> None:
    terms = Concept(
        "lake", {"en": (Term("lake", example="The lakes."), Term("mere", example="A."))}
    )
    found = loaded(terms, phrases=entry("pond", "pond", "x", "A hill.")).contents
    assert [one.id for one in failures(found)] == ["pond", "lake"]
    assert examples(found) == 3


def test_everything_that_is_found_in_clean_text_is_a_hit(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("They met on a small pond.\n", encoding="utf-8")
    found = loaded(phrases=entry("pond", "pond", "x", "A pond."))
    assert [(hit.name, hit.line, hit.column) for hit in hits(found.contents, tmp_path)] == [
        ("pond", 1, 21)
    ]


def test_the_clean_text_of_the_repository_is_used_where_it_is() -> None:
    place = clean_corpus(loaded(phrases=entry("pond", "pond", "x", "A pond.")))
    assert place is None or place.name == "clean.en.txt"
