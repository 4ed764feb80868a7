"""What a changed glossary finds in an archive."""

from functools import partial

from glossaries import concept, entry, loaded, term

from qa.formats import read_text
from qa.terminology import scoping
from qa.terminology.impact import described, impact
from qa.terminology.loading import Loaded
from qa.terminology.searching import Searcher

ARCHIVE = [
    read_text("The ponds are full. A lake is not.", "a.txt"),
    read_text("Nothing is wet here, said the mayor.", "b.txt"),
]


def searcher(one: Loaded) -> Searcher:
    return Searcher(partial(scoping.ready, one.contents))


def test_findings_come_with_a_forbidden_term_and_go_with_a_phrase() -> None:
    old = loaded(phrases=entry("lake", "lake", "x", "A lake."))
    new = loaded(concept("pool", en=["pool", term("pond", "forbidden")]), phrases="\n")
    found = impact(searcher(old), searcher(new), ARCHIVE, "en")
    assert list(described(found)) == [
        "lake: 1 finding removed in 1 article",
        "  - a.txt:1:23 lake",
        "pool: 1 finding added in 1 article",
        "  + a.txt:1:5 ponds",
        "1 finding added, 1 removed, in 1 of 2 articles",
    ]


def test_terms_that_stay_change_nothing() -> None:
    one = searcher(loaded(concept("pool", en=["pool", term("pond", "forbidden")])))
    assert impact(one, one, ARCHIVE, "en").changes == ()


def test_an_article_of_unsure_language_is_named() -> None:
    one = searcher(loaded(concept("pool", en="pool")))
    assert impact(one, one, [read_text("Hm.", "c.txt")]).unsure == ("c.txt",)
