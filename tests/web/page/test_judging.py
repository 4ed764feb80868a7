from collections.abc import Callable
from uuid import uuid4

import pytest
from live import Live

_LETTERS = str.maketrans("0123456789", "ghijklmnop")


def unheard_of() -> str:
    """Return a word that no other test uses."""
    return uuid4().hex[:8].translate(_LETTERS).capitalize()


@pytest.fixture
def text() -> str:
    """Return a text that no other test has dismissed anything in."""
    word = unheard_of()
    return (
        f"The minister announced a return service of {word}, and the workers of the two companies"
        f" met their lawyers under four eyes in {word}."
    )


def dismiss(live: Live, reason: str, name: str = "") -> None:
    dialog = live.page.locator("#dismissing")
    dialog.get_by_label(reason).check()
    if name:
        dialog.get_by_label("Your name").fill(name)
    dialog.get_by_role("button", name="Dismiss").click()


def test_a_finding_is_dismissed_with_a_reason_and_counts_again(live: Live, text: str) -> None:
    live.write(text, 2)
    live.card("under four eyes").get_by_role("button", name="Not a problem here").click()
    dismiss(live, "Somebody said it so", "Ada")
    live.settled(1)
    assert live.words == ["return service"]
    toast = live.page.locator("#toast")
    assert "under four eyes" in toast.inner_text()
    toast.get_by_role("button", name="Undo").click()
    live.settled(2)
    assert live.words == ["return service", "under four eyes"]


def test_keys_alone_dismiss_and_undo(live: Live, text: str) -> None:
    live.write(text, 2)
    live.press("Control+Home", "Alt+ArrowDown", "Alt+x")
    assert live.page.evaluate("document.activeElement.value") == "false alarm"
    live.press("ArrowDown", "Enter")
    live.settled(1)
    assert live.words == ["under four eyes"]
    assert live.page.evaluate("document.activeElement.id") == "text"
    live.press("Alt+z")
    live.settled(2)


def test_what_was_dismissed_before_can_be_found_and_taken_back(live: Live, text: str) -> None:
    live.write(text, 2)
    live.card("under four eyes").get_by_role("button", name="Not a problem here").click()
    dismiss(live, "It is meant so")
    live.settled(1)
    live.page.reload()
    live.settled(1)
    live.page.get_by_label("Show 1 not counted").check()
    card = live.card("under four eyes")
    assert "intended" in str(card.text_content())
    card.get_by_role("button", name="It is a problem").click()
    live.settled(2)


def test_cancelling_changes_nothing(live: Live, text: str) -> None:
    live.write(text, 2)
    live.card("under four eyes").get_by_role("button", name="Not a problem here").click()
    live.press("Escape")
    assert not live.page.locator("dialog[open]").count()
    live.press("Control+Home", "Alt+ArrowDown", "Alt+x", "Tab")
    live.page.keyboard.type("a remark")
    live.press("Escape")
    assert live.selected == "return service"
    live.page.wait_for_timeout(500)
    live.settled(2)


def test_a_name_is_asked_for_once(live: Live, text: str) -> None:
    live.write(text, 2)
    live.press("Control+Home", "Alt+ArrowDown", "Alt+x")
    dismiss(live, "It is meant so", "Grace")
    live.settled(1)
    live.page.reload()
    live.settled(1)
    live.press("Alt+ArrowDown", "Alt+x")
    assert live.page.locator("#dismissing input[name=user]").input_value() == "Grace"


def test_a_proposed_phrase_is_found_from_then_on(live: Live) -> None:
    phrase = f"harbour {unheard_of()}"
    live.write(f"The ministers of both countries opened the {phrase} on Tuesday.", 0)
    live.page.focus("#text")
    live.press("Control+Home", *["Control+ArrowRight"] * 7)
    live.press("Control+Shift+ArrowRight", "Control+Shift+ArrowRight")
    assert live.selected.strip(" .") == phrase
    live.press("Alt+g")
    live.page.keyboard.type("port")
    live.press("Tab")
    live.page.keyboard.type("The house says so")
    live.press("Enter")
    live.settled(1)
    assert live.words == [phrase]
    card = live.card(phrase)
    assert "The house says so" in str(card.text_content())
    card.get_by_role("button", name="port").click()
    live.settled(0)
    assert live.text == "The ministers of both countries opened the port on Tuesday."


def test_what_the_server_refuses_stays_in_the_dialog(live: Live) -> None:
    phrase = unheard_of()
    for _ in range(2):
        live.page.get_by_role("button", name="Add to glossary").click()
        dialog = live.page.locator("#adding")
        dialog.get_by_label("Phrase").fill(phrase)
        dialog.get_by_label("Write instead").fill("something else")
        dialog.get_by_label("Why").fill("It is better.")
        dialog.get_by_role("button", name="Propose").click()
        live.page.wait_for_timeout(300)
    assert phrase in dialog.get_by_role("alert").inner_text()
    assert dialog.get_by_label("Phrase").input_value() == phrase
    live.errors.clear()


def test_another_tab_hears_of_a_dismissal(opened: Callable[..., Live], text: str) -> None:
    first = opened()
    second = Live(first.page.context.new_page(), first.page.url)
    for tab in (first, second):
        tab.write(text, 2)
    first.page.bring_to_front()
    first.card("under four eyes").get_by_role("button", name="Not a problem here").click()
    dismiss(first, "It is meant so")
    second.settled(1)
    assert second.words == ["return service"]
    second.page.reload()
    assert second.text == text
