/** What a reload must not lose: the text in this tab, and who works at this browser. */

const DRAFT = "qa-draft";
const NAME = "qa-name";

/** Keeps a draft until the tab is closed; one that is too large for the browser is not kept. */
export function keep(draft) {
  try {
    sessionStorage.setItem(DRAFT, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** The draft of this tab, or an empty object. */
export function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(DRAFT)) ?? {};
  } catch {
    return {};
  }
}

/** The name that the user gave once, or "". */
export function userName() {
  try {
    return localStorage.getItem(NAME) ?? "";
  } catch {
    return "";
  }
}

export function rememberName(name) {
  try {
    localStorage.setItem(NAME, name);
  } catch {
    // A browser that keeps nothing asks again.
  }
}
