"""Packed texts read like a tuple, in memory or not."""

import pytest

from qa.scoring import packed
from qa.scoring.packed import Packed

TEXTS = ("one", "", None, "Grüße 你好", "\ud800", "last\n")


@pytest.fixture(params=[0, packed.IN_MEMORY], ids=["in a file", "in memory"], autouse=True)
def _place(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    # A spooled file with no limit stays in memory; one byte is the least.
    monkeypatch.setattr(packed, "IN_MEMORY", request.param or 1)
    monkeypatch.setattr(packed, "_BLOCK", 2)


def test_texts_come_back_as_they_were() -> None:
    found = Packed(TEXTS)
    assert tuple(found) == TEXTS
    assert [found[at] for at in range(-6, 6)] == [*TEXTS, *TEXTS]
    assert found[1:5:2] == TEXTS[1:5:2]
    assert (len(found), found.index("last\n"), None in found) == (6, 5, True)
    assert tuple(Packed(())) == ()


def test_two_readers_do_not_disturb_each_other() -> None:
    found = Packed(TEXTS)
    assert [(one, other, found[0]) for one, other in zip(found, found, strict=True)] == [
        (one, one, "one") for one in TEXTS
    ]


def test_no_text_is_outside() -> None:
    with pytest.raises(IndexError):
        Packed(TEXTS)[6]


def test_the_same_texts_are_equal_and_others_are_not() -> None:
    assert Packed(TEXTS) == Packed(TEXTS)
    assert hash(Packed(TEXTS)) == hash(Packed(TEXTS))
    assert Packed(("ab", "c")) != Packed(("a", "bc"))
    assert Packed(("a", None)) != Packed(("a", ""))


def test_what_is_added_comes_last() -> None:
    found: Packed[str | None] = Packed(("one",))
    found.append(None)
    found.append("two")
    assert tuple(found) == ("one", None, "two")
