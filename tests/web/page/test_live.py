from collections.abc import Callable
from itertools import cycle, islice
from typing import TYPE_CHECKING

import pytest
from browser import violations
from conftest import ROOT
from live import Live
from msgspec import json

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ARTICLE = (ROOT / "corpora/samples/article.txt").read_text(encoding="utf-8")
TEXT = "The minister announced a return service for the workers, and they met under four eyes."
LONGEST = 200_000  # microseconds
TRACED = ["devtools.timeline", "disabled-by-default-devtools.timeline"]


def longest_task(trace: bytes) -> float:
    """Return the longest task of a page in microseconds of its own processor time.

    Those of the clock would also count what else the machine did meanwhile.
    """
    events = json.decode(trace)["traceEvents"]
    page = {(one["pid"], one["tid"]) for one in events if one["name"] == "FunctionCall"}
    tasks = (one for one in events if one["name"] == "RunTask")
    return max(float(one["tdur"]) for one in tasks if (one["pid"], one["tid"]) in page)


def long_article(words: int) -> str:
    """Return the sample article with clean paragraphs in between, each a little different."""
    subjects = cycle(["harbour", "ministry", "council", "bank", "school", "river", "union"])
    clean = (
        f"Engineers say the {subject} needs {number} new cables before winter. Work on number"
        f" {number} began in spring, although rain has slowed the {number} workers of it."
        for number, subject in enumerate(subjects, 20)
    )
    faulty = ARTICLE.split("\n\n")
    paragraphs = [
        f"{paragraph}\n\n{' '.join(islice(clean, 3))}"
        for paragraph in islice(cycle(faulty), words // 105)
    ]
    return "\n\n".join(paragraphs)


def test_an_article_of_20000_words_stays_responsive(live: Live, browser: "Browser") -> None:
    text = long_article(20_000)
    assert len(text.split()) > 20_000
    browser.start_tracing(page=live.page, categories=TRACED)
    live.write(text)
    live.until("document.querySelectorAll('.card').length > 100")
    live.page.evaluate(
        """() => {
          const text = document.getElementById("text").firstChild;
          getSelection().collapse(text, text.data.indexOf("\\n", 60_000));
        }"""
    )
    live.page.keyboard.type(" They met under four eyes.", delay=30)
    live.press("Enter")
    live.page.wait_for_timeout(2500)
    live.press("Alt+ArrowUp", "Alt+1")
    assert live.said == "Written: in private."
    live.page.wait_for_timeout(2500)
    assert longest_task(browser.stop_tracing()) < LONGEST


@pytest.mark.parametrize(("scheme", "width"), [("light", 1300), ("dark", 1300), ("dark", 390)])
def test_axe_finds_nothing_to_mend(opened: Callable[..., Live], scheme: str, width: int) -> None:
    live = opened(color_scheme=scheme, viewport={"width": width, "height": 800})
    live.write(TEXT, 2)
    live.press("Control+Home", "Alt+ArrowDown")
    assert violations(live.page) == []
    live.press("Alt+x")
    assert violations(live.page) == []


def test_axe_finds_nothing_to_mend_where_there_is_no_text(live: Live) -> None:
    assert violations(live.page) == []
    live.page.get_by_role("button", name="Source text").click()
    live.press("Alt+g")
    assert violations(live.page) == []


def test_the_way_through_the_page_needs_no_mouse(live: Live) -> None:
    live.write(TEXT, 2)
    live.press("Control+Home", "Alt+ArrowDown", "Alt+1", "Alt+ArrowDown", "Alt+1")
    live.settled(0)
    assert live.text == (
        "The minister announced a concession in return for the workers, and they met in private."
    )
    live.press("Shift+Tab", "?")
    assert live.page.locator("#keys").is_visible()
    live.press("Escape")
    live.press("Shift+Tab", "Enter")
    assert live.page.locator("#downloads").is_visible()
    live.press("Tab")
    with live.page.expect_download() as waiting:
        live.press("Enter")
    assert waiting.value.suggested_filename == "article.txt"


def test_a_question_mark_that_is_written_opens_nothing(live: Live) -> None:
    live.page.focus("#text")
    live.page.keyboard.type("Who says so?")
    assert live.text == "Who says so?"
    assert not live.page.locator("dialog[open]").count()


def test_a_server_that_is_gone_loses_nothing_and_is_asked_again(live: Live) -> None:
    live.write(TEXT, 2)
    live.page.route("**/api/**", lambda route: route.abort())
    live.press("Control+End")
    live.page.keyboard.type(" They said so under four eyes again.")
    notice = live.page.locator("#trouble")
    notice.wait_for()
    assert "does not answer" in notice.inner_text()
    assert live.words == ["return service", "under four eyes"]
    live.page.unroute("**/api/**")
    live.page.get_by_role("button", name="Try again").click()
    live.settled(3)
    assert notice.is_hidden()
    live.errors.clear()


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (503, "Too many texts are being checked."),
        (413, "The text is larger than 5 MB."),
        (401, "A token is needed."),
    ],
)
def test_a_refusal_is_shown_with_what_to_do(live: Live, status: int, told: str) -> None:
    error = f'{{"error": "{told[0].lower()}{told[1:-1]}", "hint": "wait"}}'
    live.page.route("**/api/check", lambda route: route.fulfill(status=status, body=error))
    live.page.focus("#text")
    live.page.keyboard.type(TEXT)
    notice = live.page.locator("#trouble")
    notice.wait_for()
    assert told in notice.inner_text()
    assert "Wait." in notice.inner_text()
    assert live.page.get_by_role("link", name="Sign in").is_visible() is (status == 401)
    live.page.unroute("**/api/check")
    live.page.get_by_role("button", name="Try again").click()
    live.settled(2)
    assert notice.is_hidden()
    live.errors.clear()


def test_a_browser_that_cannot_paint_says_so_and_still_selects(
    opened: Callable[..., Live],
) -> None:
    live = opened(before="delete window.Highlight")
    assert live.page.locator("#unpainted").is_visible()
    live.write(TEXT, 2)
    live.press("Control+Home", "Alt+ArrowDown")
    assert live.selected == "return service"
    assert live.errors == []


def test_a_text_does_not_leave_the_server(live: Live) -> None:
    asked: list[str] = []
    live.page.on("request", lambda request: asked.append(request.url))
    live.write(TEXT, 2)
    live.page.reload()
    live.settled(2)
    assert {url.split("/")[2] for url in asked} == {live.address.split("/")[2]}
