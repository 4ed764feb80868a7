/** Places in a text: the server counts code points, browsers count UTF-16 units. */

const ASTRAL = /[\u{10000}-\u{10FFFF}]/gu;

/** Converts the offsets of one text. */
export class CodePoints {
  #units;
  #points;

  /** @param {string} text the text, well-formed */
  constructor(text) {
    this.#units = Array.from(text.matchAll(ASTRAL), (match) => match.index);
    this.#points = this.#units.map((unit, before) => unit - before);
  }

  /** The offset in units of an offset in code points. */
  toUnits(point) {
    return point + below(this.#points, point);
  }

  /** The offset in code points of an offset in units. */
  toPoints(unit) {
    return unit - below(this.#units, unit);
  }
}

/** How many of the ascending numbers are below the limit. */
function below(numbers, limit) {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * What became of places in a text that was edited meanwhile.
 *
 * The edit is what lies between the longest common beginning and the longest common end.
 *
 * @returns {(start: number, end: number) => [number, number] | null} null for a place in the edit
 */
export function movement(before, after) {
  if (before === after) return (start, end) => [start, end];
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const edited = before.length - tail;
  const moved = after.length - before.length;
  return (start, end) => {
    if (end <= head) return [start, end];
    return start >= edited ? [start + moved, end + moved] : null;
  };
}
