"""The live page as a person uses it: by keys, clicks and what can be seen."""

import time
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

_PATIENCE = 10.0  # seconds

# The words under each kind of mark, and where they start in UTF-16 units.
_MARKS = """() => {
  const found = [];
  for (const [name, highlight] of CSS.highlights) {
    if (!/-(error|warning|note)$/.test(name)) continue;
    for (const range of highlight) {
      const before = new Range();
      before.setStart(document.getElementById("text"), 0);
      before.setEnd(range.startContainer, range.startOffset);
      if (!range.collapsed) found.push([String(before).length, String(range), name]);
    }
  }
  return found.sort((one, other) => one[0] - other[0]);
}"""
_PASTED = """text => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  const target = document.getElementById("text");
  target.focus();
  document.execCommand("selectAll");
  const escaped = text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  document.execCommand("insertHTML", false, escaped);
}"""
_DROPPED = """([selector, name, type, base64]) => {
  const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
  const data = new DataTransfer();
  data.items.add(new File([bytes], name, { type }));
  const told = { dataTransfer: data, bubbles: true, cancelable: true };
  const target = document.querySelector(selector);
  target.dispatchEvent(new DragEvent("dragover", told));
  target.dispatchEvent(new DragEvent("drop", told));
}"""


class Live:
    """One tab with the page."""

    def __init__(self, page: "Page", address: str) -> None:
        self.page = page
        self.address = address
        self.errors: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", self._heard)
        page.set_default_timeout(10_000)
        page.goto(address)
        self.until("document.querySelectorAll('#language option').length > 5")

    def _heard(self, message: Any) -> None:
        about = message.location.get("url", "")
        # Browsers look for one beside what is no page, such as an image that is opened alone.
        if message.type in {"error", "warning"} and not about.endswith("/favicon.ico"):
            self.errors.append(f"{message.text} ({about})")

    def write(self, text: str, findings: int | None = None) -> None:
        """Put a text in place of what is there, and wait for the answer."""
        self.page.evaluate(_PASTED, text)
        self.settled(findings)

    def settled(self, findings: int | None = None) -> None:
        """Wait until the page says how many findings stand, or says anything."""
        if findings == 0:
            self.summary_is("Nothing found")
        elif findings is not None:
            self.summary_is(f"{findings} finding{'s' if findings > 1 else ''}:")
        else:
            self.until("document.getElementById('summary').textContent")

    def summary_is(self, start: str, seconds: float = _PATIENCE) -> None:
        self.until(f"document.getElementById('summary').textContent.startsWith('{start}')", seconds)

    def until(self, condition: str, seconds: float = _PATIENCE) -> None:
        """Wait until a condition holds; Playwright's own waiting needs the ``eval`` of the page."""
        latest = time.monotonic() + seconds
        while not self.page.evaluate(condition):
            assert time.monotonic() < latest, condition
            self.page.wait_for_timeout(20)

    @property
    def text(self) -> str:
        return cast("str", self.page.evaluate("document.getElementById('text').textContent"))

    @property
    def words(self) -> list[str]:
        """The marked words, in the order of the text."""
        return [words for _, words, _ in self.marks()]

    def marks(self) -> list[tuple[int, str, str]]:
        """Return the offset, words and kind of every mark."""
        return [tuple(one) for one in self.page.evaluate(_MARKS)]

    @property
    def selected(self) -> str:
        return cast("str", self.page.evaluate("String(getSelection())"))

    @property
    def said(self) -> str:
        """What was told to those who listen."""
        return self.page.locator("#said").inner_text()

    def card(self, words: str) -> "Locator":
        return self.page.locator(".card", has=self.page.locator(f".words:text-is('{words}')")).first

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def drop(self, name: str, kind: str, base64: str, selector: str = "#text") -> None:
        self.page.evaluate(_DROPPED, [selector, name, kind, base64])
