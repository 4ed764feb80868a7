/** Where text, marks and cards meet: what is looked at, and what becomes of it. */

import { CodePoints, movement } from "./offsets.js";
import { spoken, suggestionsOf } from "./panel.js";

// Classes of the strip.
const LEANINGS = ["leans-3", "leans-2", "leans-1", "leans1", "leans2", "leans3"];

export class Review {
  #editor;
  #panel;
  #marks;
  #say;
  #places = [];
  #about = "";

  /**
   * @param {import("./editor.js").Editor} editor
   * @param {import("./panel.js").Panel} panel
   * @param {import("./marks.js").Marks} marks
   * @param {(words: string) => void} say tells those who listen
   */
  constructor(editor, panel, marks, say) {
    this.#editor = editor;
    this.#panel = panel;
    this.#marks = marks;
    this.#say = say;
    panel.addEventListener("filtered", () => this.#paint());
    document.addEventListener("selectionchange", () => this.#follow());
  }

  /** Shows a panel about a text, which may have been edited since. */
  async show(html, about) {
    await this.#panel.show(html);
    this.#about = about;
    const place = this.#placed();
    this.#places = this.#panel.cards.flatMap((card) => {
      const range = place(card.dataset.start, card.dataset.end);
      return range ? [{ card, range }] : [];
    });
    this.#places.sort((one, other) => one.range.compareBoundaryPoints(0, other.range));
    this.#paint();
    this.shade();
  }

  /** Goes to the next finding, or to the one before. */
  step(backwards) {
    const { standing } = this.#marks;
    if (!standing.length) {
      this.#say("Nothing is marked.");
      return;
    }
    const looking = this.#looking();
    const at = standing.findIndex(({ card }) => card === looking?.card);
    const by = backwards ? -1 : 1;
    const next = at < 0 ? this.#beside(backwards) : standing.at((at + by) % standing.length);
    this.look(next.card);
    this.#say(spoken(next.card, standing.indexOf(next) + 1, standing.length));
  }

  /** Selects the words of a card and shows both. */
  look(card) {
    const place = this.#places.find((one) => one.card === card);
    this.#panel.current = card;
    this.#panel.reveal(card);
    if (!place || place.range.collapsed) {
      this.#say("These words have changed.");
      return;
    }
    this.#marks.emphasise(place);
    this.#editor.select(place.range);
    this.#editor.show(place.range, this.#panel.floor);
  }

  /** Goes from the text to the card of what is looked at, and back. */
  cross() {
    const card = this.#panel.current;
    if (!card) return false;
    if (card.contains(document.activeElement)) this.look(card);
    else card.focus();
    return true;
  }

  /** Selects the sentence of a block of the strip. */
  point(block) {
    const range = this.#placed()(block.dataset.start, block.dataset.end);
    if (!range) return;
    this.#editor.select(range);
    this.#editor.show(range);
  }

  /** Shows where a phrase stands that moves the verdict; null for none. */
  light(row) {
    const place = this.#placed();
    const spans = row ? row.dataset.spans.split(" ").map((span) => place(...span.split("-"))) : [];
    this.#marks.light("phrase", spans.filter(Boolean));
  }

  /** Shades the sentences by how translated they read, if that is wanted. */
  shade() {
    const place = this.#placed();
    const blocks = this.#panel.sentences;
    for (const leaning of LEANINGS) {
      const leaned = blocks.filter((block) => block.classList.contains(leaning));
      const ranges = leaned.map(({ dataset }) => place(dataset.start, dataset.end));
      this.#marks.light(leaning, ranges.filter(Boolean));
    }
  }

  /** Writes suggestion number `digit` in place of the words that are looked at. */
  accept(digit) {
    const card = this.#panel.current;
    const button = card && suggestionsOf(card)[digit - 1];
    if (!button) return false;
    this.write(button);
    return true;
  }

  /** Writes the suggestion of a button in place of the words of its card. */
  write(button) {
    const card = button.closest(".card");
    const place = this.#places.find((one) => one.card === card);
    if (!place || place.range.collapsed) {
      this.#say("These words have changed.");
      return;
    }
    this.#editor.replace(place.range, button.dataset.suggestion);
    this.drop(card);
    this.#say(`Written: ${button.textContent}.`);
  }

  /** Takes a finding off the text that was dealt with. */
  drop(card) {
    this.#places = this.#places.filter((place) => place.card !== card);
    card.classList.add("done");
    if (this.#panel.current === card) this.#panel.current = null;
    this.#paint();
  }

  #paint() {
    const shown = new Set(this.#panel.standing);
    this.#marks.set(this.#places.filter(({ card }) => shown.has(card)));
    this.#marks.emphasise(this.#marks.of(this.#panel.current));
  }

  /** Returns what finds the range of two offsets, as the panel has them. */
  #placed() {
    const points = new CodePoints(this.#about);
    const moved = movement(this.#about, this.#editor.text);
    return (start, end) => {
      const place = moved(points.toUnits(Number(start)), points.toUnits(Number(end)));
      return place && this.#editor.range(...place);
    };
  }

  /** The mark next to the cursor, or the first or last of the text. */
  #beside(backwards) {
    const { standing } = this.#marks;
    const cursor = this.#editor.selected();
    const ends = backwards ? standing.at(-1) : standing[0];
    return (cursor && this.#marks.beside(cursor, backwards)) || ends;
  }

  /** The mark of the current finding, unless the cursor has left it. */
  #looking() {
    const cursor = this.#editor.selected();
    const mark = this.#marks.of(this.#panel.current);
    if (!cursor || !mark) return null;
    return mark.range.isPointInRange(cursor.endContainer, cursor.endOffset) ? mark : null;
  }

  /** Makes the finding current in whose words the cursor stands. */
  #follow() {
    const cursor = this.#editor.selected();
    if (!cursor || this.#looking()) return;
    const mark = this.#marks.at(cursor.endContainer, cursor.endOffset);
    this.#panel.current = mark?.card ?? null;
    this.#marks.emphasise(mark);
    if (!mark) return;
    this.#panel.reveal(mark.card);
    this.#editor.show(cursor, this.#panel.floor);
  }
}
