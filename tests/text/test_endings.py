"""How segments end in different languages."""

import pytest

from qa.text.endings import Ending, ending


@pytest.mark.parametrize(
    ("content", "tag", "expected"),
    [
        ("Done.", "en", Ending.STOP),
        ("“Done?”", "en", Ending.QUESTION),
        ("Really?!", "en", Ending.QUESTION),
        ("终于。", "zh", Ending.STOP),
        ("谁？）", "zh", Ending.QUESTION),
        ("Ποιος;", "el", Ending.QUESTION),
        ("Qui ;", "fr", Ending.SEMICOLON),
        ("من؟", "ar", Ending.QUESTION),
        ("हाँ।", "hi", Ending.STOP),
        ("So …", "de", Ending.ELLIPSIS),
        ("So...", "de", Ending.ELLIPSIS),
        ("«Voilà :»", "fr", Ending.COLON),
        ("Heading", "en", Ending.NONE),
        ("", "en", Ending.NONE),
    ],
)
def test_marks_of_all_languages_say_the_same(content: str, tag: str, expected: Ending) -> None:
    assert ending(content, tag) is expected
