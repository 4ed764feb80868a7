/** Findings that a writer dismisses, and phrases that one wants in the glossary. */

import { ask, post } from "./api.js";
import { asked } from "./dialogs.js";
import { attempt, endToast, say, toast } from "./notices.js";
import { wordsOf } from "./panel.js";

const LONGEST = 2000;

const byId = (id) => document.getElementById(id);

export class Judging {
  #review;
  #refresh;
  #dismissals = [];

  /**
   * @param {import("./review.js").Review} review
   * @param {() => void} refresh asks again, since the server knows something new
   */
  constructor(review, refresh) {
    this.#review = review;
    this.#refresh = refresh;
  }

  /** Asks why a finding is no problem, and has it suppressed for everybody. */
  async dismiss(card) {
    const words = wordsOf(card);
    byId("dismissing-words").textContent = words;
    const send = (entered) => this.#sendDismissal(card, words, entered);
    if (await asked(byId("dismissing"), {}, send)) toast(`Dismissed: “${words}”.`, true);
  }

  /** Takes the last dismissal of this tab back. */
  async undo() {
    const id = this.#dismissals.pop();
    endToast();
    if (id !== undefined) await this.#remove([id]);
    else say("There is nothing to undo.");
  }

  /** Takes back what was dismissed before. */
  async restore(card) {
    const query = new URLSearchParams({ fingerprint: card.dataset.fingerprint });
    const found = await attempt(async () => (await ask(`/api/dismissals?${query}`)).json());
    if (found) await this.#remove(found.dismissals.map(({ id }) => id));
  }

  /** Asks what to write instead of a phrase, and has it found from now on. */
  async add(phrase, language) {
    const dialog = byId("adding");
    if (await asked(dialog, { phrase, language }, (entered) => this.#sendProposal(entered))) {
      toast("Proposed for the glossary; it is found from now on.");
    }
  }

  async #sendDismissal(card, words, { reason, comment, user }) {
    const { fingerprint, check, entry } = card.dataset;
    const judgement = { fingerprint, check, reason, comment, text: words.slice(0, LONGEST) };
    if (entry) judgement.entry = entry;
    const made = await (await post("/api/dismissals", signed(judgement, user))).json();
    this.#dismissals.push(made.id);
    this.#review.drop(card);
    this.#refresh();
  }

  async #remove(ids) {
    const remove = (id) => ask(`/api/dismissals/${id}`, { method: "DELETE" });
    if (!(await attempt(() => Promise.all(ids.map(remove))))) return;
    say("The finding counts again.");
    this.#refresh();
  }

  async #sendProposal({ phrase, replacement, why, language, user }) {
    const proposal = { phrase: phrase.trim(), why: why.trim(), language };
    proposal.replacements = [replacement.trim()];
    await post("/api/proposals", signed(proposal, user));
    this.#refresh();
  }
}

function signed(value, user) {
  return user.trim() ? { ...value, user: user.trim() } : value;
}
