/** What the page says by itself: in passing, for as long as something is wrong, or aloud only. */

const SHOWN = 12_000; // milliseconds

const byId = (id) => document.getElementById(id);

/** Tells those who listen. */
export function say(words) {
  byId("said").textContent = words;
}

let timer = 0;

/** Says something in passing, with an undo button if it can be undone by one. */
export function toast(words, undoable = false) {
  clearTimeout(timer);
  byId("toast").hidden = false;
  byId("toast-undo").hidden = !undoable;
  byId("toast-what").textContent = words;
  timer = setTimeout(endToast, SHOWN);
}

export function endToast() {
  byId("toast").hidden = true;
}

/**
 * Says what is wrong until it is right again.
 *
 * @param {Error | null} problem null once nothing is wrong any more
 * @param {number} number seconds until it is tried again by itself, 0 if it is not; without a
 *   problem, how often it failed
 */
export function trouble(problem, number = 0) {
  const place = byId("trouble");
  if (!problem) {
    if (number) say("The server answers again.");
    place.hidden = true;
    return;
  }
  const again = number ? `It is tried again in ${number} s.` : "";
  byId("trouble-what").textContent = sentence(problem.message);
  byId("trouble-hint").textContent = [sentence(problem.hint ?? ""), again].join(" ");
  byId("unlock").hidden = problem.status !== 401;
  place.hidden = false;
}

/** Does what somebody asked for; undefined, and a notice, if that goes wrong. */
export async function attempt(action) {
  try {
    return await action();
  } catch (error) {
    trouble(error);
    return undefined;
  }
}

function sentence(words) {
  const text = words.charAt(0).toUpperCase() + words.slice(1);
  return !text || /[.?!]$/.test(text) ? text : `${text}.`;
}
