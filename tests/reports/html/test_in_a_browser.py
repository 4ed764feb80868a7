"""The report in Chromium: what an editor sees, reaches by keyboard, filters, dismisses, prints."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from browser import violations
from conftest import ROOT

from qa.batch import Execution, check_paths
from qa.config import Options
from qa.reports import renderer

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SAMPLE = ROOT / "corpora/samples/article.txt"
ARABIC = """الميناء الجديد

قال المتحدث إن الميناء سوف يفتح في الخريف , وإن العمل العمل مستمر.
"""
JAPANESE = "新しい港\n\n政府の報道官は火曜日、港は秋に開港すると述べた。\n"
LONGEST = 200  # ms of a task after which people feel it
_WATCH = """window.tasks = [];
new PerformanceObserver((list) => tasks.push(...list.getEntries().map((one) => one.duration)))
  .observe({ type: "longtask", buffered: true });"""

Opener = Callable[..., "Page"]


def report(*paths: Path, out: Path, **options: Any) -> Path:
    """Write the report of some files, checked as translations of German."""
    told = Options(origin="de", **options)
    found = check_paths([str(path) for path in paths], told, Execution(articles=True))
    with out.open("w", encoding="utf-8") as file:
        renderer("html")(found, file)
    return out


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return report(SAMPLE, out=tmp_path_factory.mktemp("sample") / "article.html", language="en")


@pytest.fixture
def opened(browser: "Browser") -> Iterator[Opener]:
    """Return a function that opens a file in a window of its own; what goes wrong there fails."""
    contexts, wrong = [], []

    def start(path: Path, fragment: str = "", **options: Any) -> "Page":
        context = browser.new_context(**{"viewport": {"width": 1400, "height": 900}, **options})
        contexts.append(context)
        page = context.new_page()
        page.add_init_script(_WATCH)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        page.on(
            "request",
            lambda one: None if one.url.startswith(("file:", "blob:")) else wrong.append(one.url),
        )
        page.goto(f"{path.as_uri()}{fragment}")
        return page

    yield start
    for context in contexts:
        context.close()
    assert wrong == []


def busy(page: "Page", action: Callable[[], object]) -> float:
    """Return for how long, in ms, an action keeps the page busy at a stretch.

    It is done several times and the best counts: other programs take their time, too.
    """

    def once() -> float:
        page.evaluate("tasks.length = 0")
        action()
        page.wait_for_timeout(150)
        return float(page.evaluate("Math.max(0, ...tasks)"))

    return min(once() for _ in range(4))


def words(page: "Page", number: int) -> str:
    """Return the words that a finding marks, put together from their pieces."""
    found = page.evaluate(
        """(number) => [...document.querySelectorAll(".text mark")]
          .filter((one) => one.dataset.findings.split(" ").includes(String(number)))
          .map((one) => one.textContent).join("")""",
        number,
    )
    return str(found)


def test_every_mark_covers_the_words_of_its_card(opened: Opener, sample: Path) -> None:
    page = opened(sample)
    cards = page.locator(".beside .card").all()
    assert len(cards) == 20
    for number, card in enumerate(cards, start=1):
        assert words(page, number) == card.locator(".words").text_content()


def test_a_click_opens_the_card_beside_the_words(opened: Opener, sample: Path) -> None:
    page = opened(sample)
    link = page.locator(".text").get_by_role("link", name="return service")
    link.click()
    card = page.get_by_role("dialog", name="Finding")
    assert "reads like German 'Gegenleistung'" in (card.text_content() or "")
    box, at = card.bounding_box(), link.bounding_box()
    assert box is not None
    assert at is not None
    assert abs(box["y"] - at["y"]) < 400
    assert page.locator(".beside .card.current .words").text_content() == "return service"
    page.keyboard.press("Escape")
    page.wait_for_timeout(500)
    assert card.is_hidden()
    assert page.evaluate("document.activeElement.textContent") == "return service"


def test_the_card_comes_and_goes_with_a_resting_pointer(opened: Opener, sample: Path) -> None:
    page = opened(sample)
    page.locator(".text").get_by_role("link", name="return service").hover()
    card = page.get_by_role("dialog", name="Finding")
    card.wait_for(state="visible")
    page.mouse.move(5, 5)
    card.wait_for(state="hidden")


def test_the_keyboard_is_enough(opened: Opener, sample: Path) -> None:
    page = opened(sample)
    for key in "jnjp":
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement.textContent") == "Consideration for"
    page.keyboard.press("k")
    page.keyboard.press("k")
    assert page.locator(".beside .card.current").get_attribute("data-number") == "20"
    page.keyboard.press("j")
    page.keyboard.press("x")
    assert page.locator(".beside .card.dismissed").count() == 1
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.classList.contains('card')")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.suggestion") == "In return for"


def test_filters_hide_cards_and_marks(opened: Opener, sample: Path) -> None:
    page = opened(sample)
    page.get_by_text("6 notes").click()
    assert page.locator(".beside .card:visible").count() == 14
    assert page.locator("#mark-2").get_attribute("class") == "off"
    page.get_by_text("More filters").click()
    page.get_by_role("checkbox", name="terminology").uncheck()
    shown = page.locator(".beside .card:visible")
    assert "terminology" not in shown.evaluate_all("all => all.map(one => one.dataset.category)")
    lit = page.locator(".text mark:not(.off)")
    assert set(lit.evaluate_all("all => all.map(one => one.dataset.severity)")) == {"warning"}
    assert "terminology" not in lit.evaluate_all("all => all.map(one => one.dataset.category)")


def test_a_replacement_is_copied(opened: Opener, sample: Path) -> None:
    page = opened(sample)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(".beside [data-suggestion='one-on-one']").click()
    page.wait_for_selector(".copied")
    assert page.evaluate("navigator.clipboard.readText()") == "one-on-one"


def test_what_is_no_problem_is_remembered_and_known_to_the_next_check(
    opened: Opener, sample: Path, tmp_path: Path
) -> None:
    page = opened(sample)
    page.locator(".beside .card .dismiss").nth(2).click()
    page.reload()
    assert page.locator(".beside .card.dismissed .words").text_content() == "the Ukraine"
    with page.expect_download() as started:
        page.get_by_role("button", name="Download qa-baseline.json").click()
    saved = tmp_path / started.value.suggested_filename
    started.value.save_as(saved)
    known = json.loads(saved.read_text(encoding="utf-8"))
    # The name in the report is that in the folder where qa ran.
    known["findings"][0]["path"] = os.path.relpath(SAMPLE, tmp_path)
    saved.write_text(json.dumps(known), encoding="utf-8")
    told = Options(origin="de", language="en", baseline=str(saved))
    found = check_paths([str(SAMPLE)], told).documents[0].findings
    assert [one.text for one in found if one.suppressed == "baseline"] == ["the Ukraine"]
    page.locator(".beside .card.dismissed .dismiss").click()
    assert page.locator(".dismissals").is_hidden()


def test_the_strip_leads_to_its_sentence(opened: Opener, sample: Path) -> None:
    page = opened(sample)
    page.locator(".strip a").nth(6).click()
    target = page.locator(".sentence:target")
    assert (target.text_content() or "").startswith("According to government circles")


def test_phrases_of_the_verdict_are_shown_where_they_stand(opened: Opener, sample: Path) -> None:
    page = opened(sample)
    page.get_by_text("3,5 billion euros,", exact=True).hover()
    lit = page.evaluate("[...CSS.highlights.get('phrase')].map(String)")
    assert lit == ["3,5 billion euros,"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 390])
def test_axe_finds_nothing(opened: Opener, sample: Path, scheme: str, width: int) -> None:
    viewport = {"width": width, "height": 850}
    page = opened(sample, color_scheme=scheme, viewport=viewport)
    assert violations(page) == []
    page.keyboard.press("j")
    page.get_by_text("Shade the text").click()
    page.get_by_text("More filters").click()
    assert violations(page) == []
    page.locator(".beside .check").first.click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_theme_follows_the_system_until_it_is_chosen(opened: Opener, sample: Path) -> None:
    page = opened(sample, color_scheme="dark")
    colour = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(colour)
    page.get_by_role("button", name="Dark or light").click()
    light = page.evaluate(colour)
    page.reload()
    assert page.evaluate(colour) == light != dark


def test_without_a_script_all_can_be_read(opened: Opener, sample: Path) -> None:
    page = opened(sample, java_script_enabled=False)
    page.locator(".text").get_by_role("link", name="return service").click()
    assert page.url.endswith("#finding-8")
    assert page.locator(".card .why").first.is_visible()
    page.locator(".beside .check").first.click()
    assert page.locator(".manual:popover-open").count() == 1


def test_print_numbers_the_marks_and_leaves_the_controls_out(opened: Opener, sample: Path) -> None:
    page = opened(sample, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator(".filters, .tools, .dismiss").locator("visible=true").count() == 0
    number = "getComputedStyle(document.getElementById('mark-8'), '::after').content"
    assert page.evaluate(number) == '"8"'
    note = "getComputedStyle(document.getElementById('finding-8'), '::before').content"
    assert page.evaluate(note) == '"8"'
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(29, 33, 41)"
    assert page.pdf().startswith(b"%PDF")


def test_right_to_left_and_cjk_text(opened: Opener, tmp_path: Path) -> None:
    for name, text in (("ar.txt", ARABIC), ("ja.txt", JAPANESE)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    arabic = opened(report(tmp_path / "ar.txt", out=tmp_path / "ar.html", language="ar"))
    style = "getComputedStyle(document.querySelector('.passage')).direction"
    assert arabic.evaluate(style) == "rtl"
    assert arabic.evaluate("getComputedStyle(document.querySelector('.panel')).direction") == "ltr"
    assert violations(arabic) == []
    japanese = opened(report(tmp_path / "ja.txt", out=tmp_path / "ja.html", language="ja"))
    assert japanese.locator(".passage[lang=ja]").count() == 2
    assert violations(japanese) == []


def test_a_source_stands_beside_and_above_where_there_is_no_room(
    opened: Opener, tmp_path: Path
) -> None:
    samples = ROOT / "corpora/samples"
    path = report(
        samples / "strike.en.txt",
        out=tmp_path / "pair.html",
        language="en",
        source=str(samples / "strike.de.txt"),
    )
    for width, beside in ((1400, True), (390, False)):
        page = opened(path, viewport={"width": width, "height": 800})
        pair = page.locator(".pair").nth(1)
        left, right = (pair.locator(one).bounding_box() for one in (".source", ".passage"))
        assert left is not None
        assert right is not None
        assert (left["x"] < right["x"]) == beside
        assert (left["y"] < right["y"]) == (not beside)
        assert violations(page) == []


def test_the_index_sorts_filters_and_opens_articles(opened: Opener, tmp_path: Path) -> None:
    for number in range(12):
        text = "They saw the the mayor.\n\n" * number + "Nothing else.\n"
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    paths = [tmp_path / f"{number}.txt" for number in range(12)]
    page = opened(report(*paths, out=tmp_path / "all.html", language="en"))
    assert violations(page) == []
    first = page.locator("tbody tr").first
    assert "11.txt" in (first.text_content() or "")
    page.get_by_role("button", name="order").click()
    assert "11.txt" in (page.locator("tbody tr").last.text_content() or "")
    page.get_by_role("searchbox").fill("7.txt")
    assert page.locator("tbody tr:visible").count() == 1
    page.get_by_role("link", name="7.txt").click()
    assert page.locator(".document:visible").get_attribute("id") == "document-8"
    assert page.locator(".index").is_hidden()
    page.keyboard.press("j")
    assert page.locator("#document-8 .card.current").count() == 1
    assert violations(page) == []
    page.get_by_role("link", name="All articles").click()
    assert page.locator(".index").is_visible()


def test_suppressed_findings_are_shown_when_asked_for(opened: Opener, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("They sang the the song. <!-- qa:ignore repeated-word -->\n", encoding="utf-8")
    page = opened(report(path, out=tmp_path / "a.html", language="en"))
    assert page.locator(".beside .card").is_hidden()
    assert page.locator(".text a[href]").count() == 0
    assert violations(page) == []
    page.get_by_text("Show 1 not counted").click()
    assert "ignored by comment" in (page.locator(".beside .card").text_content() or "")
    assert page.locator(".text mark.suppressed:not(.off) a[href]").count() == 1
    assert violations(page) == []


def test_twenty_thousand_words_stay_quick(opened: Opener, tmp_path: Path) -> None:
    calm = "The harbour office opened a second desk on Monday, and the clerks were pleased. " * 8
    worse = "They met under four eyes and spoke of the the Ukraine and its return service.\n\n"
    path = tmp_path / "long.txt"
    path.write_text((f"{calm}\n\n" + worse) * 170, encoding="utf-8")
    made = report(path, out=tmp_path / "long.html", language="en")
    page = opened(made)
    assert page.locator(".beside .card").count() >= 500
    assert len((page.locator(".text").text_content() or "").split()) >= 20_000
    page.wait_for_timeout(500)
    chip = page.locator(".chips label").first
    for action in (
        lambda: page.keyboard.press("j"),
        lambda: page.keyboard.press("k"),
        lambda: page.mouse.wheel(0, 9000),
        chip.click,
        lambda: page.keyboard.press("x"),
        page.get_by_text("Shade the text").click,
    ):
        assert busy(page, action) <= LONGEST
