/** The marked words: ranges that move with the text, painted without a change of the DOM. */

const KINDS = {
  accuracy: "accuracy",
  verity: "accuracy",
  terminology: "terminology",
  fluency: "style",
  style: "style",
  "locale convention": "locale",
};

export const PAINTS = typeof Highlight === "function" && "highlights" in CSS;

/**
 * @typedef {object} Mark
 * @property {HTMLElement} card of the finding
 * @property {Range} range the words; empty once they are gone
 */
export class Marks {
  #highlights = new Map();
  #marks = [];

  /** Puts marks in place of the old ones; they come in the order of the text. */
  set(marks) {
    this.#marks = marks;
    if (!PAINTS) return;
    for (const highlight of this.#highlights.values()) highlight.clear();
    for (const { card, range } of marks) this.#highlight(nameFor(card.dataset), 0).add(range);
  }

  /** Makes a finding the one that is looked at; undefined for none. */
  emphasise(mark) {
    this.#only("qa-current", 1, mark ? [mark.range] : []);
  }

  /** Shows where something stands that is no finding, under a name that the style knows. */
  light(name, ranges) {
    this.#only(`qa-${name}`, -1, ranges);
  }

  /** The marks whose words still stand there. */
  get standing() {
    return this.#marks.filter(({ range }) => !range.collapsed);
  }

  /** The mark of a card, if its words still stand there. */
  of(card) {
    return this.standing.find((mark) => mark.card === card);
  }

  /** The shortest mark at a place in the text, or undefined. */
  at(node, offset) {
    return this.standing
      .filter(({ range }) => range.isPointInRange(node, offset))
      .sort((one, other) => `${one.range}`.length - `${other.range}`.length)[0];
  }

  /** The next mark behind a range, or the last before it; at the end it starts over. */
  beside(place, backwards) {
    const { standing } = this;
    if (backwards) {
      return standing.findLast(({ range }) => starts(range, place) < 0) ?? standing.at(-1);
    }
    return standing.find(({ range }) => starts(range, place) > 0) ?? standing[0];
  }

  #only(name, priority, ranges) {
    if (!PAINTS) return;
    const highlight = this.#highlight(name, priority);
    highlight.clear();
    for (const range of ranges) highlight.add(range);
  }

  #highlight(name, priority) {
    if (!this.#highlights.has(name)) {
      const highlight = new Highlight();
      highlight.priority = priority;
      CSS.highlights.set(name, highlight);
      this.#highlights.set(name, highlight);
    }
    return this.#highlights.get(name);
  }
}

function nameFor({ category, severity }) {
  return `qa-${KINDS[category] ?? "other"}-${severity}`;
}

/** Below 0 where a range starts before a place, above 0 where it starts behind it. */
function starts(range, place) {
  return range.compareBoundaryPoints(Range.START_TO_START, place);
}
