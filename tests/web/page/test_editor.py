from collections.abc import Callable

import pytest
from live import Live

HOSTILE = '<script>document.title = "gone"</script> <img src=x onerror=alert(1)> &amp; the the end'


def test_a_text_is_text_whatever_it_looks_like(live: Live) -> None:
    live.write(HOSTILE)
    assert live.text == HOSTILE
    assert live.page.locator("#text *").count() == 0
    assert live.page.title() == "qa"
    live.until("[...CSS.highlights.values()].some((one) => one.size)")
    assert "the the" in live.words


def test_pasting_takes_the_words_without_their_form(opened: Callable[..., Live]) -> None:
    live = opened(permissions=["clipboard-read", "clipboard-write"])
    live.page.evaluate(
        """plain => {
          const rich = plain.replace("the the", "<b>the</b> <i>the</i>");
          const forms = { "text/html": rich, "text/plain": plain };
          return navigator.clipboard.write([new ClipboardItem(forms)]);
        }""",
        "the the end of the day on which they came",
    )
    live.page.focus("#text")
    live.press("Control+v")
    live.settled(1)
    assert live.words == ["the the"]
    assert live.page.locator("#text *").count() == 0


def test_lines_that_are_typed_are_lines_of_the_text(live: Live) -> None:
    live.page.focus("#text")
    live.page.keyboard.type("One.")
    live.press("Enter", "Enter")
    live.page.keyboard.type("The two of them met under four eyes.")
    live.settled(1)
    assert live.text == "One.\n\nThe two of them met under four eyes."
    assert live.words == ["under four eyes"]
    assert live.page.locator(".card .line").inner_text() == "line 3"


def test_everything_can_be_deleted_and_brought_back(live: Live) -> None:
    live.write("The two of them met under four eyes.", 1)
    live.press("Control+a", "Delete")
    live.until("!document.querySelector('.card')")
    assert live.page.locator("#text.blank").count() == 1
    assert live.page.locator("#summary").inner_text() == ""
    live.press("Control+z")
    live.settled(1)
    assert live.words == ["under four eyes"]


def test_a_reload_loses_nothing(live: Live) -> None:
    live.write("The two of them met under four eyes.", 1)
    live.page.locator("#language").select_option("en")
    live.page.reload()
    live.settled(1)
    assert live.text == "The two of them met under four eyes."
    live.until("document.getElementById('language').value === 'en'")


def test_composing_is_left_alone(live: Live) -> None:
    client = live.page.context.new_cdp_session(live.page)
    live.page.focus("#text")
    for so_far in ("に", "にほ", "にほん"):
        told = {"text": so_far, "selectionStart": len(so_far), "selectionEnd": len(so_far)}
        client.send("Input.imeSetComposition", told)
        live.page.wait_for_timeout(400)
    assert live.text == "にほん"
    client.send("Input.insertText", {"text": "日本"})
    assert live.text == "日本"


@pytest.mark.parametrize("text", ["x" * 120_000, "word " * 12_000], ids=["word", "line"])
def test_a_huge_line_is_taken(live: Live, text: str) -> None:
    live.write(text)
    live.press("Control+End")
    live.page.keyboard.type("!")
    assert live.text == f"{text}!"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("أعلن الوزير القرار .\n\nThe the end.", [" .", "The the"]),
        ("「これは」と彼は言った。", ["と彼は"]),
    ],
    ids=["arabic", "japanese"],
)
def test_any_script_is_marked_where_it_stands(live: Live, text: str, words: list[str]) -> None:
    live.write(text)
    live.until("[...CSS.highlights.values()].some((one) => one.size)")
    assert set(live.words) & set(words)
