/** What the page asks of its server; nothing goes anywhere else. */

const JSON_TYPE = "application/json";

/** Why there is no answer, and what to do about it. */
export class Problem extends Error {
  /**
   * @param {number} status of HTTP; 0 if the server did not answer
   * @param {string} message what is wrong
   * @param {string} hint what to do, or ""
   * @param {number} wait seconds until it is worth trying again
   */
  constructor(status, message, hint = "", wait = 0) {
    super(message);
    this.status = status;
    this.hint = hint;
    this.wait = wait;
  }
}

/** Sends a value as JSON and returns the response. */
export function post(path, value, options = {}) {
  return ask(path, {
    method: "POST",
    body: JSON.stringify(value),
    signal: options.signal,
    headers: { "Content-Type": JSON_TYPE, Accept: options.accept ?? JSON_TYPE },
  });
}

/** Asks the server and returns its response, or throws a Problem. */
export async function ask(path, request = {}) {
  const response = await fetch(path, request).catch((error) => {
    if (error.name === "AbortError") throw error;
    throw new Problem(0, "The server does not answer.", "Your text stays here; start it again.");
  });
  if (response.ok) return response;
  const told = await response.json().catch(() => ({}));
  const wait = Number(response.headers.get("Retry-After")) || 0;
  throw new Problem(response.status, told.error ?? response.statusText, told.hint ?? "", wait);
}
