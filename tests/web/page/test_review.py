from collections.abc import Callable

import pytest
from live import Live

TEXT = "The minister 😀 announced a return service for the the workers under four eyes."
WORDS = ["return service", "the the", "under four eyes"]


def test_marks_sit_on_the_words_of_their_findings(live: Live) -> None:
    live.write(TEXT, 3)
    assert live.words == WORDS
    assert [kind for _, _, kind in live.marks()] == [
        "qa-accuracy-warning",
        "qa-style-warning",
        "qa-style-warning",
    ]


def test_typing_is_marked_within_a_second_and_old_marks_move_along(live: Live) -> None:
    live.write(TEXT, 3)
    live.press("Control+Home")
    live.page.keyboard.type("They met under four eyes, and nobody knew. ")
    assert live.words[-3:] == WORDS
    live.summary_is("4", seconds=1)
    assert live.words == ["under four eyes", *WORDS]


def test_keys_go_from_finding_to_finding_and_round(live: Live) -> None:
    live.write(TEXT, 3)
    live.press("Control+Home")
    seen = []
    for _ in range(4):
        live.press("Alt+ArrowDown")
        seen.append(live.selected)
    assert seen == [*WORDS, WORDS[0]]
    assert "warning 1 of 3, “return service”" in live.said
    assert "1: concession in return" in live.said
    live.press("Alt+ArrowUp")
    assert live.selected == WORDS[-1]


def test_a_key_writes_a_suggestion_and_undo_takes_it_back(live: Live) -> None:
    live.write(TEXT, 3)
    live.press("Control+Home", "Alt+ArrowDown", "Alt+2")
    live.settled(2)
    changed = TEXT.replace("return service", "quid pro quo")
    assert live.text == changed
    assert live.words == WORDS[1:]
    live.press("Control+z")
    live.settled(3)
    assert live.text == TEXT
    assert live.words == WORDS
    live.press("Control+Shift+z")
    live.settled(2)
    assert live.text == changed


def test_a_click_writes_a_suggestion(live: Live) -> None:
    live.write(TEXT, 3)
    live.card("under four eyes").get_by_role("button", name="in private").click()
    live.settled(2)
    assert live.text == TEXT.replace("under four eyes", "in private")


def test_a_card_selects_its_words_and_the_cursor_its_card(live: Live) -> None:
    live.write(TEXT, 3)
    live.card("the the").locator(".message").click()
    assert live.selected == "the the"
    live.press("ArrowLeft", *["ArrowLeft"] * 2)
    live.until("!document.querySelector('[aria-current]')")
    live.press(*["ArrowLeft"] * 6)
    current = live.page.locator(".card[aria-current=true] .words")
    current.wait_for()
    assert current.inner_text() == "return service"


def test_a_key_goes_to_the_card_and_back(live: Live) -> None:
    live.write(TEXT, 3)
    live.press("Control+Home", "Alt+ArrowDown", "Alt+p")
    assert live.page.evaluate("document.activeElement.dataset.check") == "suspect-phrase"
    live.press("Tab", "Tab", "Alt+p")
    assert live.page.evaluate("document.activeElement.id") == "text"
    assert live.selected == "return service"


def test_a_sentence_of_the_strip_is_selected(live: Live) -> None:
    text = f"{TEXT} " + "The government rejected the plans of the opposition on Monday. " * 10
    live.write(text)
    live.page.wait_for_selector(".strip a")
    live.page.locator(".strip a").first.click()
    assert live.selected == TEXT


def test_on_a_small_screen_the_card_of_the_words_is_at_hand(opened: Callable[..., Live]) -> None:
    live = opened(viewport={"width": 390, "height": 700}, has_touch=True)
    live.write("It rained. " * 150 + TEXT)
    live.press("Control+End", "Alt+ArrowUp")
    assert live.selected == "under four eyes"
    card = live.card("under four eyes")
    words = live.page.evaluate("getSelection().getRangeAt(0).getBoundingClientRect().bottom")
    place = card.bounding_box()
    assert place
    assert 0 < words <= place["y"] < place["y"] + place["height"] <= 700
    card.get_by_role("button", name="in private").tap()
    live.until("document.getElementById('text').textContent.endsWith('in private.')")
    assert live.errors == []


def test_the_text_is_shaded_by_its_sentences_on_demand(live: Live) -> None:
    live.write(f"{TEXT} " + "The government rejected the plans of the opposition on Monday. " * 10)
    box = live.page.get_by_label("Shade the text by it")
    box.check()
    shaded = "[...CSS.highlights].some(([name, one]) => name.startsWith('qa-leans') && one.size)"
    live.until(shaded)
    box.uncheck()
    live.until(f"!{shaded}")


def test_a_phrase_that_moves_the_verdict_is_shown_where_it_stands(live: Live) -> None:
    live.write(f"{TEXT} " + "The government rejected the plans of the opposition on Monday. " * 10)
    row = live.page.locator(".bars li[data-spans]").first
    row.hover()
    live.until("CSS.highlights.get('qa-phrase').size")
    phrases = "[...CSS.highlights.get('qa-phrase')].map(String)"
    assert row.locator(".phrase").inner_text() in live.page.evaluate(phrases)


def test_a_filter_hides_cards_and_marks_and_outlives_typing(live: Live) -> None:
    live.write(f"{TEXT} They spoke at eye level.")
    live.until("CSS.highlights.has('qa-style-warning')")
    live.page.locator("summary", has_text="More filters").click()
    live.page.locator("input[data-filter=check][value=repeated-word]").uncheck()
    assert "the the" not in live.words
    live.press("Alt+ArrowDown")
    live.page.keyboard.press("ArrowRight")
    live.page.keyboard.type(" again")
    live.page.wait_for_timeout(800)
    assert "the the" not in live.words
    assert live.page.locator("input[data-filter=check][value=repeated-word]").is_visible()


def test_words_that_changed_meanwhile_are_not_overwritten(live: Live) -> None:
    live.write(TEXT, 3)
    live.page.route("**/api/check", lambda _: None)
    live.press("Control+a")
    live.page.keyboard.type("Something else.")
    live.card("the the").get_by_role("button", name="the", exact=True).click()
    assert live.text == "Something else."
    assert live.said == "These words have changed."


@pytest.mark.parametrize("key", ["Alt+1", "Alt+x"])
def test_keys_of_findings_do_nothing_where_there_is_none(live: Live, key: str) -> None:
    live.write("All is well here, and nobody complains.", 0)
    live.press("Control+End", key)
    assert live.text == "All is well here, and nobody complains."
    assert not live.page.locator("dialog[open]").count()
