"""The tables of false friends."""

from pathlib import Path

import pytest

from qa import resources
from qa.checks.false_friend import Friends

TABLES = resources.paths("*-*/false-friends.toml")


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.parent.name)
def test_tables_are_sorted_and_have_no_pair_twice(path: Path) -> None:
    listed = resources.read(path, Friends).friend
    assert [one.source.casefold() for one in listed] == sorted(
        one.source.casefold() for one in listed
    )
    pairs = [(one.source, false) for one in listed for false in one.false]
    assert len(pairs) == len(set(pairs))
    assert not any(set(one.false) & set(one.means) for one in listed)
