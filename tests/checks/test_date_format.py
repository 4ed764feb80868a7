"""The list of months is what the languages have."""

from qa import resources
from qa.language import known, language


def test_the_list_of_months_is_that_of_the_languages() -> None:
    names = {name for tag in known() for name in language(tag).months}
    assert resources.lines("und/months.txt") == {
        name for name in names if len(name) > 3 and name.isalpha()
    }
