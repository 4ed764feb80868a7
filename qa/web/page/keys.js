/** Keys of the page: with Alt, so that they work while one writes; `?` only where nobody writes. */

const NAMES = { KeyX: "x", KeyZ: "z", KeyG: "g", KeyP: "p" };

/**
 * @param {Record<string, (digit: number) => boolean | void>} actions by the key that goes with Alt;
 *   `digit` for 1 to 9; what returns false leaves the key to the browser
 * @param {() => void} help what `?` does
 */
export function listen(actions, help) {
  document.addEventListener("keydown", (event) => {
    // With Alt and an arrow, a list of choices opens.
    const choosing = event.target.closest("select") || document.querySelector("dialog[open]");
    if (event.isComposing || choosing) return;
    const act = withAlt(event) ? actions[named(event)] : questioned(event) && help;
    if (act && act(Number(digit(event))) !== false) event.preventDefault();
  });
}

function withAlt(event) {
  const other = event.ctrlKey || event.metaKey || event.shiftKey;
  return event.altKey && !other && !event.getModifierState("AltGraph");
}

/** The key, or what is printed on it where Alt makes another character of it. */
function named(event) {
  if (digit(event)) return "digit";
  if (event.key.startsWith("Arrow")) return event.key;
  return /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : NAMES[event.code];
}

function digit(event) {
  return /^Digit([1-9])$/.exec(event.code)?.[1] ?? "";
}

function questioned(event) {
  const writing = event.target.closest("input, textarea, select, [contenteditable]");
  return event.key === "?" && !event.ctrlKey && !event.metaKey && !writing;
}
