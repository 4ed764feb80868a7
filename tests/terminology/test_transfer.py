"""What is told about a transfer."""

from qa.terminology.model import Lost
from qa.terminology.transfer import is_glossary, told


def test_what_got_lost_is_counted_by_kind_with_examples() -> None:
    lost = [Lost(f"c{number}", "transaction", f"by {number}") for number in range(5)]
    assert list(told([*lost, Lost("", "scope", "desk")], "not held")) == [
        "not held: transaction (5): c0: by 0; c1: by 1; c2: by 2 …",
        "not held: scope (1): desk",
    ]


def test_a_glossary_file_is_known_by_its_suffix() -> None:
    assert is_glossary("house.TOML")
    assert not is_glossary("house.tbx")
