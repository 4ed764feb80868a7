/** What stands beside the text: the server renders it, this keeps what the reader did to it. */

import { morph } from "./morphing.js";
import { gently } from "./pacing.js";

const PIECE = 50_000; // characters
const ORDER = ["error", "warning", "note"];

export class Panel extends EventTarget {
  #element;
  #current = null;
  #shown = Promise.resolve();

  /** @param {HTMLElement} element what holds the panel */
  constructor(element) {
    super();
    this.#element = element;
    element.addEventListener("filtered", () => this.dispatchEvent(new Event("filtered")));
  }

  /** Shows what the server says now, with as few changes as it takes and one after another. */
  show(html) {
    this.#shown = this.#shown.then(() => this.#show(html));
    return this.#shown;
  }

  async #show(html) {
    const fresh = document.implementation.createHTMLDocument();
    await gently(parsing(fresh, html));
    equip(fresh);
    const focused = document.activeElement;
    const beside = this.#element.contains(focused) && focused.closest("li");
    const next = beside && (beside.nextElementSibling ?? beside.previousElementSibling);
    await gently(morph(this.#element, fresh.body));
    this.#filter();
    this.current = this.#element.contains(this.#current) ? this.#current : null;
    if (beside && !focused.isConnected) this.#focusNear(next);
  }

  /** All cards. */
  get cards() {
    return [...this.#element.querySelectorAll(".card")];
  }

  /** The cards of the findings that count and that no filter hides. */
  get standing() {
    return this.cards.filter((card) => !card.parentNode.hidden && !card.dataset.suppressed);
  }

  /** How many findings of each severity count, the worst first. */
  get counts() {
    const counted = this.cards.filter((card) => !card.dataset.suppressed);
    return ORDER.map((severity) => ({
      severity,
      count: counted.filter((card) => card.dataset.severity === severity).length,
    }));
  }

  /** The blocks of the strip, if the text is to be shaded by them. */
  get sentences() {
    const wanted = this.#element.querySelector(".shade-sentences:checked");
    return wanted ? [...this.#element.querySelectorAll(".strip a")] : [];
  }

  /** The probability of translation, or null where there is no verdict. */
  get probability() {
    const said = this.#element.querySelector(".verdict")?.dataset.probability;
    return said === undefined ? null : Number(said);
  }

  /** The language of the text as far as it is known, or "". */
  get language() {
    return this.#element.querySelector(".panel")?.dataset.language ?? "";
  }

  get current() {
    return this.#current;
  }

  /** The card of the finding that is looked at, or null. */
  set current(card) {
    this.#current?.classList.remove("current");
    this.#current?.removeAttribute("aria-current");
    this.#current = card;
    card?.classList.add("current");
    card?.setAttribute("aria-current", "true");
  }

  /** Pixels from the top of the window to a card that is pinned to its end, or to that end. */
  get floor() {
    const pinned = this.#current && getComputedStyle(this.#current).position === "fixed";
    return pinned ? this.#current.getBoundingClientRect().top : innerHeight;
  }

  /** Brings a card into sight without moving the page. */
  reveal(card) {
    const frame = this.#element.getBoundingClientRect();
    const place = card.getBoundingClientRect();
    if (place.top >= frame.top && place.bottom <= frame.bottom) return;
    this.#element.scrollBy({ top: place.top - frame.top - frame.height / 4 });
  }

  /** Has the filters applied to what is new; the script of the report does that. */
  #filter() {
    const box = this.#element.querySelector("[data-filter]");
    box?.dispatchEvent(new Event("change", { bubbles: true }));
  }

  #focusNear(item) {
    const card = item?.isConnected && item.querySelector(".card");
    (card || this.#element).focus({ preventScroll: true });
  }
}

/** Reads HTML into a document in which no script runs. */
function* parsing(target, html) {
  target.open();
  for (let start = 0; start < html.length; start += PIECE) {
    target.write(html.slice(start, start + PIECE));
    yield 0;
  }
  target.close();
}

/** Adds what only this page can do. */
function equip(fresh) {
  for (const foot of fresh.querySelectorAll("[data-suppressed=dismissed] footer")) {
    const button = fresh.createElement("button");
    button.type = "button";
    button.className = "restore";
    button.textContent = "It is a problem";
    foot.append(button);
  }
  for (const row of fresh.querySelectorAll(".bars [data-spans]")) row.tabIndex = 0;
}

/** The words that a card is about. */
export function wordsOf(card) {
  return card.querySelector(".words")?.textContent ?? "";
}

/** The buttons that put a suggestion in place of the words. */
export function suggestionsOf(card) {
  return [...card.querySelectorAll("button[data-suggestion]")];
}

/** What a listener is told of a card. */
export function spoken(card, number, count) {
  const message = card.querySelector(".message")?.textContent ?? "";
  const offered = suggestionsOf(card).map((button, at) => `${at + 1}: ${button.textContent}`);
  const head = `${card.dataset.severity} ${number} of ${count}, “${wordsOf(card)}”:`;
  return [head, `${message}.`.replace(/([.?!])\.$/, "$1"), ...offered].join(" ");
}
