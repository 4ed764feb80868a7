from qa.formats.markup.ignores import Comment, collect
from qa.model import Ignore, Segment, Span, Text


def comments_of(content: str) -> list[Comment]:
    found = []
    start = content.find("<!--")
    while start >= 0:
        end = content.index("-->", start) + len("-->")
        found.append(Comment(content[start:end], Span(start, end)))
        start = content.find("<!--", end)
    return found


def ignores_of(content: str, *words: str) -> tuple[Ignore, ...]:
    """Collect the ignores of a file in which each of ``words`` is a segment."""
    segments = [
        Segment(number, Text.verbatim(word, content.index(word)))
        for number, word in enumerate(words)
    ]
    return collect(content, comments_of(content), segments)


def scope_of(content: str, *words: str) -> str:
    (ignore,) = ignores_of(content, *words)
    return content[ignore.scope.start : ignore.scope.end]


def test_beside_text_a_comment_holds_for_its_line() -> None:
    content = "First.\r\nSecond. <!-- qa:ignore doubled-word -->\r\nThird."
    assert scope_of(content) == "Second. <!-- qa:ignore doubled-word -->"


def test_on_its_own_line_a_comment_holds_up_to_the_end_of_the_next_segment() -> None:
    content = "First.\n\n<!-- qa:ignore x -->\n\nSecond.\n\nThird."
    assert scope_of(content, "First.", "Second.", "Third.") == "<!-- qa:ignore x -->\n\nSecond."


def test_tags_and_other_comments_on_a_line_are_no_text() -> None:
    content = "<div class=a><!-- qa:ignore x --><!-- note -->\nWords.</div>"
    assert scope_of(content, "Words.") == "<!-- qa:ignore x --><!-- note -->\nWords."


def test_with_nothing_after_it_a_comment_holds_for_nothing_but_itself() -> None:
    assert scope_of("Words.\n<!-- qa:ignore x -->\n", "Words.") == "<!-- qa:ignore x -->"


def test_a_block_reaches_from_its_start_to_the_end_of_its_end() -> None:
    content = "a <!-- qa:ignore-start x --> b <!-- qa:ignore-end --> c"
    assert scope_of(content) == "<!-- qa:ignore-start x --> b <!-- qa:ignore-end -->"


def test_a_block_without_an_end_reaches_to_the_end_of_the_file() -> None:
    assert scope_of("a\n<!-- qa:ignore-start -->\nb\nc") == "<!-- qa:ignore-start -->\nb\nc"


def test_an_end_closes_the_start_nearest_to_it() -> None:
    content = "<!--qa:ignore-start a--><!--qa:ignore-start b--><!--qa:ignore-end--> x"
    outer, inner = ignores_of(content)
    assert (outer.checks, outer.scope.end) == (("a",), len(content))
    assert (inner.checks, inner.scope.end) == (("b",), len(content) - 2)


def test_an_end_without_a_start_is_nothing() -> None:
    assert ignores_of("a <!-- qa:ignore-end --> b") == ()


def test_ids_stand_between_spaces_or_commas_or_lines() -> None:
    (ignore,) = ignores_of("<!-- qa:ignore one, two three,four\n five -->")
    assert ignore.checks == ("one", "two", "three", "four", "five")


def test_without_ids_all_checks_are_meant() -> None:
    (ignore,) = ignores_of("<!--qa:ignore-->")
    assert ignore.checks == ()


def test_a_colon_after_the_name_does_no_harm() -> None:
    (ignore,) = ignores_of("<!-- qa:ignore: one -->")
    assert ignore.checks == ("one",)


def test_other_comments_ask_for_nothing() -> None:
    content = "<!-- see qa:ignore --> <!-- qa:ignored x --> <!-- qa:ignore-never --> <!---->"
    assert ignores_of(content) == ()


def test_the_place_of_the_comment_is_kept() -> None:
    content = "Words. <!-- qa:ignore x -->"
    (ignore,) = ignores_of(content)
    assert content[ignore.comment.start : ignore.comment.end] == "<!-- qa:ignore x -->"


def test_ignores_come_in_the_order_of_the_file() -> None:
    content = "a <!-- qa:ignore x -->\n<!-- qa:ignore-start y -->\nb <!-- qa:ignore z -->"
    assert [ignore.checks for ignore in ignores_of(content)] == [("x",), ("y",), ("z",)]
