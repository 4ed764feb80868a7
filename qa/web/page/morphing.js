/** Turns elements into others by as few changes as it takes: what stays keeps focus and state. */

/** What a reader opens and chooses is not taken back by news from the server. */
const KEPT = new Set(["open", "hidden", "aria-current"]);

/** Elements that stand for different things by their classes. */
const BLOCKS = new Set(["DIV", "P", "OL", "UL", "DETAILS"]);

const LARGE = 80; // elements

/**
 * Makes the children of `old` those of `fresh`, which is used up.
 *
 * @yields {number} 1 for an element that is new in the page, else 0
 */
export function* morph(old, fresh) {
  const before = [...old.childNodes];
  const after = [...fresh.childNodes];
  if (alike(before, after)) {
    for (const [place, child] of after.entries()) yield* turn(before[place], child);
    return;
  }
  const known = keyed(before);
  const wanted = [];
  const empty = new Map();
  for (const [name, child] of keyed(after)) {
    const same = known.get(name);
    known.delete(name);
    if (same) yield* turn(same, child);
    const made = same ?? (isLarge(child) ? child.cloneNode() : child);
    if (!same && made !== child) empty.set(made, child);
    wanted.push(made);
  }
  for (const child of known.values()) child.remove();
  yield* arrange(old, wanted);
  for (const [made, child] of empty) yield* morph(made, child);
}

/** Whether an element holds so much that it comes piece by piece. */
function isLarge(node) {
  return node.nodeType === Node.ELEMENT_NODE && node.getElementsByTagName("*").length > LARGE;
}

/** Whether two lists of nodes match one by one, as they do where only words and numbers change. */
function alike(before, after) {
  return (
    before.length === after.length &&
    before.every((child, place) => identity(child) === identity(after[place]))
  );
}

function* turn(before, after) {
  yield 0;
  if (before.isEqualNode(after)) return;
  if (before.nodeType !== Node.ELEMENT_NODE) {
    before.data = after.data;
    return;
  }
  for (const { name } of [...before.attributes]) {
    if (!after.hasAttribute(name) && !KEPT.has(name)) before.removeAttribute(name);
  }
  for (const { name, value } of after.attributes) {
    if (before.getAttribute(name) !== value && !KEPT.has(name)) before.setAttribute(name, value);
  }
  yield* morph(before, after);
}

/** Nodes by what they are; those that are the same are told apart by their order. */
function keyed(nodes) {
  const counts = new Map();
  const found = new Map();
  for (const node of nodes) {
    const name = identity(node);
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    found.set(`${name} ${count}`, node);
  }
  return found;
}

/** What a node is about: its finding or its manual page, or else its kind. */
function identity(node) {
  const { nodeName } = node;
  if (nodeName === "LI") return node.firstElementChild?.dataset.fingerprint ?? nodeName;
  if (nodeName === "SECTION") return node.id || nodeName;
  return BLOCKS.has(nodeName) ? `${nodeName} ${node.className}` : nodeName;
}

function* arrange(parent, children) {
  let place = parent.firstChild;
  for (const child of children) {
    const stays = place === child;
    if (stays) place = place.nextSibling;
    else parent.insertBefore(child, place);
    yield stays ? 0 : 1;
  }
}
